/** "On Tuesday mornings", "at weekends", "between 2 and 4 pm": which days of the week, which hours. Pure. */
import { MONTHS, WEEKDAYS } from '#lib/calendar.ts';

export interface DayParts {
  readonly weekday: readonly string[];
  /** 0 to 23, in their order; nights go on over midnight. */
  readonly hour: readonly number[];
  /** Without what named them. */
  readonly rest: string;
}

const HOURS: Readonly<Record<string, readonly [number, number]>> = {
  morning: [6, 12],
  afternoon: [12, 18],
  evening: [18, 22],
  night: [22, 30],
  lunch: [12, 14],
  business: [9, 17],
};
const NUMBERS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const N = `(\\d{1,2}|${NUMBERS.join('|')}|noon|midday|midnight)(?::00)?`;
const HALF = "(?: ?(am|pm|a\\.?m|p\\.?m)\\b\\.?| ?o'?clock)?";
const DAY = `(?:${WEEKDAYS.join('|')})`;
const PART = '(morning|afternoon|evening|night)';

const RECURRING = new RegExp(
  `\\b(?:on |every |each )?(${DAY}s?(?:(?:,| and| or|, and) ${DAY}s?)*) ${PART}s\\b`,
);
const WEEKDAYS_NAMED = new RegExp(
  `\\b(?:on |every |each )?(${DAY}s(?:(?:,| and| or|, and) ${DAY}s)*)\\b`,
);
const EVERY_DAY = new RegExp(`\\b(?:every|each) (${DAY})\\b`);
const WEEKEND = /\b(?:on |at |over |during )?(?:the )?weekends\b|\bevery weekend\b/;
const WORKING = /\b(?:on|during|over) (?:the )?(?:weekdays|workdays|working days|work days)\b/;
const PARTS = new RegExp(
  `\\b(?:in the |during the |on |in )?${PART}s\\b|\\b(?:(?:early |late )?in the |during the )${PART}\\b|\\b(?:at|by|during the) (night)(?:time)?\\b|\\b(over)night\\b`,
);
const LUNCH = /\b(?:at|over|during|around) lunch(?: ?time| hours?)?\b/;
const BUSINESS = /\b(?:in|during|within) (?:business|office|working|opening) hours\b/;
const BETWEEN = new RegExp(
  `\\b(?:between|from) ${N}${HALF} (?:and|to|till|until) ${N}${HALF}(?! (?:of |the )?(?:days|weeks|months|percent|calls|seconds|minutes|${MONTHS.join('|')})|-|\\w)`,
);
const AFTER = new RegExp(
  `\\b(?:after|from(?= \\w+(?: ?[ap]m| o'?clock)? on)) ${N}${HALF}(?: on(?:wards)?)?(?! (?:days|weeks|months|seconds|minutes|calls)|\\w|-)`,
);
const BEFORE = new RegExp(`\\bbefore ${N}${HALF}(?! (?:days|weeks|months)|\\w|-)`);
const AT = new RegExp(`\\b(?:at|around) ${N} ?(?:(am|pm)\\b|o'?clock)`);

export function dayPartsIn(text: string): DayParts {
  let rest = text;
  let weekday: readonly string[] = [];
  let hour: readonly number[] = [];
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    const found = pattern.exec(rest);
    if (found === null) return undefined;
    rest =
      rest.slice(0, found.index) +
      ' '.repeat(found[0].length) +
      rest.slice(found.index + found[0].length);
    return found;
  };
  const recurring = take(RECURRING);
  if (recurring) {
    weekday = daysIn(recurring[1] ?? '');
    hour = part(recurring[2] ?? '');
  }
  const named = take(WEEKDAYS_NAMED) ?? take(EVERY_DAY);
  if (named) weekday = daysIn(named[1] ?? '');
  if (take(WEEKEND)) weekday = ['saturday', 'sunday'];
  if (take(WORKING)) weekday = WEEKDAYS.slice(0, 5);
  const parts = take(PARTS);
  if (parts) hour = part(parts[1] ?? parts[2] ?? 'night');
  if (take(LUNCH)) hour = part('lunch');
  if (take(BUSINESS)) hour = part('business');
  const between = take(BETWEEN);
  if (between) {
    const to = clock(between[3] ?? '', between[4]);
    hour = hours(clock(between[1] ?? '', between[2] ?? halfFor(between, to)), to);
  }
  const after = take(AFTER);
  if (after) hour = hours(clock(after[1] ?? '', after[2]), 24);
  const before = take(BEFORE);
  if (before) hour = hours(0, clock(before[1] ?? '', before[2]));
  const at = take(AT);
  if (at) hour = [clock(at[1] ?? '', at[2]) % 24];
  return { weekday, hour, rest };
}

function daysIn(words: string): string[] {
  return WEEKDAYS.filter((day) => words.includes(day));
}

function part(name: string): number[] {
  const [from, to] = HOURS[name] ?? [0, 24];
  return hours(from, to);
}

/** "Between 2 and 4 pm" is afternoon at both ends; "between 11 and 2 pm" is not. */
function halfFor(between: RegExpExecArray, to: number): string | undefined {
  const [, first = '', , , half] = between;
  return half !== undefined && numberOf(first) + 12 < to
    ? half
    : half === undefined
      ? undefined
      : 'am';
}

/** Without am or pm, hours in which a bank is awake: nine is in the morning, two in the afternoon. */
function clock(word: string, half: string | undefined): number {
  const hour = numberOf(word);
  if (word === 'noon' || word === 'midday') return 12;
  if (word === 'midnight') return 24;
  if (half?.startsWith('p')) return hour === 12 ? 12 : hour + 12;
  if (half?.startsWith('a')) return hour === 12 ? 0 : hour;
  return hour < 7 ? hour + 12 : hour;
}

function numberOf(word: string): number {
  return /^\d/.test(word) ? Number(word) : NUMBERS.indexOf(word) + 1;
}

function hours(from: number, to: number): number[] {
  const end = to <= from ? to + 24 : to;
  return Array.from({ length: Math.min(end - from, 24) }, (_, place) => (from + place) % 24);
}
