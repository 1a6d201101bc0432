import { expect, test } from 'vitest';
import type { ChartDrawing, ChartPoint } from '#protocol/drawing.ts';
import { binWidth, descriptionOf, hoursAlong, isLying, shapeOf } from './chart-shape.ts';

const point = (
  x: string | number,
  value: number | null,
  series: string | null = null,
): ChartPoint => ({
  x,
  value,
  series,
  calls: value === null ? 0 : Math.round(value),
});
const CHART: ChartDrawing = {
  type: 'chart',
  kind: 'line',
  title: 'Number of calls by day, last week',
  x: { label: 'day', scale: 'time' },
  y: { label: 'number of calls', unit: 'calls' },
  series: null,
  points: [point('2026-11-23', 132), point('2026-11-24', null), point('2026-11-25', 34)],
  before: null,
  period: 'last week',
  notes: [],
};

test('a day on which nothing can be said is a gap in the line, not a nought', () => {
  const { marks, highest } = shapeOf(CHART);
  expect(marks.map(({ value }) => value)).toEqual([132, Number.NaN, 34]);
  expect(highest).toBe(132);
});

test('the period before stands at the places of this one, and not at all where it had no calls', () => {
  const before = [point('2026-11-16', 100), point('2026-11-17', 90), point('2026-11-18', 80)];
  const compared = shapeOf({ ...CHART, before });
  expect(compared.before.map(({ x }) => x)).toEqual(compared.marks.map(({ x }) => x));
  expect(compared.before[0]?.value).toBe(100);
  const empty = before.map((each) => ({ ...each, value: 0, calls: 0 }));
  expect(shapeOf({ ...CHART, before: empty }).before).toEqual([]);
});

test('parts and places keep the order in which they came', () => {
  const { parts, places } = shapeOf({
    ...CHART,
    kind: 'stacked_bar',
    x: { label: 'scenario', scale: 'name' },
    series: 'outcome',
    points: [
      point('wire-transfer', 3, 'escalated'),
      point('wire-transfer', 1, 'contained'),
      point('block-card', 9, 'escalated'),
    ],
  });
  expect(parts).toEqual(['Escalated', 'Contained']);
  expect(places).toEqual(['Wire transfer', 'Block card']);
});

test('whoever cannot see the chart is told its highest and its lowest', () => {
  expect(descriptionOf(CHART)).toBe(
    'Number of calls by day, last week. Highest: Mon, Nov 23, 132 calls. Lowest: Wed, Nov 25, 34 calls.',
  );
  expect(descriptionOf({ ...CHART, points: [] })).toContain('nothing to see');
});

test('bars beside names lie, bars in time stand, hours run along', () => {
  const names = { label: 'scenario', scale: 'name' } as const;
  expect(isLying({ ...CHART, kind: 'bar', x: names })).toBe(true);
  expect(isLying({ ...CHART, kind: 'bar' })).toBe(false);
  expect(hoursAlong({ ...CHART, series: 'hour of the day' })).toBe(true);
  expect(binWidth({ ...CHART, points: [point(30, 4), point(45, 2)] })).toBe(15);
});

test('a moment stands where the clock on the wall stood, wherever the reader sits', () => {
  const { marks } = shapeOf({
    ...CHART,
    kind: 'scatter',
    points: [point('2026-11-22T23:30:00+01:00', 80)],
  });
  expect(marks[0]?.x).toEqual(new Date('2026-11-22T23:30:00Z'));
  expect(marks[0]?.says).toContain('Nov 22, 23:30');
});

test('days in a ranking are days, and months are months', () => {
  const ranked = { ...CHART, kind: 'bar', x: { label: 'day', scale: 'name' } } as const;
  expect(shapeOf(ranked).places).toEqual(['Mon, Nov 23', 'Tue, Nov 24', 'Wed, Nov 25']);
  const months = {
    ...CHART,
    x: { label: 'month', scale: 'time' },
    points: [point('2026-10-01', 9)],
  } as const;
  expect(shapeOf(months).marks[0]?.says).toBe('October 2026\n9 calls');
});

test('one bin alone is as wide as it says', () => {
  const x = { label: 'handling time (s)', scale: 'number', step: 20 } as const;
  expect(binWidth({ ...CHART, kind: 'histogram', x, points: [point(40, 3)] })).toBe(20);
});
