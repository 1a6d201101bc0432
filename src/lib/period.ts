/** Period words: "last week", "since Monday", "in October", "the last 7 days", "2026-10-01 to 2026-10-31". Pure. Days are days in UTC. */
import {
  addMonths,
  DAY_MS,
  dayStart,
  MONTHS,
  monthStart,
  WEEKDAYS,
  weekStart,
} from './calendar.ts';
import { DAY_WORDS, smallNumber, withDayNumbers } from './small-number.ts';

export interface Period {
  /** Milliseconds since 1970; `toMs` is not part of it. */
  readonly fromMs: number;
  readonly toMs: number;
  /** The period that this one is compared with; as long, where months allow it. */
  readonly before: { readonly fromMs: number; readonly toMs: number };
  /** As a person says it: "last week", "in October". */
  readonly label: string;
}

export interface FoundPeriod {
  /** The words as they stood, in lower case: `period` of a query. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

const NUMBER =
  '(?:\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|twenty|thirty|sixty|ninety)';
const WEEKDAY = `(?:${WEEKDAYS.join('|')})`;
const MONTH = `(?:${MONTHS.join('|')})`;
const DATE = '\\d{4}-\\d\\d-\\d\\d';
const YEAR = '(?: (?:of )?\\d{4})?';
const NTH = `(?:\\d{1,2}(?:st|nd|rd|th)?|${DAY_WORDS.toReversed().join('|')})`;
const DAY_OF_MONTH = `(?:${MONTH} (?:the )?${NTH}(?!\\w)|(?:the )?${NTH}(?: of)? ${MONTH})`;
const POINT = `(?:${DATE}|${DAY_OF_MONTH}|(?:last )?${WEEKDAY}|yesterday|today|${MONTH}${YEAR}|last month|last week|this week|this month)`;

/** The longer wording first: "the week before last" is not "last". */
const PATTERN = new RegExp(
  `\\b(?:${[
    `(?:between|from) ${POINT} (?:and|to|until|till|through) ${POINT}`,
    `${DATE} to ${DATE}`,
    `(?:since|after) (?:the )?${POINT}`,
    'the week before last|the month before last',
    `(?:the |in the |over the |for the |during the )?(?:last|past|previous) ${NUMBER} (?:days|weeks|months|hours)`,
    `${NUMBER} (?:days|weeks|months)`,
    '(?:the |in the |over the |during the )?(?:last|past|previous|this|current) (?:day|week|month|quarter|year|weekend)',
    '(?:the )?(?:week|month|year) (?:to date|so far)',
    `(?:on |last |this )?${WEEKDAY}\\b`,
    `(?:on )?(?:${DATE}|${DAY_OF_MONTH})`,
    `(?:in|during|for|of|last) ${MONTH}${YEAR}`,
    'today|yesterday|so far today',
    'all time|of all time|ever|overall|in total|since the beginning|altogether|so far',
  ].join('|')})(?!\\w)`,
  'i',
);

const NAMES = new Set([...WEEKDAYS, ...MONTHS]);

/** The first period that is named in the text. */
export function findPeriod(text: string): FoundPeriod | undefined {
  const found = PATTERN.exec(text);
  if (found === null) return undefined;
  const [words] = found;
  return { words: words.toLowerCase(), start: found.index, end: found.index + words.length };
}

/** @returns undefined where the words name no period. @param nowMs milliseconds since 1970. */
export function periodOf(words: string, nowMs: number): Period | undefined {
  const text = withDayNumbers(words.toLowerCase())
    .trim()
    .replace(
      /^(?:in|over|for|during|on|of)? ?(?:the )?(?=last|past|previous|this|current|week|month|year|so far)/,
      '',
    );
  return (
    range(text, nowMs) ??
    since(text, nowMs) ??
    rolling(text, nowMs) ??
    named(text, nowMs) ??
    point(text, nowMs)
  );
}

function range(text: string, nowMs: number): Period | undefined {
  const found = /^(?:between |from )?(.+?) (?:and|to|until|till|through) (.+)$/.exec(text);
  if (found === null) return undefined;
  const [first = '', last = ''] = found.slice(1);
  const from = named(first, nowMs) ?? point(first, nowMs);
  const to = named(last, nowMs) ?? point(last, nowMs);
  if (from === undefined || to === undefined || to.toMs <= from.fromMs) return undefined;
  return stretch(from.fromMs, Math.min(to.toMs, nowMs), `from ${first} to ${last}`);
}

function since(text: string, nowMs: number): Period | undefined {
  const found = /^(?:since|after) (?:the )?(.+)$/.exec(text);
  if (found === null) return undefined;
  const [, what = ''] = found;
  if (what === 'beginning') return everything(nowMs);
  const from = named(what, nowMs) ?? point(what, nowMs);
  return from && stretch(from.fromMs, nowMs, `since ${capital(what)}`);
}

function rolling(text: string, nowMs: number): Period | undefined {
  const found = /^(?:(?:last|past|previous) )?(\S+) (day|week|month|hour)s$/.exec(text);
  const count = smallNumber(found?.[1] ?? '');
  if (found === null || count === undefined || count < 1) return undefined;
  const unit = found[2] ?? '';
  const label = `the last ${count} ${unit}s`;
  if (unit === 'hour') return stretch(nowMs - count * 3_600_000, nowMs, label);
  if (unit === 'month') {
    const fromMs = dayStart(addMonths(nowMs, -count));
    return {
      fromMs,
      toMs: nowMs,
      before: { fromMs: addMonths(fromMs, -count), toMs: fromMs },
      label,
    };
  }
  // Today is one of them: seven days are seven bars.
  const days = unit === 'week' ? count * 7 : count;
  const fromMs = dayStart(nowMs) - (days - 1) * DAY_MS;
  const back = days * DAY_MS;
  return { fromMs, toMs: nowMs, before: { fromMs: fromMs - back, toMs: nowMs - back }, label };
}

function named(text: string, nowMs: number): Period | undefined {
  const today = dayStart(nowMs);
  const week = weekStart(nowMs);
  const month = monthStart(nowMs);
  const year = Date.UTC(new Date(nowMs).getUTCFullYear(), 0);
  const quarter = addMonths(month, -(new Date(nowMs).getUTCMonth() % 3));
  const weekend = week + 5 * DAY_MS > nowMs ? week - 2 * DAY_MS : week + 5 * DAY_MS;
  switch (text.replace(/^(past|previous)\b/, 'last').replace(/^current\b/, 'this')) {
    case 'today':
    case 'so far today':
    case 'this day':
      return { ...moved(today, nowMs, DAY_MS), label: 'today' };
    case 'yesterday':
    case 'last day':
      return { ...moved(today - DAY_MS, today, DAY_MS), label: 'yesterday' };
    case 'this week':
    case 'week to date':
    case 'week so far':
      return { ...moved(week, nowMs, 7 * DAY_MS), label: 'this week' };
    case 'last week':
      return { ...moved(week - 7 * DAY_MS, week, 7 * DAY_MS), label: 'last week' };
    case 'week before last':
    case 'the week before last':
      return {
        ...moved(week - 14 * DAY_MS, week - 7 * DAY_MS, 7 * DAY_MS),
        label: 'the week before last',
      };
    case 'this weekend':
    case 'last weekend':
      return {
        ...moved(weekend, Math.min(weekend + 2 * DAY_MS, nowMs), 7 * DAY_MS),
        label: 'last weekend',
      };
    case 'this month':
    case 'month to date':
    case 'month so far':
      return months(month, nowMs, 1, 'this month');
    case 'last month':
      return months(addMonths(month, -1), month, 1, 'last month');
    case 'month before last':
    case 'the month before last':
      return months(addMonths(month, -2), addMonths(month, -1), 1, 'the month before last');
    case 'this quarter':
      return months(quarter, nowMs, 3, 'this quarter');
    case 'last quarter':
      return months(addMonths(quarter, -3), quarter, 3, 'last quarter');
    case 'this year':
    case 'year to date':
    case 'year so far':
      return months(year, nowMs, 12, 'this year');
    case 'last year':
      return months(addMonths(year, -12), year, 12, 'last year');
    case 'all time':
    case 'of all time':
    case 'ever':
    case 'overall':
    case 'in total':
    case 'altogether':
    case 'so far':
      return everything(nowMs);
    default:
      return undefined;
  }
}

/** One day or one month that is named: the latest that has begun. */
function point(text: string, nowMs: number): Period | undefined {
  const words = text.replace(/^(?:on|in|during|for|of|last|this|the) /, '');
  const today = dayStart(nowMs);
  const iso = /^\d{4}-\d\d-\d\d$/.exec(words);
  if (iso !== null) {
    const day = Date.parse(words);
    return Number.isNaN(day)
      ? undefined
      : { ...moved(day, day + DAY_MS, DAY_MS), label: `on ${words}` };
  }
  const weekday = WEEKDAYS.indexOf(words.replace(/s$/, ''));
  if (weekday >= 0) {
    const ago = (((today - weekStart(today)) / DAY_MS - weekday + 7) % 7) * DAY_MS;
    const day = today - ago;
    return {
      ...moved(day, Math.min(day + DAY_MS, nowMs), 7 * DAY_MS),
      label: `on ${capital(words)}`,
    };
  }
  const name = MONTHS.find((month) => new RegExp(`\\b${month}\\b`).test(words));
  if (name === undefined) return undefined;
  const month = MONTHS.indexOf(name);
  const [, written] = /\b(\d{4})\b/.exec(words) ?? [];
  const [, dayOfMonth] = /\b(\d{1,2})(?:st|nd|rd|th)?\b/.exec(words) ?? [];
  const thisYear = new Date(nowMs).getUTCFullYear();
  const first = Date.UTC(thisYear, month, Number(dayOfMonth ?? 1));
  const year = written === undefined ? (first > nowMs ? thisYear - 1 : thisYear) : Number(written);
  if (dayOfMonth !== undefined) {
    const day = Date.UTC(year, month, Number(dayOfMonth));
    return { ...moved(day, day + DAY_MS, DAY_MS), label: `on ${capital(name)} ${dayOfMonth}` };
  }
  const from = Date.UTC(year, month);
  const label = `in ${capital(name)}${written === undefined ? '' : ` ${written}`}`;
  return months(from, Math.min(addMonths(from, 1), Math.max(nowMs, from + 1)), 1, label);
}

function everything(nowMs: number): Period {
  return { fromMs: 0, toMs: nowMs, before: { fromMs: 0, toMs: 0 }, label: 'so far' };
}

function stretch(fromMs: number, toMs: number, label: string): Period {
  return { fromMs, toMs, before: { fromMs: fromMs - (toMs - fromMs), toMs: fromMs }, label };
}

/** The same stretch so much earlier: this week is compared with last week up to the same hour. */
function moved(fromMs: number, toMs: number, byMs: number): Omit<Period, 'label'> {
  return { fromMs, toMs, before: { fromMs: fromMs - byMs, toMs: toMs - byMs } };
}

function months(fromMs: number, toMs: number, count: number, label: string): Period {
  const earlier = addMonths(fromMs, -count);
  // A month that is over is compared with the whole month before, whatever their lengths.
  const isWhole = toMs === addMonths(fromMs, count);
  const until = isWhole ? fromMs : Math.min(earlier + (toMs - fromMs), fromMs);
  return { fromMs, toMs, before: { fromMs: earlier, toMs: until }, label };
}

function capital(words: string): string {
  return words.replaceAll(/[a-z]+/g, (word) =>
    NAMES.has(word) ? word.slice(0, 1).toUpperCase() + word.slice(1) : word,
  );
}
