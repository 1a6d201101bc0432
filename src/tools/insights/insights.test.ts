import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '#database/database.ts';
import type { CallId } from '#lib/brand.ts';
import { zoneOf } from '#lib/zone.ts';
import type { ChartDrawing, MetricsDrawing } from '#protocol/drawing.ts';
import { addDemoCalls, openMetrics, openRecord } from '#record/record.ts';
import type { RecordTables } from '#record/tables.ts';
import { createToolbox, forModel, type ToolResult } from '#tools/tool.ts';
import { insightsTools } from './insights-tools.ts';

const NOW = Date.UTC(2026, 10, 19, 12);
const STYLES = {
  modes: [{ id: 'analyst', name: 'analyst', confirms: 'I am in analyst mode now.' }],
  personas: [{ id: 'sterling', name: 'Sterling', confirms: 'Certainly.' }],
};
const MANAGER = { callId: 'call_1' as CallId, phone: undefined, customerId: undefined };

let database: Database;
let run: (tool: string, input: object) => Promise<ToolResult>;
beforeAll(async () => {
  database = openDatabase(':memory:');
  const clock = { now: () => 0, date: () => NOW, after: () => () => undefined };
  await (await openRecord(database, clock, () => undefined)).close();
  await addDemoCalls(database, NOW);
  const toolbox = createToolbox(
    insightsTools(
      openMetrics(database, () => NOW, zoneOf('UTC')),
      STYLES,
    ),
  );
  run = async (tool, input) => {
    const found = toolbox.find(tool, JSON.stringify(input));
    return found.ok ? found.request.run(MANAGER) : found.result;
  };
});
afterAll(() => database.close());

test('figures come with unit, change, target and a trend, and are said in a sentence each', async () => {
  const result = await run('show_metrics', {
    metrics: ['calls', 'containment'],
    period: 'last week',
  });
  const rows = await database
    .tables<RecordTables>()
    .selectFrom('calls')
    .select(['outcome'])
    .where('started_at', '>=', Date.UTC(2026, 10, 9))
    .where('started_at', '<', Date.UTC(2026, 10, 16))
    .execute();
  const share = rows.filter(({ outcome }) => outcome === 'contained').length / rows.length;
  const percent = Math.round(share * 1000) / 10;
  expect(result.say).toContain(`Last week there were ${rows.length} calls, `);
  expect(result.say).toMatch(/(?:up|down) [\d.]+ percent on the week before\./);
  expect(result.say).toContain(`The containment rate was ${percent} percent, `);
  expect(result.say).toMatch(/(?:above|below) the target of 70 percent\.$/);
  const drawing = result.drawing as MetricsDrawing;
  expect(drawing.figures).toMatchObject([
    { name: 'calls', unit: 'calls', value: rows.length, target: null },
    { name: 'containment', unit: '%', target: 70, better: 'up' },
  ]);
  expect(drawing.figures[0]?.trend).toHaveLength(7);
  expect(drawing.notes).toEqual(['Demo data']);
  expect(forModel(result)).not.toContain('trend');
});

test.each([
  [{ dimension: 'day' }, 'line', 7],
  [{ dimension: 'scenario' }, 'bar', 10],
  [{ dimension: 'day', series: 'outcome', kind: 'stacked_bar' }, 'stacked_bar', 35],
  [{ dimension: 'weekday', series: 'hour' }, 'heat_map', 168],
  [{ kind: 'heat_map' }, 'heat_map', 168],
  [{ dimension: 'week', kind: 'area', period: 'the last 3 weeks' }, 'area', 4],
])('a chart by %j is a %s with %i points', async (input, kind, points) => {
  const result = await run('show_chart', { measure: 'calls', period: 'last week', ...input });
  const drawing = result.drawing as ChartDrawing;
  expect(drawing.kind).toBe(kind);
  expect(drawing.points).toHaveLength(points);
  expect(result.say.length).toBeGreaterThan(20);
});

test('rates are never stacked: they stand beside each other', async () => {
  const input = { measure: 'containment', dimension: 'scenario', series: 'provider' };
  for (const kind of [undefined, 'stacked_bar'])
    expect((await run('show_chart', { ...input, kind })).drawing).toMatchObject({ kind: 'bar' });
});

