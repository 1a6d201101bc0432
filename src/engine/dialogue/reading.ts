/** What a piece of speech is worth to one slot: digits, an amount, a date, a time, a yes. Pure. */
import type { Reading, Slot } from '#engine/flow.ts';
import { dateIn, type HeardDate } from '#engine/understanding/dates.ts';
import { dayIn } from '#engine/understanding/days.ts';
import { centsIn, digitsIn, numberIn } from '#engine/understanding/numbers.ts';
import { timeIn } from '#engine/understanding/times.ts';
import { yesOrNo } from './yes-no.ts';

export type Value =
  | { readonly name: string; readonly value: unknown }
  | { readonly part: HeardDate };

export interface Before {
  /** YYYY-MM-DD */
  readonly today: string;
  /** What is known of a date already. */
  readonly part: HeardDate | undefined;
}

/** Nobody younger calls a bank; what lies nearer is no date of birth. */
const YOUNGEST = 14;
const MONEY = /\$|\b(?:dollars?|bucks?|cents?|hundred|thousand|grand|million)\b/;
const NUMBER =
  '(?:\\d|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)';
const SENT = new RegExp(
  `\\b(?:transfer|move|send|pay|wire|make it|amount of|charge of) (?:about |only |just |exactly )?${NUMBER}`,
);
const CLOCK = /\b(?:at|[ap]\.?m|noon|midnight|o'clock|half past|quarter (?:to|past))\b|\d:\d\d/;
export const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december)';
/** A day in a sentence: its numbers are no money. */
const DAY = new RegExp(
  `\\b(?:(?:the )?\\w+(?:st|nd|rd|th|first|second|third) (?:of )?)?${MONTH}(?: (?:the )?(?:${NUMBER}\\w*|\\w+(?:st|nd|rd|th)|first|second|third)\\b){0,2}`,
  'g',
);

export function readingOf({
  name,
  reads,
  expect,
  choices,
  anyWords = false,
}: Slot): Reading | undefined {
  if (reads !== undefined) return reads;
  if (expect.for === 'date') return /birth|born/.test(name) ? undefined : 'coming';
  if (expect.for !== 'open' || (choices !== undefined && !anyWords)) return undefined;
  return /name|recipient|merchant|city|location|place|title|person|street/i.test(name)
    ? 'name'
    : 'words';
}

/** @param byDigits whether it is the digits that answer, where both they and a date would do */
export function valueOf(
  text: string,
  slot: Slot,
  byDigits: boolean | undefined,
  before: Before,
): Value | undefined {
  const { name, expect } = slot;
  const answer = (value: unknown) => (value === undefined ? undefined : { name, value });
  switch (expect.for) {
    case 'digits': {
      const digits = digitsIn(text, expect.count);
      return answer(digits.length === expect.count ? digits : undefined);
    }
    case 'date':
      return dateOf(text, slot, before);
    case 'date-or-digits': {
      const date = byDigits === true ? undefined : dateOf(text, slot, before);
      if (date !== undefined && 'value' in date) return date;
      const digits = digitsIn(text, expect.count);
      const isPin =
        digits.length === expect.count && before.part === undefined && byDigits !== false;
      return isPin ? { name: slot.orDigits ?? name, value: digits } : date;
    }
    case 'amount':
      return answer(amountOf(text, readingOf(slot)));
    case 'yes-no': {
      const said = yesOrNo(text);
      return answer(said === undefined ? undefined : said === 'yes');
    }
    case 'open':
    case 'topic':
      return answer(readingOf(slot) === 'time' ? timeIn(text) : undefined);
  }
}

function amountOf(text: string, reading: Reading | undefined): number | undefined {
  if (reading === 'count') return numberIn(text);
  const cents = centsIn(text.toLowerCase().replaceAll(DAY, ' '));
  return cents === undefined ? undefined : cents / 100;
}

function dateOf(text: string, slot: Slot, { today, part }: Before): Value | undefined {
  const { name } = slot;
  const reading = readingOf(slot);
  if (reading === 'past' || reading === 'coming') {
    const day = dayIn(text, today, reading);
    if (day === undefined) return undefined;
    return day.iso === undefined ? undefined : { name, value: day.iso };
  }
  const year = yearOf(today);
  const heard = dateIn(text, year);
  if (heard?.iso !== undefined) return { name, value: heard.iso };
  if (heard === undefined) return undefined;
  const parts = {
    year: heard.year ?? part?.year,
    month: heard.month ?? part?.month,
    day: heard.day ?? part?.day,
  };
  if (parts.year === undefined || parts.month === undefined || parts.day === undefined)
    return { part: { ...parts, iso: undefined } };
  // Read as a date again, so that the thirtieth of February is none.
  const whole = dateIn(`${parts.year}-${two(parts.month)}-${two(parts.day)}`, year);
  return whole?.iso === undefined ? undefined : { name, value: whole.iso };
}

/** Clear enough to be taken for this slot although something else was asked. */
export function isSettled(text: string, slot: Slot, { today }: Before): boolean {
  const { expect } = slot;
  const reading = readingOf(slot);
  if (expect.for === 'digits') return digitsIn(text).length === expect.count;
  if (reading === 'past' || reading === 'coming') {
    const clear = text.toLowerCase().replaceAll(/\b(?:right )?now\b/g, '');
    const day = dayIn(clear, today, reading)?.iso;
    return day !== undefined && Math.abs(yearOf(day) - yearOf(today)) < YOUNGEST;
  }
  if (expect.for === 'date' || expect.for === 'date-or-digits') {
    const born = dateIn(text, yearOf(today))?.iso;
    return born !== undefined && yearOf(today) - yearOf(born) >= YOUNGEST;
  }
  if (reading === 'time') return CLOCK.test(text.toLowerCase());
  if (expect.for === 'amount' && reading !== 'count') {
    const plain = text.toLowerCase();
    return MONEY.test(plain) || SENT.test(plain);
  }
  return false;
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}
