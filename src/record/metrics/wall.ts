/** When a call began by the clock on the wall, in SQL that SQLite and PostgreSQL share: neither need know a time zone. Pure. */
import { DAY_MS } from '#lib/calendar.ts';
import type { Zone } from '#lib/zone.ts';
import type { Dimension } from './query.ts';
import { axisOf } from './axis.ts';

/** Within which the clock is right. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Milliseconds since 1970 as the wall shows them. Every number in it is ours. */
function wall(zone: Zone, { fromMs, toMs }: Span): string {
  // No call is older than the clock of computers.
  const stretches = zone.stretches(Math.max(0, fromMs), toMs);
  const cases = stretches.flatMap(({ untilMs, aheadMs }) =>
    untilMs === undefined ? [] : [`when c.started_at < ${whole(untilMs)} then ${whole(aheadMs)}`],
  );
  const last = whole(stretches.at(-1)?.aheadMs ?? 0);
  const ahead = cases.length === 0 ? last : `case ${cases.join(' ')} else ${last} end`;
  return ahead === '0' ? 'c.started_at' : `(c.started_at + ${ahead})`;
}

/** Whole numbers for what is of time: days since 1970, hours 0 to 23, weekdays from Monday. */
export function partOf(dimension: Dimension, zone: Zone, span: Span): string {
  switch (dimension) {
    case 'day':
      return `${wall(zone, span)} / ${DAY_MS}`;
    case 'week':
      return mondayOf(`${wall(zone, span)} / ${DAY_MS}`);
    case 'month':
      return monthOf(zone, span);
    case 'hour':
      return `(${wall(zone, span)} / 3600000) % 24`;
    case 'weekday':
      return `(${wall(zone, span)} / ${DAY_MS} + 3) % 7`;
    case 'scenario':
    case 'outcome':
    case 'escalation_reason':
    case 'provider':
    case 'mode':
    case 'channel':
      return `c.${dimension}`;
  }
}

/** Counted by their Mondays; 1970 began on a Thursday. */
function mondayOf(day: string): string {
  return `${day} - (${day} + 3) % 7`;
}

/** By the first days of the months that follow. */
function monthOf(zone: Zone, span: Span): string {
  const places = axisOf('month', zone, span) ?? [];
  const cases = places.slice(0, -1).map(({ key }, index) => {
    const next = Number(places[index + 1]?.key) * DAY_MS;
    return `when c.started_at < ${whole(zone.momentOf(next))} then ${key}`;
  });
  const last = places.at(-1)?.key ?? '0';
  return cases.length === 0
    ? `cast(${last} as integer)`
    : `case ${cases.join(' ')} else ${last} end`;
}

function whole(value: number): string {
  return String(Math.round(value));
}