test('a histogram sorts every call into a bin, and a scatter chart has a dot for each', async () => {
  const input = { measure: 'handling_time', period: 'last week' };
  const histogram = await run('show_chart', { ...input, kind: 'histogram' });
  const scatter = await run('show_chart', { ...input, kind: 'scatter', series: 'provider' });
  const { calls } = histogram.facts as { calls: number };
  const bins = (histogram.drawing as ChartDrawing).points;
  expect(bins.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(calls);
  const dots = scatter.drawing as ChartDrawing;
  expect(dots.points).toHaveLength(calls);
  expect(dots.series).toBe('provider');
});

test('more than two thousand calls are drawn evenly thinned, and the drawing says so', async () => {
  const input = { measure: 'handling_time', kind: 'scatter', period: 'the last 30 days' };
  const { drawing } = await run('show_chart', input);
  expect((drawing as ChartDrawing).points.length).toBeLessThanOrEqual(2_000);
  expect((drawing as ChartDrawing).notes).toEqual(['Demo data', 'One call of 2 is drawn']);
});

test('a comparison has the period before at the same places', async () => {
  const input = { measure: 'calls', period: 'last week', comparison: 'previous_period' };
  const { drawing, say } = await run('show_chart', input);
  const { points, before } = drawing as ChartDrawing;
  expect(before?.map(({ x }) => x)[0]).toBe('2026-11-02');
  expect(before).toHaveLength(points.length);
  expect(say).toContain('on the week before');
});

test('no calls in a period is an answer', async () => {
  for (const tool of ['show_chart', 'show_metrics']) {
    const nothing = await run(tool, { period: 'in march' });
    expect(nothing).toMatchObject({ ok: true, say: 'There were no calls in March.' });
  }
  const filtered = { measure: 'calls', period: 'last week', filter: { provider: ['nobody'] } };
  expect((await run('show_chart', filtered)).say).toBe('There were no calls on nobody last week.');
});

test.each([
  ['show_chart', { measure: 'calls', period: 'when it rained' }, /I did not get the period/],
  ['show_chart', { measure: 'happiness' }, /I didn't get the measure/],
  ['show_chart', { measure: 'calls', kind: 'pie' }, /I didn't get the kind/],
  ['show_chart', { measure: 'containment', kind: 'scatter' }, /counted over many calls/],
  [
    'show_chart',
    { dimension: 'day', series: 'hour', period: 'since 2020-01-01' },
    /two thousand points/,
  ],
  ['show_metrics', { metrics: ['calls; drop table calls'] }, /I didn't get the metrics/],
  ['show_metrics', { filter: { scenario: ["' or 1=1 --"] } }, /I didn't get the filter/],
])('%s of %j is refused in words a person can use', async (tool, input, words) => {
  const refused = await run(tool, input);
  expect(refused.ok).toBe(false);
  expect(refused.say).toMatch(words);
});

test('a switch is confirmed, changes the style, and says what becomes of the voice', async () => {
  expect(await run('switch_mode', { mode: 'analyst' })).toMatchObject({
    say: 'I am in analyst mode now.',
    consequence: { kind: 'restyled', style: { mode: 'analyst' } },
  });
  const persona = await run('switch_persona', { persona: 'sterling' });
  expect(persona.say).toBe('Certainly. My voice stays as it is until our next conversation.');
  expect(forModel(persona)).not.toContain('restyled');
  expect(await run('switch_mode', { mode: 'pirate' })).toMatchObject({
    ok: false,
    say: "I didn't get the mode. Could you say it again?",
  });
});

test('a coach gets the calls that stand out, by day, time and matter', async () => {
  const input = { metrics: ['dead_air'], period: 'last week', examples: true };
  const { facts } = await run('show_metrics', input);
  const { examples } = facts as { examples: { said: string; value: number }[] };
  expect(examples).toHaveLength(2);
  expect(examples[0]?.value).toBeGreaterThanOrEqual(examples[1]?.value ?? 0);
  expect(examples[0]?.said).toMatch(
    /^the call about [a-z ]+ on November \d+ at \d\d:\d\d, dead air /,
  );
});
