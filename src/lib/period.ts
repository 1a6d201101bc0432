/** Period words: "last week", "since Monday", "in October", "the last 7 days", "2026-10-01 to 2026-10-31". Pure. */
import { addMonths, DAY_MS, dayStart, WEEKDAYS } from './calendar.ts';
import { datedPeriod, monthNamed, partOfDay } from './dated-period.ts';
import { namedPeriod } from './named-period.ts';
import { smallNumber, withDayNumbers } from './small-number.ts';
import { capital, dayLabel, everything, moved, type Period, stretch } from './span.ts';
import type { Zone } from './zone.ts';

const HOUR_MS = 3_600_000;
const NTH_ONLY = /^(?:the )?\d{1,2}(?:st|nd|rd|th)?$/;

/** @returns undefined where the words name no period. @param nowMs milliseconds since 1970. */
export function periodOf(words: string, nowMs: number, zone: Zone): Period | undefined {
  const text = plain(words);
  // Hours are hours whatever the clock on the wall does meanwhile.
  const hours = lastHours(text, nowMs);
  if (hours !== undefined) return hours;
  const now = zone.wallOf(nowMs);
  const found = onTheWall(text, now);
  if (found === undefined) return undefined;
  const moment = (wallMs: number): number =>
    wallMs === now ? nowMs : wallMs === 0 ? 0 : zone.momentOf(wallMs);
  const { fromMs, toMs, before, label } = found;
  return {
    fromMs: moment(fromMs),
    toMs: moment(toMs),
    before: { fromMs: moment(before.fromMs), toMs: moment(before.toMs), label: before.label },
    label,
  };
}

function plain(words: string): string {
  return withDayNumbers(
    // "The first half" counts halves, not days.
    words
      .toLowerCase()
      .replaceAll(/\b(first|second|third|fourth) (?=half|week|quarter)/g, (word) =>
        word.toUpperCase(),
      ),
  )
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^(?:in|for|over|during|within) (?:the )?(?=\S+ (?:days|weeks|months)$)/, '')
    .replace(
      /^(?:in|over|for|during|within|across|on|of|at)? ?(?:the )?(?=last|past|previous|next|coming|this|current|week|month|quarter|year|so far)/,
      '',
    );
}

function onTheWall(text: string, nowMs: number): Period | undefined {
  return (
    range(text, nowMs) ??
    since(text, nowMs) ??
    lastSome(text, nowMs) ??
    someAgo(text, nowMs) ??
    partOfDay(text, nowMs) ??
    one(text, nowMs)
  );
}

function one(text: string, nowMs: number): Period | undefined {
  return namedPeriod(text, nowMs) ?? datedPeriod(text, nowMs);
}

function range(text: string, nowMs: number): Period | undefined {
  const found =
    /^(?:between |from )?(.+?) ?(?:\band\b|\bto\b|\buntil\b|\btill\b|\bthrough\b|\bup to\b| - ) ?(.+)$/.exec(
      text,
    );
  if (found === null || /^\d{4}-\d\d-\d\d$/.test(text) || text.endsWith(' to date'))
    return undefined;
  const [first = '', last = ''] = found.slice(1);
  const to = one(NTH_ONLY.test(last) ? withMonthOf(last, first) : last, nowMs);
  let from = one(NTH_ONLY.test(first) ? withMonthOf(first, last) : first, nowMs);
  if (from === undefined || to === undefined) return undefined;
  // "From Friday to Monday" begins in the week before.
  if (from.fromMs >= to.toMs && WEEKDAYS.includes(first.replace(/^(?:last|this) /, '')))
    from = { ...from, fromMs: from.fromMs - 7 * DAY_MS };
  if (to.toMs <= from.fromMs) return undefined;
  const until = from.fromMs > nowMs ? to.toMs : Math.min(to.toMs, nowMs);
  return stretch(from.fromMs, until, `from ${place(from, nowMs)} to ${place(to, nowMs)}`);
}

function withMonthOf(day: string, other: string): string {
  const name = monthNamed(other);
  const [year = ''] = /\b\d{4}\b/.exec(other) ?? [];
  return name === undefined ? day : `${name} ${day.replace(/^the /, '')} ${year}`.trim();
}

function place({ label }: Period, nowMs: number): string {
  const words = label.replace(/^(?:on|in) /, '');
  return words === 'so far' ? dayLabel(nowMs, nowMs) : words;
}

