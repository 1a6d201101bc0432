/** Reads the values of slots out of what a caller said, several in one sentence and in any order. Pure. */
import type { Slot } from '#engine/flow.ts';
import { dateIn, type HeardDate } from '#engine/understanding/dates.ts';
import { digitsIn, numberIn } from '#engine/understanding/numbers.ts';
import { choicesIn } from './choices.ts';
import { nameAfter, wordsAfter } from './free-text.ts';
import { isSettled, MONTH, readingOf, valueOf, yearOf } from './reading.ts';

const BIRTHDAY = new RegExp(
  `\\b(?:the )?(?:\\w+(?:st|nd|rd|th|first|second|third) of )?${MONTH}\\b`,
  'i',
);
/** Of a card, a PIN, an account: fewer digits before a month are a day. */
const SHORTEST_DIGITS = 4;

export interface Found {
  readonly values: Readonly<Record<string, unknown>>;
  /** Some parts of a date, not all. */
  readonly part: HeardDate | undefined;
}

export interface Knowledge {
  /** YYYY-MM-DD */
  readonly today: string;
  /** What is known of a date already. */
  readonly part?: HeardDate | undefined;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly lastFilled?: string | undefined;
}

/** @param asked the slot she asked for: words without a cue answer it. */
export function valuesIn(
  text: string,
  slots: readonly Slot[],
  asked: Slot | undefined,
  { today, part, values: known = {}, lastFilled }: Knowledge,
): Found {
  const values: Record<string, unknown> = {};
  let rest = part;
  const take = (piece: string, slot: Slot, byDigits: boolean | undefined) => {
    const found = valueOf(piece, slot, byDigits, { today, part: rest });
    if (found === undefined) return false;
    if ('part' in found) rest = found.part;
    else values[found.name] = found.value;
    return true;
  };

  const exact = slots.filter(isExact);
  for (const { piece, cue } of piecesOf(text, exact).flatMap((one) =>
    bornApart(one, exact, today),
  )) {
    const cued = cue !== undefined && take(piece, cue.slot, cue.byDigits);
    // "For four people tomorrow at seven" goes on with a day and a time; digits and dates are said alone.
    if (cued && cue.slot.expect.for !== 'amount') continue;
    if (!cued && asked !== undefined && cue?.slot !== asked && take(piece, asked, undefined))
      continue;
    const free = exact
      .filter((slot) => slot !== asked && slot !== cue?.slot && !(slot.name in values))
      .filter((slot) => !cued || isMoment(slot))
      .toSorted((a, b) => Number(a.name in known) - Number(b.name in known));
    const spent = new Set<string>();
    for (const slot of free) {
      const { for: kind } = slot.expect;
      // Digits are only one thing; "three hundred dollars on Friday" is two, and three hundred only one of them.
      if (spent.has('digits') || spent.has(kind) || !isSettled(piece, slot, { today, part }))
        continue;
      if (take(piece, slot, undefined)) spent.add(kind);
    }
  }
  Object.assign(
    values,
    countsIn(text, slots),
    textsIn(text, slots),
    choicesIn(text, slots, { asked, values: known, lastFilled }),
  );
  return { values, part: rest };
}

function isMoment(slot: Slot): boolean {
  const reading = readingOf(slot);
  return reading === 'time' || reading === 'coming' || reading === 'past';
}

function isExact(slot: Slot): boolean {
  return slot.expect.for !== 'open' || readingOf(slot) === 'time';
}

/** "A table for four people": the number right before the word for it. */
function countsIn(text: string, slots: readonly Slot[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const slot of slots.filter((one) => readingOf(one) === 'count'))
    for (const cue of slot.cues ?? []) {
      const before = new RegExp(`(?<number>[a-z\\d]+(?: [a-z\\d]+)?) ${cue}s?\\b`, 'i').exec(
        text,
      )?.groups;
      const count = numberIn(before?.['number'] ?? '');
      if (count !== undefined) values[slot.name] = count;
    }
  return values;
}

/** Names and reasons, where a cue announces them. */
function textsIn(text: string, slots: readonly Slot[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const slot of slots) {
    const { name, cues = [] } = slot;
    const reading = readingOf(slot);
    const found =
      reading === 'name'
        ? nameAfter(text, cues)
        : reading === 'words'
          ? wordsAfter(text, cues)
          : undefined;
    if (found !== undefined) values[name] = found;
  }
  return values;
}

interface Piece {
  readonly piece: string;
  readonly cue: { readonly slot: Slot; readonly byDigits: boolean } | undefined;
}

/** "Four eight two nine, March fourteenth nineteen eighty-five": digits, and in the same breath the date of birth. */
function bornApart(whole: Piece, slots: readonly Slot[], today: string): Piece[] {
  const at = BIRTHDAY.exec(whole.piece)?.index;
  const slot = slots.find(
    (one) =>
      (one.expect.for === 'date' || one.expect.for === 'date-or-digits') &&
      readingOf(one) === undefined,
  );
  if (at === undefined || slot === undefined) return [whole];
  const [before, day] = [whole.piece.slice(0, at), whole.piece.slice(at)];
  const isBoth =
    digitsIn(before).length >= SHORTEST_DIGITS && dateIn(day, yearOf(today))?.iso !== undefined;
  return isBoth
    ? [
        { ...whole, piece: before },
        { piece: day, cue: { slot, byDigits: false } },
      ]
    : [whole];
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
