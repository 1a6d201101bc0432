/** Days, weeks, months and quarters that are named by the calendar: the latest that has begun. Wall-clock time. Pure. */
import {
  addMonths,
  DAY_MS,
  dayStart,
  MONTHS,
  monthStart,
  WEEKDAYS,
  weekStart,
} from './calendar.ts';
import { namedPeriod } from './named-period.ts';
import { capital, dayLabel, months, moved, type Period } from './span.ts';

const WEEK_MS = 7 * DAY_MS;
const HOUR_MS = 3_600_000;
const NTH_WORDS = ['first', 'second', 'third', 'fourth'];

export function datedPeriod(text: string, nowMs: number): Period | undefined {
  const words = text.replace(/^(?:on|in|during|for|of|over|next) /, '').replace(/^the /, '');
  return (
    startOf(words, nowMs) ??
    halfOrWeek(words, nowMs) ??
    weekOf(words, nowMs) ??
    quarter(words, nowMs) ??
    yearIn(words, nowMs) ??
    day(words, nowMs) ??
    month(words.replace(/^(?:last|this) /, ''), nowMs)
  );
}

/** One that says less than another takes over its month: "the 3rd to the 10th of November". */
export function monthNamed(words: string): string | undefined {
  return MONTHS.find((name) => new RegExp(`\\b${name.slice(0, 3)}`).test(words));
}

function startOf(words: string, nowMs: number): Period | undefined {
  const [, whole] = /^(?:start|beginning) of (?:the |this )?(.+)$/.exec(words) ?? [];
  if (whole === undefined) return undefined;
  return namedPeriod(whole, nowMs) ?? month(whole, nowMs);
}

/** "First half of October", "last week of October": by days of the month, 1 to 15, 1 to 7. */
function halfOrWeek(words: string, nowMs: number): Period | undefined {
  const found = /^(\w+) (half|week) (?:of|in) (.+)$/.exec(words);
  if (found === null) return undefined;
  const [which = '', unit, whole = ''] = found.slice(1);
  const of = namedPeriod(whole.replace(/^the month$/, 'this month'), nowMs) ?? month(whole, nowMs);
  if (of === undefined) return undefined;
  const first = monthStart(of.fromMs);
  const place = placeOf(which);
  const isWeek = unit === 'week';
  if (which !== 'last' && (place === undefined || (!isWeek && place > 1))) return undefined;
  if (which === 'last' && !isWeek) return undefined;
  const daysIn = (begins: number): readonly [number, number] => {
    const length = Math.round((addMonths(begins, 1) - begins) / DAY_MS);
    if (isWeek) return place === undefined ? [length - 7, length] : [place * 7, place * 7 + 7];
    return place === 0 ? [0, 15] : [15, length];
  };
  const earlier = addMonths(first, -1);
  const [from, to] = daysIn(first).map((days) => first + days * DAY_MS) as [number, number];
  const before = daysIn(earlier).map((days) => earlier + days * DAY_MS) as [number, number];
  const isOver = to <= nowMs || from > nowMs;
  const name = capital(MONTHS[new Date(earlier).getUTCMonth()] ?? '');
  const beforeIs = `the ${which} ${unit} of ${name}`;
  return {
    fromMs: from,
    toMs: endOf(from, to, nowMs),
    before: {
      fromMs: before[0],
      toMs: isOver ? before[1] : before[0] + (nowMs - from),
      label: isOver ? beforeIs : `the same part of ${beforeIs}`,
    },
    label: `in the ${which} ${unit} of ${of.label.replace(/^in /, '')}`,
  };
}

function weekOf(words: string, nowMs: number): Period | undefined {
  const [, date] = /^week (?:of|beginning|starting|from)(?: on)? (.+)$/.exec(words) ?? [];
  const [, number] = /^(?:calendar )?week (\d{1,2})$/.exec(words) ?? [];
  // The fourth of January is in the first week of its year (ISO 8601).
  const fourth = Date.UTC(new Date(nowMs).getUTCFullYear(), 0, 4);
  const inside =
    date === undefined
      ? number === undefined
        ? undefined
        : fourth + (Number(number) - 1) * WEEK_MS
      : (day(date.replace(/^the /, ''), nowMs)?.fromMs ?? undefined);
  if (inside === undefined) return undefined;
  const from = weekStart(inside);
  const label =
    number === undefined ? `in the week of ${dayLabel(from, nowMs)}` : `in week ${number}`;
  return { ...moved(from, endOf(from, from + WEEK_MS, nowMs), WEEK_MS, 'the week before'), label };
}

function quarter(words: string, nowMs: number): Period | undefined {
  const found = /^(?:q ?([1-4])|(\w+) quarter)(?:,? (?:of )?(\d{4}))?$/.exec(words);
  if (found === null) return undefined;
  const place = found[1] === undefined ? placeOf(found[2] ?? '') : Number(found[1]) - 1;
  if (place === undefined) return undefined;
  const thisYear = new Date(nowMs).getUTCFullYear();
  const begins = Date.UTC(thisYear, place * 3);
  const year =
    found[3] === undefined ? (begins > nowMs ? thisYear - 1 : thisYear) : Number(found[3]);
  const from = Date.UTC(year, place * 3);
  const to = endOf(from, addMonths(from, 3), nowMs);
  const label = `in the ${NTH_WORDS[place] ?? ''} quarter${year === thisYear ? '' : ` of ${year}`}`;
  return months(from, to, 3, { label, before: 'the quarter before' });
}

