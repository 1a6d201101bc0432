/** Whatever is asked, sensible or not: a drawing that can be drawn, or a sentence that says why not. */
import {
  type Arbitrary,
  assert,
  asyncProperty,
  constant,
  constantFrom,
  integer,
  option,
  record,
} from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '#database/database.ts';
import type { CallId } from '#lib/brand.ts';
import { zoneOf } from '#lib/zone.ts';
import type { ChartDrawing, MetricsDrawing } from '#protocol/drawing.ts';
import { addDemoCalls, DIMENSIONS, METRIC_NAMES, openMetrics, openRecord } from '#record/record.ts';
import { createToolbox, type ToolResult } from '#tools/tool.ts';
import { insightsTools } from './insights-tools.ts';

const NOW = Date.UTC(2026, 10, 19, 12);
const KINDS = ['line', 'bar', 'stacked_bar', 'area', 'scatter', 'heat_map', 'histogram'] as const;
const MANAGER = { callId: 'call_1' as CallId, phone: undefined, customerId: undefined };
const MOST_POINTS = 2_000;

let database: Database;
let run: (tool: string, input: object) => Promise<ToolResult>;
beforeAll(async () => {
  database = openDatabase(':memory:');
  const clock = { now: () => 0, date: () => NOW, after: () => () => undefined };
  await (await openRecord(database, clock, () => undefined)).close();
  await addDemoCalls(database, NOW);
  const metrics = openMetrics(database, () => NOW, zoneOf('Europe/Berlin'));
  const toolbox = createToolbox(insightsTools(metrics, { modes: [], personas: [] }));
  run = async (tool, input) => {
    const found = toolbox.find(tool, JSON.stringify(input));
    return found.ok ? found.request.run(MANAGER) : found.result;
  };
});
afterAll(() => database.close());

function maybe<Value>(value: Arbitrary<Value>): Arbitrary<Value | undefined> {
  return option(value, { nil: undefined });
}

/** What is wrong with an answer; nothing where it can be drawn and heard. */
function wrongWith({ ok, say, drawing }: ToolResult): string | undefined {
  if (!/^[A-Z].*[.?!]$/.test(say)) return `said: ${say}`;
  if (/undefined|null|NaN|\[object/.test(say)) return `said: ${say}`;
  if (!ok) return undefined;
  const { title, x, y, points, before, kind } = drawing as ChartDrawing;
  if (title === '' || x.label === '' || y.label === '' || y.unit === '') return 'unnamed';
  if (points.length + (before?.length ?? 0) > MOST_POINTS) return `${points.length} points`;
  if (points.some(({ value }) => value !== null && !Number.isFinite(value))) return 'no number';
  if (before !== null && (drawing as ChartDrawing).beforeLabel === undefined) return 'before what?';
  return KINDS.includes(kind) ? undefined : `kind ${kind}`;
}

test.each(KINDS)(
  'every measure by every dimension can be drawn as a %s, or it is said why not',
  async (kind) => {
    const wrong: string[] = [];
    for (const measure of METRIC_NAMES)
      for (const dimension of DIMENSIONS) {
        const input = {
          kind,
          measure,
          dimension,
          period: 'last week',
          comparison: 'previous_period',
        };
        const problem = wrongWith(await run('show_chart', input));
        if (problem !== undefined) wrong.push(`${measure} by ${dimension}: ${problem}`);
      }
    expect(wrong).toEqual([]);
  },
);

test('no question that the schema lets through breaks anything, and none is drawn too large', async () => {
  const period = constantFrom(
    'today',
    'last week',
    'in the first half of October',
    'since 1970-01-01',
    'so far',
    '2026-10-25 to 2026-10-25',
    'the last 999 months',
    'the last hour',
    'on february 30th',
    'next year',
    'in 1999',
    '0001-01-01 to 9999-12-31',
    'week 99',
    'from may to may',
    'x'.repeat(80),
  );
  const question = record({
    kind: maybe(constantFrom(...KINDS)),
    measure: constantFrom(...METRIC_NAMES),
    dimension: maybe(constantFrom(...DIMENSIONS)),
    series: maybe(constantFrom(...DIMENSIONS)),
    period: maybe(period),
    against: maybe(period),
    comparison: maybe(constantFrom('none', 'previous_period')),
    top: maybe(integer({ min: 1, max: 20 })),
    order: maybe(constantFrom('highest', 'lowest')),
    filter: maybe(
      record({
        weekday: maybe(constant(['monday', 'sunday'])),
        hour: maybe(constant([23, 0])),
        calls: maybe(constantFrom('real', 'demo')),
        scenario: maybe(constant(['dispute', 'no-such'])),
      }),
    ),
  });
  await assert(
    asyncProperty(question, async (input) => {
      expect(wrongWith(await run('show_chart', input))).toBeUndefined();
    }),
    { numRuns: 250, seed: 8_090 },
  );
}, 60_000);

test.each([
  [
    { period: 'when it rained' },
    'I did not get the period. You can say last week, since Monday, in October, or the last 7 days.',
  ],
  [
    { period: '2026-11-03 to 2026-11-01' },
    'I did not get the period. You can say last week, since Monday, in October, or the last 7 days.',
  ],
  [
    { period: 'next month' },
    'That has not begun yet. I know only the calls that were made, and I do not guess.',
  ],
  [
    { period: '' },
    'I did not get the period. You can say last week, since Monday, in October, or the last 7 days.',
  ],
  [
    { against: 'the blue moon' },
    'I did not get what to compare it with. You can say the week before, September, or last month.',
  ],
  [
    { period: 'since 1990-01-01', dimension: 'day' },
    'That would be more than two thousand points. Ask for a shorter period, or by week or month.',
  ],
  [{ dimension: 'zodiac' }, "I didn't get the dimension. Could you say it again?"],
  [{ top: 500 }, "I didn't get the top. Could you say it again?"],
  [{ filter: { hour: [24] } }, "I didn't get the filter. Could you say it again?"],
  [{ filter: { planet: ['mars'] } }, "I didn't get the filter. Could you say it again?"],
])('%j is answered in one plain sentence', async (input, words) => {
  expect(await run('show_chart', { measure: 'calls', ...input })).toMatchObject({
    ok: false,
    say: words,
  });
});

test('a card has at most sixty steps, and has them for every length of period', async () => {
  const steps = await Promise.all(
    [
      'the last hour',
      'last night',
      'today',
      'last week',
      'last month',
      'this quarter',
      'this year',
      'so far',
      'since 2020-01-01',
    ].map(async (period) => {
      const { drawing } = await run('show_metrics', { metrics: ['calls'], period });
      return (drawing as MetricsDrawing).figures[0]?.trend.length ?? 0;
    }),
  );
  expect(Math.max(...steps)).toBeLessThanOrEqual(60);
  // Eight years are too long to be followed in sixty steps; nothing else is.
  expect(steps.slice(0, -1).filter((count) => count === 0)).toEqual([]);
  expect(steps.slice(1, 4)).toEqual([8, 13, 7]);
});
