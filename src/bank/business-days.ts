/** The bank works from Monday to Friday. */
const DAY_MS = 86_400_000;

/**
 * @param from milliseconds since 1970
 * @returns the date (`YYYY-MM-DD`, UTC) so many working days later
 */
export function businessDaysAfter(from: number, days: number): string {
  const day = new Date(from);
  for (let left = days; left > 0;) {
    day.setTime(day.getTime() + DAY_MS);
    const weekday = day.getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return day.toISOString().slice(0, 10);
}
