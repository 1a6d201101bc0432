/** The places of an axis of time, in their order, whether or not anything happened there. Pure. */
import { DAY_MS, dayStart, WEEKDAYS, weekStart } from '#lib/calendar.ts';
import type { Period } from '#lib/period.ts';
import type { Dimension } from './query.ts';

export interface Place {
  /** As the database says it: `PARTS` in select.ts. */
  readonly key: string;
  readonly label: string;
}

/** Nobody draws more; a longer axis is refused. */
const LONGEST = 20_000;

/** @returns undefined for names, which have no order of their own. */
export function axisOf(
  dimension: Dimension,
  { fromMs, toMs }: Pick<Period, 'fromMs' | 'toMs'>,
): Place[] | undefined {
  switch (dimension) {
    case 'day':
      return steps(dayStart(fromMs), toMs, DAY_MS);
    case 'week':
      return steps(weekStart(fromMs), toMs, 7 * DAY_MS);
    case 'hour':
      return Array.from({ length: 24 }, (_, hour) => ({
        key: String(hour),
        label: String(hour).padStart(2, '0'),
      }));
    case 'weekday':
      return WEEKDAYS.map((label, index) => ({ key: String(index), label }));
    case 'scenario':
    case 'outcome':
    case 'escalation_reason':
    case 'provider':
    case 'mode':
    case 'channel':
      return undefined;
  }
}

function steps(firstMs: number, toMs: number, stepMs: number): Place[] {
  const count = Math.min(Math.ceil((toMs - firstMs) / stepMs), LONGEST);
  return Array.from({ length: count }, (_, index) => {
    const ms = firstMs + index * stepMs;
    return { key: String(ms / DAY_MS), label: new Date(ms).toISOString().slice(0, 10) };
  });
}
