/** A chart of summed figures: its drawing, and its two or three sentences. Pure. */
import type { ChartDrawing, ChartPoint } from '#protocol/drawing.ts';
import { definitionOf, type Dimension, type MetricsAnswer } from '#record/record.ts';
import type { ToolResult } from '#tools/tool.ts';
import { titleWords } from './filter-words.ts';
import { observed } from './observed.ts';
import { during, nothingThere } from './refusals.ts';
import type { Chart } from './show-chart.ts';
import { amountWords, capital, dimensionWords, movedWords, rounded, sentence } from './words.ts';

/** A model needs the figures, not two thousand of them. */
const MOST_FACTS = 60;

export function chartOf(chart: Chart, answer: MetricsAnswer): ToolResult {
  const drawing = drawingOf(chart, answer);
  const { period, total, demoCalls } = answer;
  if (total.calls === 0) return nothingThere(period.label, drawing, chart.filter);
  return {
    ok: true,
    say: [announced(chart, answer), ...observed(chart, answer)].map(sentence).join(' '),
    facts: {
      shown: drawing.title,
      kind: chart.kind,
      unit: answer.unit,
      calls: total.calls,
      total: total.value === null ? null : rounded(total.value, 2),
      ...(answer.before?.value == null
        ? {}
        : { before: rounded(answer.before.value, 2), before_is: period.before.label }),
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

/** "Containment rate by scenario, last week, compared with the week before". */
function titleOf(chart: Chart, { period, pointsBefore }: MetricsAnswer): string {
  const { measure, filter, top, order = 'highest' } = chart;
  const { label } = definitionOf(measure);
  const ranks = top === undefined ? '' : ` (the ${top} ${order})`;
  const beside = pointsBefore === undefined ? '' : `, compared with ${period.before.label}`;
  return `${capital(label)} ${byWords(chart)}${ranks}, ${during(period.label)}${titleWords(filter)}${beside}`;
}

function byWords({ dimension, series }: Chart): string {
  const second = series === undefined ? '' : ` and ${dimensionWords(series)}`;
  return `by ${dimensionWords(dimension)}${second}`;
}

function drawingOf(chart: Chart, answer: MetricsAnswer): ChartDrawing {
  const { kind, measure, dimension, series, top } = chart;
  const { unit, period, points, pointsBefore, demoCalls } = answer;
  return {
    type: 'chart',
    kind,
    title: titleOf(chart, answer),
    // A ranking goes by its figures, not by the calendar.
    x: { label: dimensionWords(dimension), scale: top === undefined ? scaleOf(dimension) : 'name' },
    y: { label: definitionOf(measure).label, unit },
    series: series === undefined ? null : dimensionWords(series),
    points: shown(points),
    before: pointsBefore === undefined ? null : shown(pointsBefore),
    ...(pointsBefore === undefined ? {} : { beforeLabel: period.before.label }),
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
  if (dimension === 'day' || dimension === 'week' || dimension === 'month') return 'time';
  return dimension === 'hour' || dimension === 'weekday' ? 'order' : 'name';
}

function announced(chart: Chart, { period, total, before, unit }: MetricsAnswer): string {
  const { measure, top } = chart;
  const { label, better } = definitionOf(measure);
  const compared = {
    value: total.value,
    before: before?.value ?? null,
    unit,
    label: period.before.label,
  };
  const all =
    total.value === null
      ? ''
      : `: ${amountWords(total.value, unit)} ${unit === 'calls' ? 'in all' : 'overall'}`;
  const change = movedWords(compared, better).map((part) => `, ${part}`);
  const which = top === undefined ? '' : ', ranked,';
  return `here is the ${label} ${byWords(chart)}${which} ${during(period.label)}${titleWords(chart.filter)}${all}${change.join('')}`;
}
