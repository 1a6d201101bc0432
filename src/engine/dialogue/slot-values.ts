/** Reads the values of slots out of what a caller said, several in one sentence and in any order. Pure. */
import type { Slot } from '#engine/flow.ts';
import { dateIn, type HeardDate } from '#engine/understanding/dates.ts';
import { centsIn, digitsIn, numberIn } from '#engine/understanding/numbers.ts';
import { yesOrNo } from './acts.ts';
import { has, lastIndexOf, plainWords } from './phrases-in.ts';

export interface Found {
  readonly values: Readonly<Record<string, unknown>>;
  /** Some parts of a date, not all. */
  readonly part: HeardDate | undefined;
}

/**
 * @param asked the slot she asked for: words without a cue answer it.
 * @param part what is known of a date already.
 */
export function valuesIn(
  text: string,
  slots: readonly Slot[],
  asked: Slot | undefined,
  { year, part }: { year: number; part: HeardDate | undefined },
): Found {
  const values: Record<string, unknown> = {};
  let rest: HeardDate | undefined = part;
  const take = (piece: string, slot: Slot, byDigits: boolean | undefined) => {
    const found = valueOf(piece, slot, byDigits, year, rest);
    if (found === undefined) return false;
    if ('part' in found) rest = found.part;
    else values[found.name] = found.value;
    return true;
  };

  for (const { piece, cue } of piecesOf(text, slots)) {
    if (cue !== undefined) {
      take(piece, cue.slot, cue.byDigits);
      continue;
    }
    if (asked !== undefined && take(piece, asked, undefined)) continue;
    const free = slots.filter((slot) => slot !== asked && slot.choices === undefined);
    free.some((slot) => isSettled(piece, slot, year) && take(piece, slot, undefined));
  }
  for (const slot of slots) {
    const choice = choiceIn(text, slot);
    if (choice !== undefined) values[slot.name] = choice;
  }
  return { values, part: rest };
}

interface Piece {
  readonly piece: string;
  readonly cue: { readonly slot: Slot; readonly byDigits: boolean } | undefined;
}

/** "it ends in 4829 and I was born …" → what comes before any cue, then one piece for each cue. */
function piecesOf(text: string, slots: readonly Slot[]): Piece[] {
  const cues = slots.flatMap((slot) => [
    ...(slot.cues ?? []).map((word) => ({ word, slot, byDigits: false })),
    ...(slot.orCues ?? []).map((word) => ({ word, slot, byDigits: true })),
  ]);
  const starts = cues
    .flatMap(({ word, ...cue }) =>
      [...text.toLowerCase().matchAll(new RegExp(`\\b${word}\\b`, 'g'))].map(({ index }) => ({
        index,
        end: index + word.length,
        cue,
      })),
    )
    .toSorted((a, b) => a.index - b.index);
  const pieces: Piece[] = [
    { piece: text.slice(0, starts[0]?.index ?? text.length), cue: undefined },
  ];
  for (const [i, { end, cue }] of starts.entries())
    pieces.push({ piece: text.slice(end, starts[i + 1]?.index ?? text.length), cue });
  return pieces.filter(({ piece }) => piece.trim() !== '');
}

type Value = { readonly name: string; readonly value: unknown } | { readonly part: HeardDate };

function valueOf(
  text: string,
  slot: Slot,
  byDigits: boolean | undefined,
  year: number,
  part: HeardDate | undefined,
): Value | undefined {
  const { name, expect } = slot;
  const answer = (value: unknown) => (value === undefined ? undefined : { name, value });
  switch (expect.for) {
    case 'digits': {
      const digits = digitsIn(text, expect.count);
      return answer(digits.length === expect.count ? digits : undefined);
    }
    case 'date':
      return dateOf(text, name, year, part);
    case 'date-or-digits': {
      const date = byDigits === true ? undefined : dateOf(text, name, year, part);
      if (date !== undefined && 'value' in date) return date;
      const digits = digitsIn(text, expect.count);
      const isPin = digits.length === expect.count && part === undefined && byDigits !== false;
      return isPin ? { name: slot.orDigits ?? name, value: digits } : date;
    }
    case 'amount': {
      const cents = centsIn(text);
      return answer(cents === undefined ? numberIn(text) : cents / 100);
    }
    case 'yes-no': {
      const said = yesOrNo(text);
      return answer(said === undefined ? undefined : said === 'yes');
    }
    case 'open':
      return undefined;
  }
}

function dateOf(
  text: string,
  name: string,
  year: number,
  before: HeardDate | undefined,
): Value | undefined {
  const heard = dateIn(text, year);
  if (heard?.iso !== undefined) return { name, value: heard.iso };
  if (heard === undefined) return undefined;
  const parts = {
    year: heard.year ?? before?.year,
    month: heard.month ?? before?.month,
    day: heard.day ?? before?.day,
  };
  if (parts.year === undefined || parts.month === undefined || parts.day === undefined)
    return { part: { ...parts, iso: undefined } };
  // Read as a date again, so that the thirtieth of February is none.
  const whole = dateIn(`${parts.year}-${two(parts.month)}-${two(parts.day)}`, year);
  return whole?.iso === undefined ? undefined : { name, value: whole.iso };
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}

/** Clear enough to be taken for this slot although something else was asked. */
function isSettled(text: string, slot: Slot, year: number): boolean {
  if (slot.expect.for === 'digits') return digitsIn(text).length === slot.expect.count;
  if (slot.expect.for === 'date' || slot.expect.for === 'date-or-digits')
    return dateIn(text, year)?.iso !== undefined;
  return false;
}

/** Where several choices are named, the last counts: "lost, no, stolen". "Not stolen" is none. */
function choiceIn(text: string, slot: Slot): string | undefined {
  const words = plainWords(text);
  let best: { value: string; at: number } | undefined;
  for (const { value, phrases } of slot.choices ?? []) {
    if (!has(words, phrases)) continue;
    const at = lastIndexOf(words, phrases);
    const denied = words[at - 1] === 'not' && phrases.includes(words[at] ?? '');
    if (!denied && (best === undefined || at > best.at)) best = { value, at };
  }
  return best?.value;
}
