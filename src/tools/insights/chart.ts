/** A chart of summed figures: its drawing, and its two or three sentences. Pure. */
import type { ChartDrawing, ChartPoint } from '#protocol/drawing.ts';
import {
  type Definition,
  definitionOf,
  type Dimension,
  type MetricsAnswer,
} from '#record/record.ts';
import type { ToolResult } from '#tools/tool.ts';
import { during, nothingThere } from './refusals.ts';
import type { Chart } from './show-chart.ts';
import {
  amountWords,
  changeWords,
  dimensionWords,
  placeWords,
  rounded,
  sentence,
} from './words.ts';

/** A model needs the figures, not two thousand of them. */
const MOST_FACTS = 60;

export function chartOf(chart: Chart, answer: MetricsAnswer): ToolResult {
  const drawing = drawingOf(chart, answer);
  const { period, total, demoCalls } = answer;
  if (total.calls === 0) return nothingThere(period.label, drawing, chart.filter !== undefined);
  return {
    ok: true,
    say: [announced(chart, answer), ...observed(chart, answer)].map(sentence).join(' '),
    facts: {
      shown: drawing.title,
      kind: chart.kind,
      unit: answer.unit,
      calls: total.calls,
      total: total.value === null ? null : rounded(total.value, 2),
      ...(answer.before?.value == null ? {} : { before: rounded(answer.before.value, 2) }),
      points: drawing.points
        .slice(0, MOST_FACTS)
        .map(({ x, series, value }) => [x, ...(series === null ? [] : [series]), value]),
      ...(drawing.points.length > MOST_FACTS
        ? { points_left_out: drawing.points.length - MOST_FACTS }
        : {}),
      ...(demoCalls > 0 ? { demo_calls: demoCalls } : {}),
    },
    drawing,
  };
}

/** "Containment rate by scenario, last week". */
function titleOf({ measure, dimension, series }: Chart, period: string): string {
  const { label } = definitionOf(measure);
  const by =
    dimensionWords(dimension) + (series === undefined ? '' : ` and ${dimensionWords(series)}`);
  return `${label.slice(0, 1).toUpperCase()}${label.slice(1)} by ${by}, ${during(period)}`;
}

function drawingOf(
  chart: Chart,
  { unit, period, points, pointsBefore, demoCalls }: MetricsAnswer,
): ChartDrawing {
  const { kind, measure, dimension, series } = chart;
  const { label } = definitionOf(measure);
  return {
    type: 'chart',
    kind,
    title: titleOf(chart, period.label),
    x: { label: dimensionWords(dimension), scale: scaleOf(dimension) },
    y: { label, unit },
    series: series === undefined ? null : dimensionWords(series),
    points: shown(points),
    before: pointsBefore === undefined ? null : shown(pointsBefore),
    period: period.label,
    notes: demoCalls > 0 ? ['Demo data'] : [],
  };
}

function shown(points: MetricsAnswer['points']): ChartPoint[] {
  return points.map((point) => ({
    ...point,
    value: point.value === null ? null : rounded(point.value, 3),
  }));
}

function scaleOf(dimension: Dimension): ChartDrawing['x']['scale'] {
  if (dimension === 'day' || dimension === 'week') return 'time';
  return dimension === 'hour' || dimension === 'weekday' ? 'order' : 'name';
}

function announced(chart: Chart, { period, total, before, unit }: MetricsAnswer): string {
  const { measure, dimension, series } = chart;
  const { label } = definitionOf(measure);
  const by =
    dimensionWords(dimension) + (series === undefined ? '' : ` and ${dimensionWords(series)}`);
  const change = changeWords(total.value, before?.value ?? null, unit);
  const all = total.value === null ? '' : `: ${amountWords(total.value, unit)} in all`;
  return `here is the ${label} by ${by} ${during(period.label)}${all}${change === undefined ? '' : `, ${change}`}`;
}

/** The highest and the lowest: what anybody would look for first. */
function observed(
  { measure, dimension, series }: Chart,
  { unit, points }: MetricsAnswer,
): string[] {
  const sure = points.flatMap(({ value, ...point }) =>
    value === null ? [] : [{ ...point, value }],
  );
  const [first, ...others] = sure.toSorted((a, b) => b.value - a.value);
  const last = others.at(-1);
  if (first === undefined || last === undefined || first.value === last.value) return [];
  const place = ({ x, series: part }: (typeof sure)[number]): string =>
    placeWords(x, dimension) +
    (part === null || series === undefined ? '' : `, ${placeWords(part, series)}`);
  const highest = `the highest is ${place(first)} with ${amountWords(first.value, unit)}`;
  // The quietest hour of a heat map is of no interest.
  if (series !== undefined || sure.length > MOST_FACTS) return [highest];
  return [
    `${highest}, the lowest ${place(last)} with ${amountWords(last.value, unit)}${aim(definitionOf(measure))}`,
  ];
}

function aim({ target, unit }: Definition): string {
  return target === undefined ? '' : `; the target is ${amountWords(target, unit)}`;
}
