/** Days as people speak of them without a year: "tomorrow", "next Friday", "the end of the month", "the third of May". */
import { dateIn, type HeardDate } from './dates.ts';
import { numberIn } from './numbers.ts';

const DAY_MS = 86_400_000;
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const MONTHS =
  'january february march april may june july august september october november december';
const WEEKDAY = `(?<weekday>${WEEKDAYS.join('|')})`;

/** What is said, and the day it means. Tried in this order. */
const SPOKEN: readonly (readonly [RegExp, (today: Date, said: Said) => Date])[] = [
  [/\bday after tomorrow\b/, (today) => days(today, 2)],
  [/\bday before yesterday\b/, (today) => days(today, -2)],
  [/\byesterday\b|\blast night\b/, (today) => days(today, -1)],
  [/\btomorrow\b/, (today) => days(today, 1)],
  [/\b(?:end|last day) of (?:next|the next|the coming) month\b/, (today) => monthEnd(today, 1)],
  [/\b(?:end|last day) of (?:the|this) month\b|\bmonth end\b/, (today) => monthEnd(today, 0)],
  [/\b(?:end|last day) of last month\b/, (today) => monthEnd(today, -1)],
  [/\bend of (?:the|this) year\b/, (today) => new Date(Date.UTC(today.getUTCFullYear(), 11, 31))],
  [/\b(?:first|beginning|start) of (?:next|the next|the) month\b/, (today) => monthStart(today, 1)],
  [/\b(?:first|beginning|start) of this month\b/, (today) => monthStart(today, 0)],
  [/\bend of (?:the|this) week\b/, (today) => weekday(today, 5, 1)],
  [
    /\b(?<count>[a-z\d ]+?) (?<unit>day|week|month)s? ago\b/,
    (today, said) => ahead(today, said, -1),
  ],
  [/\bin (?<count>[a-z\d ]+?) (?<unit>day|week|month)s?\b/, (today, said) => ahead(today, said, 1)],
  [
    /\b(?<count>[a-z\d ]+?) (?<unit>day|week|month)s? from (?:now|today)\b/,
    (today, said) => ahead(today, said, 1),
  ],
  [
    new RegExp(`\\b(?:week from|next week) ${WEEKDAY}\\b`),
    (today, said) => days(onWeekday(today, said, 1), 7),
  ],
  [new RegExp(`\\blast (?:week )?${WEEKDAY}\\b`), (today, said) => onWeekday(today, said, -1)],
  [/\b(?:in a|next) week\b/, (today) => days(today, 7)],
  [/\b(?:last|a) week( ago)?\b/, (today) => days(today, -7)],
  [
    /\b(?:this (?:morning|afternoon|evening)|today|tonight|right now|right away|immediately|now|straight away)\b/,
    (today) => today,
  ],
];
const ANY_WEEKDAY = new RegExp(`\\b${WEEKDAY}\\b`);

interface Said {
  readonly count?: string;
  readonly unit?: string;
  readonly weekday?: string;
}

/**
 * @param today YYYY-MM-DD
 * @param lean which way a day without a year or month lies
 * @returns a whole date, or the parts that were heard; undefined where there is no day in it
 */
export function dayIn(text: string, today: string, lean: 'past' | 'coming'): HeardDate | undefined {
  const plain = text.toLowerCase().replaceAll(/[^a-z\d ]+/g, ' ');
  const now = new Date(`${today}T00:00:00Z`);
  const spelled = dateIn(plain, now.getUTCFullYear() + (lean === 'past' ? 0 : 20));
  if (spelled?.iso !== undefined) return spelled;
  for (const [pattern, dayOf] of SPOKEN) {
    const match = pattern.exec(plain);
    if (match !== null) return whole(dayOf(now, match.groups ?? {}));
  }
  const weekdayOnly = ANY_WEEKDAY.exec(plain);
  const nearest = nearestTo(now, spelled, lean);
  if (nearest !== undefined) return nearest;
  if (weekdayOnly !== null)
    return whole(onWeekday(now, weekdayOnly.groups ?? {}, lean === 'past' ? -1 : 1));
  return new RegExp(`\\b(?:${MONTHS.replaceAll(' ', '|')})\\b`).test(plain) ? spelled : undefined;
}

/** "The third of May", "the fifteenth": the nearest one on the right side of today. */
function nearestTo(
  now: Date,
  heard: HeardDate | undefined,
  lean: 'past' | 'coming',
): HeardDate | undefined {
  if (heard?.day === undefined) return undefined;
  const step = lean === 'past' ? -1 : 1;
  for (let months = 0; Math.abs(months) <= 12; months += step) {
    const first = monthStart(now, months);
    const day = days(first, heard.day - 1);
    const sameMonth = day.getUTCMonth() === first.getUTCMonth();
    const wanted = heard.month === undefined || heard.month === first.getUTCMonth() + 1;
    if (sameMonth && wanted && (lean === 'past' ? day <= now : day >= now)) return whole(day);
  }
  return undefined;
}

function ahead(today: Date, { count = '', unit }: Said, sign: number): Date {
  const words = count.trim().split(' ').slice(-2).join(' ');
  const number = numberIn(words) ?? (/\bcouple( of)?$/.test(words) ? 2 : 1);
  if (unit === 'month') {
    const there = monthStart(today, sign * number);
    const last = monthEnd(there, 0).getUTCDate();
    return days(there, Math.min(today.getUTCDate(), last) - 1);
  }
  return days(today, sign * number * (unit === 'week' ? 7 : 1));
}

function onWeekday(today: Date, { weekday: name = '' }: Said, sign: 1 | -1): Date {
  return weekday(today, WEEKDAYS.indexOf(name), sign);
}

/** The next or the last such day of the week; never today. */
function weekday(today: Date, wanted: number, sign: 1 | -1): Date {
  const apart = (sign * (wanted - today.getUTCDay()) + 7) % 7;
  return days(today, sign * (apart === 0 ? 7 : apart));
}

function monthStart(today: Date, months: number): Date {
  return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + months, 1));
}

function monthEnd(today: Date, months: number): Date {
  return days(monthStart(today, months + 1), -1);
}

function days(from: Date, count: number): Date {
  return new Date(from.getTime() + count * DAY_MS);
}

function whole(day: Date): HeardDate {
  return {
    year: day.getUTCFullYear(),
    month: day.getUTCMonth() + 1,
    day: day.getUTCDate(),
    iso: day.toISOString().slice(0, 10),
  };
}
