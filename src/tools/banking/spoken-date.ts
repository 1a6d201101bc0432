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

const IN_YEAR = new Intl.DateTimeFormat('en-US', {
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
});

/** @param date `2026-10-08` @returns "October 8". */
export function spokenDay(date: string): string {
  return IN_YEAR.format(new Date(`${date}T00:00:00Z`));
}

/** @param date `2026-10-08` @returns "October 8, 2026". */
export function spokenFullDate(date: string): string {
  return `${spokenDay(date)}, ${date.slice(0, 4)}`;
}
