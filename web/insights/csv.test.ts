import { expect, test } from 'vitest';
import type { ChartDrawing } from '#protocol/drawing.ts';
import { csvOf, tableOf } from './csv.ts';

const CHART: ChartDrawing = {
  type: 'chart',
  kind: 'bar',
  title: 'Containment rate by scenario, last week',
  x: { label: 'scenario', scale: 'name' },
  y: { label: 'containment rate', unit: '%' },
  series: null,
  points: [
    { x: 'block-card', series: null, value: 71.25, calls: 80 },
    { x: '=cmd|calc', series: null, value: null, calls: 0 },
    { x: 'a "quoted", name', series: null, value: 50, calls: 2 },
  ],
  before: null,
  period: 'last week',
  notes: [],
};

test('a table is read by people: names, units, and a dash where nothing can be said', () => {
  const { columns, rows } = tableOf(CHART);
  expect(columns).toEqual(['Scenario', 'Containment rate (%)', 'Calls']);
  expect(rows[0]).toEqual(['Block card', '71.3 %', '80']);
  expect(rows[1]?.[1]).toBe('–');
});

test('a spreadsheet gets numbers, and no name of ours runs in it as a formula', () => {
  expect(csvOf(CHART)).toBe(
    [
      'Scenario,Containment rate (%),Calls',
      'block-card,71.25,80',
      "'=cmd|calc,,0",
      '"a ""quoted"", name",50,2',
      '',
    ].join('\r\n'),
  );
});

test('parts and the period before have columns of their own; calls are not counted twice', () => {
  const stacked: ChartDrawing = {
    ...CHART,
    kind: 'stacked_bar',
    x: { label: 'day', scale: 'time' },
    y: { label: 'number of calls', unit: 'calls' },
    series: 'outcome',
    points: [{ x: '2026-11-23', series: 'contained', value: 1204, calls: 1204 }],
    before: [{ x: '2026-11-16', series: 'contained', value: 980, calls: 980 }],
  };
  const { columns, rows, values } = tableOf(stacked);
  expect(columns).toEqual(['Day', 'Outcome', 'Number of calls', 'The period before']);
  expect(rows).toEqual([['Mon, Nov 23', 'Contained', '1,204', '980']]);
  expect(values).toEqual([['2026-11-23', 'contained', 1204, 980]]);
});

test('figures are a table as well', () => {
  const csv = csvOf({
    type: 'metrics',
    title: 'Figures last week',
    period: 'last week',
    calls: 600,
    figures: [
      {
        name: 'handling_time',
        label: 'average handling time',
        unit: 's',
        value: 122,
        before: 130,
        better: 'down',
        target: 180,
        formula: '',
        trend: [],
      },
    ],
    notes: [],
  });
  expect(csv).toBe(
    'Figure,Last week,Before,Target,Unit\r\naverage handling time,122,130,180,s\r\n',
  );
});