function since(text: string, nowMs: number): Period | undefined {
  const [, what] = /^(?:since|after|from) (?:the )?(.+)$/.exec(text) ?? [];
  if (what === undefined) return undefined;
  if (what === 'beginning') return everything(nowMs);
  const from = one(what, nowMs);
  if (from === undefined) return undefined;
  const start = text.startsWith('after ') ? Math.min(from.toMs, nowMs) : from.fromMs;
  const label = `since ${capital(place(from, nowMs)).replace(/^(today)$/, 'midnight')}`;
  // Since Monday is this week; it is compared with the week before, not with a weekend.
  if (WEEKDAYS.includes(what))
    return { ...moved(start, nowMs, 7 * DAY_MS, 'the same days of the week before'), label };
  return stretch(
    start,
    nowMs,
    /^(?:start|beginning)/.test(what) ? `since the ${capital(what)}` : label,
  );
}

function counted(word: string): number | undefined {
  if (word === 'a' || word === 'an') return 1;
  if (word === 'couple of') return 2;
  return word === 'few' ? 3 : smallNumber(word);
}

function lastHours(text: string, nowMs: number): Period | undefined {
  const [, word] = /^(?:last|past|previous) (?:(\S+|couple of) hours|hour)$/.exec(text) ?? [];
  const count = text.endsWith('hour') ? 1 : counted(word ?? '');
  if (!/^(?:last|past|previous) .*\bhours?$|^(?:last|past) hour$/.test(text)) return undefined;
  if (count === undefined || count < 1) return undefined;
  const label = count === 1 ? 'in the last hour' : `the last ${count} hours`;
  const before = count === 1 ? 'the hour before' : `the ${count} hours before`;
  return { ...moved(nowMs - count * HOUR_MS, nowMs, count * HOUR_MS, before), label };
}

/** "The last 7 days": today is one of them, so that seven days are seven bars. */
function lastSome(text: string, nowMs: number): Period | undefined {
  const words = text.replace(/^(?:last|past) fortnight$/, 'last 14 days');
  const found = /^(?:(?:last|past|previous) )?(couple of|\S+) (day|week|month)s$/.exec(words);
  const count = counted(found?.[1] ?? '');
  if (found === null || count === undefined || count < 1) return undefined;
  const unit = found[2] ?? '';
  const label = count === 1 ? `the last ${unit}` : `the last ${count} ${unit}s`;
  const earlier = count === 1 ? `the ${unit} before` : `the ${count} ${unit}s before`;
  if (unit === 'month') {
    const fromMs = dayStart(addMonths(nowMs, -count));
    const before = { fromMs: addMonths(fromMs, -count), toMs: fromMs, label: earlier };
    return { fromMs, toMs: nowMs, before, label };
  }
  const days = unit === 'week' ? count * 7 : count;
  const fromMs = dayStart(nowMs) - (days - 1) * DAY_MS;
  return { ...moved(fromMs, nowMs, days * DAY_MS, earlier), label };
}

/** "Two weeks ago" is that week, "three days ago" that day. */
function someAgo(text: string, nowMs: number): Period | undefined {
  const found = /^(\S+) (day|week|month)s? ago$/.exec(text);
  const count = counted(found?.[1] ?? '');
  if (found === null || count === undefined) return undefined;
  const unit = found[2] ?? '';
  const then =
    unit === 'month'
      ? addMonths(nowMs, -count)
      : nowMs - count * DAY_MS * (unit === 'week' ? 7 : 1);
  const whole = namedPeriod(unit === 'day' ? 'today' : `this ${unit}`, then);
  if (whole === undefined || count < 1) return undefined;
  const ended =
    unit === 'day'
      ? whole.fromMs + DAY_MS
      : unit === 'week'
        ? whole.fromMs + 7 * DAY_MS
        : addMonths(whole.fromMs, 1);
  const length = ended - whole.fromMs;
  const label = count === 1 ? `a ${unit} ago` : `${count} ${unit}s ago`;
  const fromBefore = unit === 'month' ? addMonths(whole.fromMs, -1) : whole.fromMs - length;
  const before = { fromMs: fromBefore, toMs: whole.fromMs, label: `the ${unit} before` };
  return { fromMs: whole.fromMs, toMs: ended, before, label };
}
