/** A time zone's wall clock: what the clock on the wall shows, written as milliseconds since 1970 as though it were UTC. Pure. */
import { DAY_MS } from './calendar.ts';

export interface Zone {
  /** As the IANA names it: "Europe/Berlin". */
  readonly name: string;
  /** What the wall shows at a moment. */
  wallOf(ms: number): number;
  /** The moment at which the wall shows this; the first of two, and where the clock leaps over it, the one after the leap. */
  momentOf(wallMs: number): number;
  /** How far the wall is ahead of UTC, stretch by stretch; the last one has no end. */
  stretches(fromMs: number, toMs: number): readonly Stretch[];
}

interface Stretch {
  /** Undefined: for good. */
  readonly untilMs: number | undefined;
  readonly aheadMs: number;
}

/** No zone changes its clock twice within it. */
const STEP_MS = 7 * DAY_MS;

export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** @throws RangeError for a zone nobody knows: `isZone`. */
export function zoneOf(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const aheadAt = (ms: number): number => {
    if (name === 'UTC') return 0;
    const part = Object.fromEntries(
      format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
  };
  /** The first millisecond of the new offset, between two moments with different ones. */
  const changeBetween = (earlierMs: number, laterMs: number): number => {
    let before = earlierMs;
    let after = laterMs;
    const old = aheadAt(before);
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (aheadAt(middle) === old) before = middle;
      else after = middle;
    }
    return after;
  };
  return {
    name,
    wallOf: (ms) => ms + aheadAt(ms),
    momentOf(wallMs) {
      const first = wallMs - aheadAt(wallMs - DAY_MS);
      const second = wallMs - aheadAt(wallMs + DAY_MS);
      const fits = (ms: number): boolean => ms + aheadAt(ms) === wallMs;
      return fits(first) || !fits(second) ? first : second;
    },
    stretches(fromMs, toMs) {
      const found: Stretch[] = [];
      let ahead = aheadAt(fromMs);
      for (let ms = fromMs; ms < toMs; ms += STEP_MS) {
        const next = aheadAt(ms + STEP_MS);
        if (next === ahead) continue;
        found.push({ untilMs: changeBetween(ms, ms + STEP_MS), aheadMs: ahead });
        ahead = next;
      }
      return [...found, { untilMs: undefined, aheadMs: ahead }];
    },
  };
}

function two(value: number): string {
  return String(Math.floor(value)).padStart(2, '0');
}

/** "2026-11-22T14:20:00+01:00": a moment, with what the wall shows. */
export function wallTime(zone: Zone, ms: number): string {
  const wall = zone.wallOf(ms);
  const shown = new Date(wall).toISOString().slice(0, 19);
  const minutes = Math.round((wall - ms) / 60_000);
  if (minutes === 0) return `${shown}Z`;
  const size = Math.abs(minutes);
  return `${shown}${minutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
}
