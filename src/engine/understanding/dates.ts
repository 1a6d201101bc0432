/** Dates as people say them: "march fourteenth nineteen eighty five", "three fourteen eighty five", "14/3/1985". */
import { type Spoken, spokenIn } from './number-words.ts';

/** What was heard of a date; the parts that were not are undefined. */
export interface HeardDate {
  readonly year: number | undefined;
  /** 1 to 12. */
  readonly month: number | undefined;
  readonly day: number | undefined;
  /** YYYY-MM-DD when all three are known and there is such a day. */
  readonly iso: string | undefined;
}

type Parts = Partial<Record<'year' | 'month' | 'day', number | undefined>>;
type Spelled = Extract<Spoken, { kind: 'number' | 'ordinal' }>;

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const CORRECTION = /\b(?:no|sorry|i mean|actually|correction|rather)\b/;

/**
 * @param latestYear "eighty five" is the last year ending so that is not after this one; for a birth, this year.
 * Numbers alone are month, day, year as Americans have it, unless only the other order is a date.
 */
export function dateIn(text: string, latestYear: number): HeardDate | undefined {
  // What follows a correction counts, where it is a whole date.
  const corrected = text.toLowerCase().split(CORRECTION).at(-1) ?? '';
  const last = complete(readParts(corrected, latestYear));
  if (last?.iso !== undefined) return last;
  return complete(readParts(text, latestYear));
}

function complete(parts: Parts): HeardDate | undefined {
  const { year, month, day } = parts;
  if (year === undefined && month === undefined && day === undefined) return undefined;
  return { year, month, day, iso: isoOf(year, month, day) };
}

function isoOf(year?: number, month?: number, day?: number): string | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined;
  // Day 0 of the next month is the last of this one.
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined;
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0');
}

function readParts(text: string, latestYear: number): Parts {
  const items = spokenIn(text.replaceAll(/(?<=\d)[./-](?=\d)/g, ' '));
  const named = items.findLastIndex((item) => monthOf(item) !== undefined);
  const month = monthOf(items[named]);
  const before = items.slice(0, Math.max(0, named)).filter(isSpelled);
  const after = items.slice(named + 1).filter(isSpelled);
  if (month === undefined) return readNumeric(after, latestYear);
  return { month, ...readBeside(before, after, latestYear) };
}

/** Day and year on either side of the month's name. */
function readBeside(
  before: readonly Spelled[],
  after: readonly Spelled[],
  latestYear: number,
): Parts {
  const all = [...before, ...after];
  const ordinal = all.find(({ kind }) => kind === 'ordinal');
  if (ordinal) {
    const rest = all.filter((item) => item !== ordinal);
    return { day: dayOf(ordinal.value), year: yearOf(rest, latestYear) };
  }
  const early = joined(before);
  // "Fourteen march", but "nineteen eighty five, march fourteen".
  if (early.length > 0 && early.length <= 2)
    return { day: dayOf(Number(early)), year: yearOf(after, latestYear) };
  if (early.length === 4)
    return { day: dayOf(Number(joined(after))), year: yearOf(before, latestYear) };
  return readDayAndYear(after, latestYear);
}

/** After the month's name: "fourteen nineteen eighty five", "one four eight five", "two thousand five". */
function readDayAndYear(items: readonly Spelled[], latestYear: number): Parts {
  const [first] = items;
  if (first === undefined) return {};
  if (first.value > 31) return { year: yearOf(items, latestYear) };
  const digits = joined(items);
  if (items.every(isDigit) && digits.length > 1) {
    // Day and year one digit after the other: the year is the last four or two.
    const yearDigits = digits.length > 4 ? 4 : digits.length > 2 ? 2 : 0;
    const cut = digits.length - yearDigits;
    return {
      day: dayOf(Number(digits.slice(0, cut))),
      year: yearOfDigits(digits.slice(cut), latestYear),
    };
  }
  const [day, rest] = withLeadingZero(items);
  return { day: dayOf(day), year: yearOf(rest, latestYear) };
}

