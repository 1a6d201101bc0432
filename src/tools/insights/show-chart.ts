/** A chart of the calls: what is drawn, by what, over which period; numbers for the model, a drawing for the client. */
import { z } from 'zod';
import type { ChartKind } from '#protocol/drawing.ts';
import {
  definitionOf,
  DIMENSIONS,
  type Dimension,
  Filter,
  METRIC_NAMES,
  type Metrics,
  MetricsQuery,
} from '#record/record.ts';
import type { Tool, ToolResult } from '#tools/tool.ts';
import { chartOf } from './chart.ts';
import { drawnFrom } from './drawn-from.ts';
import { refused } from './refusals.ts';
import { histogramOf, scatterOf } from './single-call-charts.ts';

const KINDS = ['line', 'bar', 'stacked_bar', 'area', 'scatter', 'heat_map', 'histogram'] as const;
/** A scatter chart shows no more dots; a histogram sorts this many calls into its bins. */
const MOST_DOTS = 2_000;
const MOST_SORTED = 50_000;
/** What most people mean where they do not say when. */
const USUAL_PERIOD: Readonly<Partial<Record<Dimension, string>>> = {
  week: 'the last 8 weeks',
  month: 'the last 6 months',
  hour: 'the last 4 weeks',
  weekday: 'the last 4 weeks',
};
const USUAL = 'the last 7 days';

const Input = z.object({
  kind: z.enum(KINDS).optional().describe('Without it, the kind that suits the dimension.'),
  measure: z.enum(METRIC_NAMES).default('calls'),
  dimension: z
    .enum(DIMENSIONS)
    .optional()
    .describe('What it is drawn by. `hour` is the hour of the day. Without it: by day.'),
  series: z
    .enum(DIMENSIONS)
    .optional()
    .describe(
      'A second dimension: the colours of a stacked bar or of lines, the columns of a heat map.',
    ),
  period: z
    .string()
    .max(80)
    .optional()
    .describe(
      'Without it: the last 7 days, 8 weeks, 6 months, or for hours and weekdays 4 weeks. In words: "today", "last week", "since Monday", "in October", "the last 7 days", "2026-10-01 to 2026-10-31".',
    ),
  filter: Filter.optional().describe('Only calls that are all of this.'),
  comparison: z
    .enum(['none', 'previous_period'])
    .optional()
    .describe('Draws the period before beside it.'),
  against: MetricsQuery.shape.against.describe(
    'Another period to compare with than the one before, in the same words as `period`.',
  ),
  top: MetricsQuery.shape.top.describe(
    'Only so many places of the dimension, ranked: "the top 3".',
  ),
  order: MetricsQuery.shape.order.describe('Which of them come first; without it, the highest.'),
});
export type ChartInput = z.infer<typeof Input>;

/** All that is needed to draw. */
export interface Chart extends Omit<MetricsQuery, 'dimension'> {
  readonly kind: ChartKind;
  readonly dimension: Dimension;
}

export function showChart(metrics: Metrics): Tool<ChartInput> {
  return {
    name: 'show_chart',
    title: 'Drawing a chart',
    description:
      'Draws a chart about the calls for the manager: a measure by a dimension over a period. A histogram and a scatter chart show single calls (handling time, latency, interruptions, dead air, cost).',
    input: Input,
    needs: 'unknown',
    effect: 'read',
    run: async (input) => drawnFrom('show_chart', input, await draw(metrics, completed(input))),
  };
}

/** What was left open is what most people would draw. */
function completed({ kind, dimension, period, ...rest }: ChartInput): Chart {
  const twoTimes = rest.series !== undefined && isTime(rest.series);
  const by = dimension ?? (kind === 'heat_map' ? 'weekday' : 'day');
  const suits = twoTimes && isTime(by) ? 'heat_map' : suitedTo(by, rest.series, rest.top);
  const wished = kind ?? suits;
  // Rates on top of each other would add up to a number that means nothing.
  const isCount = definitionOf(rest.measure).unit === 'calls';
  const chosen = wished === 'stacked_bar' && !isCount ? 'bar' : wished;
  const series = chosen === 'heat_map' ? (rest.series ?? 'hour') : rest.series;
  const when = period ?? USUAL_PERIOD[by] ?? USUAL;
  const chart = { ...rest, kind: chosen, dimension: by, series, period: when };
  if (chosen !== 'heat_map') return chart;
  // A heat map has no room for a second one; a ranking has no colours.
  return { ...chart, comparison: 'none', against: undefined, top: undefined };
}

function suitedTo(
  dimension: Dimension,
  series: Dimension | undefined,
  top: number | undefined,
): ChartKind {
  // The best three days do not follow each other.
  if (top !== undefined) return 'bar';
  if (dimension === 'day' || dimension === 'week' || dimension === 'month') return 'line';
  return series === undefined ? 'bar' : 'stacked_bar';
}

function isTime(dimension: Dimension): boolean {
  return ['day', 'week', 'month', 'hour', 'weekday'].includes(dimension);
}

async function draw(metrics: Metrics, chart: Chart): Promise<ToolResult> {
  const { kind, ...query } = chart;
  if (kind === 'scatter' || kind === 'histogram') {
    // Dots are coloured by what was asked for; time is their place already.
    const coloured = query.series ?? (isTime(query.dimension) ? undefined : query.dimension);
    const most = kind === 'scatter' ? MOST_DOTS : MOST_SORTED;
    const found = await metrics.askSingly({ ...query, series: coloured }, most);
    if (!found.ok) return refused(found.why);
    const dated = { ...found, zone: metrics.zone };
    return kind === 'scatter' ? scatterOf(chart, coloured, dated) : histogramOf(chart, dated);
  }
  const answer = await metrics.ask(query);
  return answer.ok ? chartOf(chart, answer) : refused(answer.why);
}
