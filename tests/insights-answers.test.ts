/** What managers hear, in each mode and from each persona: real figures of a made-up month, put into words by the embedded engine. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '#database/database.ts';
import { readOutput } from '#engine/dialogue/tool-output.ts';
import { mannerOf } from '#engine/insights/manner.ts';
import { phrased } from '#engine/insights/phrasing.ts';
import { questionsIn } from '#engine/insights/questions.ts';
import type { CallId } from '#lib/brand.ts';
import { zoneOf } from '#lib/zone.ts';
import { addDemoCalls, openMetrics, openRecord } from '#record/record.ts';
import { insightsTools } from '#tools/insights/insights-tools.ts';
import { createToolbox, forModel } from '#tools/tool.ts';

const NOW = Date.UTC(2026, 10, 19, 12);
const MANAGER = { callId: 'call_1' as CallId, phone: undefined, customerId: undefined };

let database: Database;
let hear: (question: string, mode?: string, persona?: string) => Promise<string>;
beforeAll(async () => {
  database = openDatabase(':memory:');
  const clock = { now: () => 0, date: () => NOW, after: () => () => undefined };
  await (await openRecord(database, clock, () => undefined)).close();
  await addDemoCalls(database, NOW);
  const metrics = openMetrics(database, () => NOW, zoneOf('UTC'));
  const toolbox = createToolbox(insightsTools(metrics, { modes: [], personas: [] }));
  hear = async (question, mode = 'executive', persona = 'luna') => {
    const said: string[] = [];
    for (const { tool, arguments: args } of questionsIn(question, undefined)) {
      const examples = mode === 'coach' && tool === 'show_metrics' ? { examples: true } : {};
      const found = toolbox.find(tool, JSON.stringify({ ...args, ...examples }));
      const result = found.ok ? await found.request.run(MANAGER) : found.result;
      const style = { mode, manner: mannerOf(persona) };
      const telling = { isFormula: false, tellsDemo: false };
      said.push(phrased(readOutput(forModel(result)), style, telling));
    }
    return said.join(' ');
  };
});
afterAll(() => database.close());

const sentences = (text: string): number => text.split(/(?<=[.?!])\s+/).length;
const numbers = (text: string): string[] => text.match(/\d[\d,.]*\d|\d/g) ?? [];

test('an executive hears four figures in three sentences, an analyst what they were before and an offer, a coach which calls to listen to', async () => {
  const question = 'How did we do last week?';
  const [executive, analyst, coach] = await Promise.all(
    ['executive', 'analyst', 'coach'].map((mode) => hear(question, mode)),
  );
  expect(sentences(executive ?? '')).toBe(3);
  for (const figure of ['calls', 'containment rate', 'escalation rate', 'average handling time'])
    expect(executive).toContain(figure);
  expect(analyst).toMatch(
    /In the week before, the number of calls was \d+, .* Shall I break that down by day\?$/,
  );
  expect(coach).toMatch(/For example, the call about [a-z ]+ on November \d+ at \d\d:\d\d, /);
});

test('each persona tells the same figures in a manner of its own', async () => {
  const told = await Promise.all(
    ['luna', 'sterling', 'sunny'].map((persona) => hear('calls this week', 'executive', persona)),
  );
  expect(told.map((text) => text.split(' ').slice(0, 4).join(' '))).toEqual([
    'This week there were',
    'I can report that',
    'Okay, this week there',
  ]);
  for (const text of told) expect(numbers(text)).toEqual(numbers(told[0] ?? ''));
});

describe('a manager hears', () => {
  test.each([
    [
      'How many calls this week?',
      /^This week there were \d+ calls, (?:up|down) [\d.]+ percent on the same part of last week\.$/,
    ],
    ['Calls today', /on the same time yesterday\.$/],
    ['Calls in November versus October', /^In November .* October\.$/],
    [
      'What was the p95 last week?',
      /was [\d.]+ seconds, .*(?:within|over) the target of 1\.5 seconds\.$/,
    ],
    ['Containment last week', /percent, .*(?:above|below) the target of 70 percent\.$/],
    ['Cost per call on Azure last week', /the cost per call on Azure was [\d.]+ cents/],
    [
      'How many abandoned calls about disputes last week?',
      /there were \d+ abandoned calls about disputes/,
    ],
    [
      'How many escalations on Mondays?',
      /\d+ escalations among calls on Mondays|\d+ escalations on Mondays/,
    ],
    [
      'Top three scenarios for calls last week',
      /The highest are .* with \d+ calls, .* and .* with \d+ calls\.$/,
    ],
    ['Calls in March', /^There were no calls in March\.$/],
    [
      'Calls about disputes in the last hour on openai at midnight',
      /^There were no calls about disputes on OpenAI/,
    ],
    ['How many calls will we get next week?', /^That has not begun yet\./],
  ])('"%s" answered in a sentence one can listen to', async (question, words) => {
    expect(await hear(question)).toMatch(words);
  });

  test('that a change is for the better only where it is', async () => {
    const measures = ['containment', 'escalation rate', 'handling time', 'latency', 'dead air'];
    const judged = await Promise.all(
      measures.map(async (measure) => {
        const text = await hear(`${measure} last week`);
        const isBetter = text.includes(measure === 'containment' ? ', up ' : ', down ');
        const isWorse = text.includes(measure === 'containment' ? ', down ' : ', up ');
        if (text.includes('an improvement')) return isBetter ? 'right' : text;
        if (text.includes('which is worse')) return isWorse ? 'right' : text;
        return 'nothing to judge';
      }),
    );
    expect(judged).toContain('right');
    expect(judged.filter((each) => each !== 'right' && each !== 'nothing to judge')).toEqual([]);
  });
});
