/** Dates as one says them. */
const DAY = new Intl.DateTimeFormat('en-US', {
  weekday: 'long',
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
});

/** @param date `2026-10-08` @returns "Thursday, October 8". */
export function spokenDate(date: string): string {
  return DAY.format(new Date(`${date}T00:00:00Z`));
}