/** No month's name: "three fourteen eighty five", "oh three one four one nine eight five", "1985-03-14". */
function readNumeric(items: readonly Spelled[], latestYear: number): Parts {
  const ordinal = items.find(({ kind }) => kind === 'ordinal');
  if (ordinal) return { day: dayOf(ordinal.value) };
  const digits = joined(items);
  const typed = items.map((item) => ('digits' in item ? item.digits : ''));
  if (typed[0]?.length === 4 && typed.length === 3) {
    const [year, month, day] = typed.map(Number);
    return { year, month: monthNumber(month), day: dayOf(day) };
  }
  const even = items.every(isDigit) || typed.every(({ length }) => length === 2);
  if (digits.length === 8 || (digits.length === 6 && even)) return readRow(digits, latestYear);
  if (items.every(isDigit)) return {};
  if (items.length === 1) return digits.length === 4 ? { year: yearOf(items, latestYear) } : {};
  if (digits.length === 4 && /^(?:19|20)$/.test(typed[0] ?? '')) return { year: Number(digits) };
  const [first, others] = withLeadingZero(items);
  const [second, rest] = withLeadingZero(others);
  return { ...monthAndDay(first, second), year: yearOf(rest, latestYear) };
}

/** Six or eight digits in a row. */
function readRow(digits: string, latestYear: number): Parts {
  const parts = monthAndDay(Number(digits.slice(0, 2)), Number(digits.slice(2, 4)));
  const year = yearOfDigits(digits.slice(4), latestYear);
  if (parts.month !== undefined && year !== undefined) return { ...parts, year };
  if (digits.length !== 8) return {};
  return {
    ...monthAndDay(Number(digits.slice(4, 6)), Number(digits.slice(6))),
    year: yearOfDigits(digits.slice(0, 4), latestYear),
  };
}

function monthAndDay(first: number | undefined, second: number | undefined): Parts {
  const american = { month: monthNumber(first), day: dayOf(second) };
  if (american.month !== undefined) return american;
  const european = { month: monthNumber(second), day: dayOf(first) };
  return european.month === undefined ? {} : european;
}

/** "oh three" is one number. */
function withLeadingZero(items: readonly Spelled[]): [number | undefined, readonly Spelled[]] {
  const [first, second, ...rest] = items;
  if (first?.value === 0 && isDigit(first) && second && isDigit(second))
    return [second.value, rest];
  return [first?.value, items.slice(1)];
}

function yearOf(items: readonly Spelled[], latestYear: number): number | undefined {
  return yearOfDigits(joined(items), latestYear);
}

function yearOfDigits(digits: string, latestYear: number): number | undefined {
  if (digits.length === 4) return /^(?:19|20)/.test(digits) ? Number(digits) : undefined;
  // "Nineteen" is the beginning of a year, not 2019.
  if (digits.length !== 2 || /^(?:19|20)$/.test(digits)) return undefined;
  const century = Math.floor(latestYear / 100) * 100;
  const year = century + Number(digits);
  return year > latestYear ? year - 100 : year;
}

function monthOf(item: Spoken | undefined): number | undefined {
  if (item?.kind !== 'word') return undefined;
  const { word } = item;
  const at = MONTHS.findIndex(
    (month) => word === month || (word.length === 3 && month.startsWith(word)),
  );
  return at < 0 ? undefined : at + 1;
}

function monthNumber(value: number | undefined): number | undefined {
  return value !== undefined && value >= 1 && value <= 12 ? value : undefined;
}

function dayOf(value: number | undefined): number | undefined {
  return value !== undefined && value >= 1 && value <= 31 ? value : undefined;
}

function joined(items: readonly Spelled[]): string {
  return items.map((item) => ('digits' in item ? item.digits : '')).join('');
}

function isSpelled(item: Spoken): item is Spelled {
  return item.kind === 'number' || item.kind === 'ordinal';
}

function isDigit(item: Spelled): boolean {
  return item.kind === 'number' && item.digits.length === 1;
}
