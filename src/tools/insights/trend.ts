/** How a figure went within its period, in few enough steps for a sparkline. */
import type { DrawnFigure } from '#protocol/drawing.ts';
import type { Dimension, Metrics, MetricsQuery } from '#record/record.ts';

/** The longest stretch of each, in days, so that there are never more than 60 steps. */
const LONGEST_DAYS: readonly (readonly [Dimension, number])[] = [
  ['hour', 1.1],
  ['day', 60],
  ['week', 59 * 7],
  ['month', 59 * 30],
];
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** @returns nothing where the period is too long to be followed. */
export async function trendOf(
  metrics: Metrics,
  { measure, period: words, filter }: MetricsQuery,
  period: { readonly fromMs: number; readonly toMs: number },
): Promise<DrawnFigure['trend']> {
  const days = (period.toMs - period.fromMs) / DAY_MS;
  const dimension = LONGEST_DAYS.find(([, longest]) => days <= longest)?.[0];
  if (dimension === undefined) return [];
  const answer = await metrics.ask({ measure, period: words, filter, dimension });
  if (!answer.ok) return [];
  const steps = answer.points.map(({ x, value }) => ({ x, value }));
  if (dimension !== 'hour') return steps;
  // Hours that are not part of the period are no noughts.
  const { zone } = metrics;
  const asked = new Set<number>();
  for (let ms = period.fromMs; ms < period.toMs; ms += HOUR_MS)
    asked.add(new Date(zone.wallOf(ms)).getUTCHours());
  const order = [...asked];
  return steps
    .filter(({ x }) => asked.has(Number(x)))
    .toSorted((a, b) => order.indexOf(Number(a.x)) - order.indexOf(Number(b.x)));
}
