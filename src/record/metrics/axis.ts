/** The places of an axis of time, in their order, whether or not anything happened there. Pure. */
import { addMonths, DAY_MS, dayStart, monthStart, WEEKDAYS, weekStart } from '#lib/calendar.ts';
import type { Zone } from '#lib/zone.ts';
import type { Dimension, Filter } from './query.ts';

export interface Place {
  /** As the database says it: `partOf` in wall.ts. */
  readonly key: string;
  readonly label: string;
}

/** Nobody draws more; a longer axis is refused. */
const LONGEST = 20_000;

/** @returns undefined for names, which have no order of their own. */
export function axisOf(
  dimension: Dimension,
  zone: Zone,
  span: { readonly fromMs: number; readonly toMs: number },
): Place[] | undefined {
  const fromMs = zone.wallOf(span.fromMs);
  const toMs = zone.wallOf(span.toMs);
  switch (dimension) {
    case 'day':
      return steps(dayStart(fromMs), toMs, (ms) => ms + DAY_MS);
    case 'week':
      return steps(weekStart(fromMs), toMs, (ms) => ms + 7 * DAY_MS);
    case 'month':
      return steps(monthStart(fromMs), toMs, (ms) => addMonths(ms, 1));
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

/** Without the places that the filter leaves empty: a chart of Tuesdays has no Wednesdays. */
export function placesLeft(places: Place[], dimension: Dimension, filter: Filter): Place[] {
  const { weekday: days, hour: hours } = filter;
  if (dimension === 'hour' && hours !== undefined)
    return places.filter(({ key }) => hours.includes(Number(key)));
  if (days === undefined) return places;
  const kept = new Set<number>(days.map((day) => WEEKDAYS.indexOf(day)));
  if (dimension === 'weekday') return places.filter(({ key }) => kept.has(Number(key)));
  // 1970 began on a Thursday.
  if (dimension === 'day') return places.filter(({ key }) => kept.has((Number(key) + 3) % 7));
  return places;
}

function steps(firstMs: number, toMs: number, next: (ms: number) => number): Place[] {
  const places: Place[] = [];
  for (let ms = firstMs; ms < toMs && places.length < LONGEST; ms = next(ms))
    places.push({
      key: String(ms / DAY_MS),
      label: new Date(ms).toISOString().slice(0, 10),
    });
  return places;
}
