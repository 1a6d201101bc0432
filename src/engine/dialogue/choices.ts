/** Which choice was named for which slot: "from savings to checking", "not checking, savings". Pure. */
import type { Slot } from '#engine/flow.ts';
import { placesOf, plainWords } from './phrases-in.ts';

/** Between a cue and what it announces: "from my checking", "out of the savings account". */
const BETWEEN = new Set('my the a an our your is was it account called'.split(' '));
/** How a recogniser may write the cue before an account. */
const SOUNDS_LIKE: Readonly<Record<string, string>> = { two: 'to', too: 'to' };

interface Named {
  readonly at: number;
  readonly end: number;
  readonly value: string;
  readonly slot: Slot;
  readonly denied: boolean;
}

export interface Known {
  readonly asked: Slot | undefined;
  readonly values: Readonly<Record<string, unknown>>;
  readonly lastFilled: string | undefined;
}

export function choicesIn(
  text: string,
  slots: readonly Slot[],
  known: Known,
): Record<string, unknown> {
  const words = plainWords(text);
  const named = namedIn(words, slots);
  const denied = new Set(named.filter((one) => one.denied).map(({ value }) => value));
  const values: Record<string, unknown> = {};
  const open: Named[][] = [];
  for (const together of byPlace(named.filter((one) => !one.denied))) {
    const cued = together.filter(({ slot, at }) => isAnnounced(words, at, slot, named));
    const [first] = together;
    if (cued.length > 0) for (const { slot, value } of cued) take(values, slot, value);
    else if (together.length === 1 && first !== undefined) take(values, first.slot, first.value);
    else open.push(together);
  }
  for (const together of open) {
    const meant = meantOf(together, values, denied, known);
    if (meant !== undefined) take(values, meant.slot, meant.value);
  }
  return values;
}

/** Where several choices are named the last counts: "lost, no, stolen"; a list keeps them all. */
function take(values: Record<string, unknown>, { name, reads }: Slot, value: string): void {
  const before = values[name];
  values[name] =
    reads === 'list' ? [...new Set([...((before as string[] | undefined) ?? []), value])] : value;
}

/** "Savings" may be where the money goes or where it comes from. */
function meantOf(
  together: readonly Named[],
  now: Readonly<Record<string, unknown>>,
  denied: ReadonlySet<string>,
  { asked, values, lastFilled }: Known,
): Named | undefined {
  const of = (name: string | undefined) => together.find(({ slot }) => slot.name === name);
  const free = together.filter(({ slot }) => !(slot.name in now));
  const replaced = free.find(({ slot }) => denied.has(String(values[slot.name])));
  if (replaced !== undefined) return replaced;
  if (of(asked?.name) !== undefined) return of(asked?.name);
  const empty = free.filter(({ slot }) => !(slot.name in values));
  if (empty.length === 1) return empty[0];
  if (empty.length > 1) return undefined;
  const other = free.filter(({ slot, value }) => values[slot.name] !== value);
  return (
    other.find(({ slot }) => slot.name === lastFilled) ??
    (other.length === 1 ? other[0] : undefined)
  );
}

function namedIn(words: readonly string[], slots: readonly Slot[]): Named[] {
  const all = slots.flatMap((slot) =>
    (slot.choices ?? []).flatMap(({ value, phrases }) =>
      placesOf(words, phrases).map(({ at, end }) => ({
        at,
        end,
        value,
        slot,
        denied: isDenied(words, at),
      })),
    ),
  );
  // "Credit card" is no "card", and one phrase of a choice is enough.
  return all.filter(
    (one, i) =>
      !all.some(
        (other, j) =>
          other.slot === one.slot &&
          other.at <= one.at &&
          other.end >= one.end &&
          (other.end - other.at > one.end - one.at || (other.end === one.end && j < i)),
      ),
  );
}

function byPlace(named: readonly Named[]): Named[][] {
  const places = new Map<number, Named[]>();
  for (const one of named) places.set(one.at, [...(places.get(one.at) ?? []), one]);
  return [...places.entries()].toSorted(([a], [b]) => a - b).map(([, together]) => together);
}

function isDenied(words: readonly string[], at: number): boolean {
  let before = at - 1;
  while (BETWEEN.has(words[before] ?? '') || /^(?:from|to|into)$/.test(words[before] ?? ''))
    before--;
  return words[before] === 'not';
}

function isAnnounced(
  words: readonly string[],
  at: number,
  { cues = [] }: Slot,
  named: readonly Named[],
): boolean {
  for (let end = at; end > 0 && end > at - 4; end--) {
    const heard = words
      .slice(0, end)
      .map((word, i) => (i === end - 1 ? (SOUNDS_LIKE[word] ?? word) : word));
    if (cues.some((cue) => endsWith(heard, plainWords(cue)))) return true;
    const previous = words[end - 1] ?? '';
    if (
      !BETWEEN.has(previous) ||
      named.some((one) => one.at < end && one.end >= end && one.end <= at)
    )
      return false;
  }
  return false;
}

function endsWith(words: readonly string[], tail: readonly string[]): boolean {
  return tail.length > 0 && tail.every((word, i) => words[words.length - tail.length + i] === word);
}