function yearIn(words: string, nowMs: number): Period | undefined {
  const [, year] = /^(?:year )?((?:19|20)\d\d)$/.exec(words) ?? [];
  if (year === undefined) {
    const thisYear = Date.UTC(new Date(nowMs).getUTCFullYear(), 0);
    return words === 'new year' ? day(isoOf(thisYear), nowMs) : undefined;
  }
  const from = Date.UTC(Number(year), 0);
  const to = endOf(from, Date.UTC(Number(year) + 1, 0), nowMs);
  return months(from, to, 12, { label: `in ${year}`, before: 'the year before' });
}

function day(words: string, nowMs: number): Period | undefined {
  const iso = /^\d{4}-\d\d-\d\d$/.exec(words);
  if (iso !== null) {
    const ms = Date.parse(words);
    // The 30th of February is no day, although dates can be computed with it.
    return Number.isNaN(ms) || isoOf(ms) !== words ? undefined : oneDay(ms, nowMs);
  }
  const weekday = WEEKDAYS.indexOf(words.replace(/^(?:last|this) /, '').replace(/s$/, ''));
  if (weekday >= 0) {
    const today = dayStart(nowMs);
    const ago = (((today - weekStart(today)) / DAY_MS - weekday + 7) % 7) * DAY_MS;
    const from = today - ago;
    const name = capital(WEEKDAYS[weekday] ?? '');
    const to = Math.min(from + DAY_MS, nowMs);
    return { ...moved(from, to, WEEK_MS, `the ${name} before`), label: `on ${name}` };
  }
  const [, nth] = /\b(\d{1,2})(?:st|nd|rd|th)?\b/.exec(words) ?? [];
  if (nth === undefined) return undefined;
  const name = monthNamed(words);
  if (name === undefined && !/^\d{1,2}(?:st|nd|rd|th)?$/.test(words)) return undefined;
  const date = new Date(nowMs);
  const [, year] = /\b(\d{4})\b/.exec(words) ?? [];
  const at = (back: number): number =>
    name === undefined
      ? Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - back, Number(nth))
      : Date.UTC(date.getUTCFullYear() - back, MONTHS.indexOf(name), Number(nth));
  if (name !== undefined && year !== undefined)
    return numbered(nth, Date.UTC(Number(year), MONTHS.indexOf(name), Number(nth)), nowMs);
  return numbered(nth, at(0) > nowMs ? at(1) : at(0), nowMs);
}

/** A month has only so many days. */
function numbered(nth: string, ms: number, nowMs: number): Period | undefined {
  return new Date(ms).getUTCDate() === Number(nth) ? oneDay(ms, nowMs) : undefined;
}

function month(words: string, nowMs: number): Period | undefined {
  const name = monthNamed(words);
  if (name === undefined || !/^[a-z]+\.?(?:,? (?:of )?\d{4})?$/.test(words)) return undefined;
  const place = MONTHS.indexOf(name);
  const [, written] = /\b(\d{4})\b/.exec(words) ?? [];
  const thisYear = new Date(nowMs).getUTCFullYear();
  const first = Date.UTC(thisYear, place);
  const year = written === undefined ? (first > nowMs ? thisYear - 1 : thisYear) : Number(written);
  const from = Date.UTC(year, place);
  const label = `in ${capital(name)}${written === undefined ? '' : ` ${written}`}`;
  const before = capital(MONTHS[(place + 11) % 12] ?? '');
  return months(from, endOf(from, addMonths(from, 1), nowMs), 1, { label, before });
}

/** "This morning", "on Monday evening": a part of one day. */
export function partOfDay(text: string, nowMs: number): Period | undefined {
  const found = /^(?:on )?(.+?) ?(morning|afternoon|evening|night)$/.exec(
    text.replace(/^tonight$/, 'this night'),
  );
  if (found === null) return undefined;
  const [which = '', part = ''] = found.slice(1);
  const lastNight = which === 'last' && part === 'night';
  const of = lastNight
    ? namedPeriod('yesterday', nowMs)
    : which === 'this'
      ? namedPeriod('today', nowMs)
      : (namedPeriod(which, nowMs) ?? day(which, nowMs));
  if (of === undefined) return undefined;
  const [begins, ends] = HOURS_OF_PART[part] ?? [0, 24];
  const from = of.fromMs + begins * HOUR_MS;
  const to = endOf(from, of.fromMs + ends * HOUR_MS, nowMs);
  const isWeekday = WEEKDAYS.includes(which.replace(/^(?:last|this) /, ''));
  const label = which === 'this' || lastNight ? capital(text) : `${of.label} ${part}`;
  const back = isWeekday ? WEEK_MS : DAY_MS;
  return { ...moved(from, to, back, isWeekday ? 'the week before' : 'the day before'), label };
}

/** First hour, and the hour at which it is over; nights go on until the morning. */
const HOURS_OF_PART: Readonly<Record<string, readonly [number, number]>> = {
  morning: [6, 12],
  afternoon: [12, 18],
  evening: [18, 22],
  night: [22, 30],
};

function oneDay(fromMs: number, nowMs: number): Period {
  const label = `on ${dayLabel(fromMs, nowMs)}`;
  return {
    ...moved(fromMs, endOf(fromMs, fromMs + DAY_MS, nowMs), DAY_MS, 'the day before'),
    label,
  };
}

/** What has not happened yet is not part of it; what has not begun is whole. */
function endOf(fromMs: number, toMs: number, nowMs: number): number {
  return fromMs > nowMs ? toMs : Math.min(toMs, nowMs);
}

function placeOf(word: string): number | undefined {
  const place = NTH_WORDS.indexOf(word);
  if (place >= 0) return place;
  const [, digit] = /^([1-4])(?:st|nd|rd|th)$/.exec(word) ?? [];
  return digit === undefined ? undefined : Number(digit) - 1;
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
