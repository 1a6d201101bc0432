/** Days and months between dates (`YYYY-MM-DD`), without hours or time zones. */
const DAY_MS = 86_400_000;

/** @param at milliseconds since 1970 @returns its day, in UTC */
export function dateOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

/** @param days may be negative */
export function addDays(date: string, days: number): string {
  return dateOf(Date.parse(date) + days * DAY_MS);
}

/** The same day of another month, or its last day where it has no such day. @param months may be negative */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dateOf(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)));
}
