/** Charts of single calls: a dot for each, or so many of them in each bin. Pure. */
import type { ChartDrawing } from '#protocol/drawing.ts';
import { binsOf, definitionOf, type Dimension, type SingleCalls } from '#record/record.ts';
import type { Period } from '#lib/span.ts';
import { wallTime, type Zone } from '#lib/zone.ts';
import type { ToolResult } from '#tools/tool.ts';
import { during, nothingThere } from './refusals.ts';
import type { Chart } from './show-chart.ts';
import { titleWords } from './filter-words.ts';
import { amountWords, capital, dimensionWords, rounded, sentence } from './words.ts';

type Found = SingleCalls & { readonly period: Period; readonly zone: Zone };

export function scatterOf(chart: Chart, colour: Dimension | undefined, found: Found): ToolResult {
  const { measure } = chart;
  const { label, unit } = definitionOf(measure);
  const title = `${capital(label)}, call by call, ${during(found.period.label)}${titleWords(chart.filter)}`;
  const drawing: ChartDrawing = {
    ...frame(chart, found, title),
    x: { label: 'time', scale: 'time' },
    y: { label, unit },
    series: colour === undefined ? null : dimensionWords(colour),
    points: found.calls.map(({ startedAt, value, series }) => ({
      x: wallTime(found.zone, startedAt),
      series,
      value: rounded(value, 3),
      calls: 1,
    })),
  };
  return told(chart, found, drawing, 'each dot is one call');
}

export function histogramOf(chart: Chart, found: Found): ToolResult {
  const { label, unit } = definitionOf(chart.measure);
  const bins = binsOf(found.calls.map(({ value }) => value));
  const drawing: ChartDrawing = {
    ...frame(
      chart,
      found,
      `How the ${label} is distributed, ${during(found.period.label)}${titleWords(chart.filter)}`,
    ),
    x: { label: `${label} (${unit})`, scale: 'number', ...stepOf(bins) },
    y: { label: 'number of calls', unit: 'calls' },
    series: null,
    points: bins.map(({ from, calls }) => ({
      x: rounded(from, 3),
      series: null,
      value: calls * found.every,
      calls: calls * found.every,
    })),
  };
  const most = bins.toSorted((a, b) => b.calls - a.calls)[0];
  const between =
    most && `most often it is ${amountWords(most.from, unit)} to ${amountWords(most.to, unit)}`;
  return told(chart, found, drawing, between ?? '');
}

function stepOf([first]: readonly { readonly from: number; readonly to: number }[]) {
  return first === undefined ? {} : { step: rounded(first.to - first.from, 3) };
}

function frame({ kind }: Chart, { period, demo, every }: Found, title: string) {
  const notes = [
    ...(demo > 0 ? ['Demo data'] : []),
    ...(every > 1 ? [`One call of ${every} is drawn`] : []),
  ];
  return { type: 'chart', kind, title, before: null, period: period.label, notes } as const;
}

function told(chart: Chart, found: Found, drawing: ChartDrawing, seen: string): ToolResult {
  const { period, all, demo, calls } = found;
  if (all === 0) return nothingThere(period.label, drawing, chart.filter);
  const { label, unit } = definitionOf(chart.measure);
  const sorted = calls.map(({ value }) => value).toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const half = `half of the ${all} calls are under ${amountWords(middle, unit)}`;
  return {
    ok: true,
    say: [`here is the ${label} of single calls ${during(period.label)}`, half, seen]
      .filter((part) => part !== '')
      .map(sentence)
      .join(' '),
    facts: {
      shown: drawing.title,
      kind: drawing.kind,
      unit,
      calls: all,
      median: rounded(middle, 2),
      ...(drawing.kind === 'histogram'
        ? { bins: drawing.points.map(({ x, value }) => [x, value]) }
        : { points: drawing.points.length }),
      ...(demo > 0 ? { demo_calls: demo } : {}),
    },
    drawing,
  };
}
