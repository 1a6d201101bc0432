/** Days, weeks and months in UTC, as milliseconds since 1970. Weeks begin on Monday. Pure. */
export const DAY_MS = 86_400_000;

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

export const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

export function dayStart(ms: number): number {
  return Math.floor(ms / DAY_MS) * DAY_MS;
}

export function weekStart(ms: number): number {
  // The first of January 1970 was a Thursday.
  const sinceMonday = (Math.floor(ms / DAY_MS) + 3) % 7;
  return dayStart(ms) - sinceMonday * DAY_MS;
}

export function monthStart(ms: number): number {
  const date = new Date(ms);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
}

/** The same day and time so many months on; the last of the month where it has fewer days. */
export function addMonths(ms: number, count: number): number {
  const date = new Date(ms);
  const target = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count + 1, 0));
  const day = Math.min(date.getUTCDate(), lastDay.getUTCDate());
  return target + (day - 1) * DAY_MS + (ms - dayStart(ms));
}
