/** Which saved name was heard? The first name is enough where only one fits; a wrong family name never is. Pure. */
import { soundsOf } from './merchant-match.ts';

/** Said around a name. */
const AROUND = new Set(
  'a an the to at from bank for it its is that this my our his her me i want send wire money please uh um er so and name named called recipient person mr mrs ms miss sister brother mother father mom mum dad friend wife husband son daughter cousin aunt uncle landlord in'.split(
    ' ',
  ),
);
/** Words as long as this (in sounds) may have one letter wrong, or two. */
const ONE_SLIP = 4;
const TWO_SLIPS = 7;

type Match<Named> =
  | { readonly outcome: 'one'; readonly found: Named }
  | { readonly outcome: 'several'; readonly found: readonly Named[] }
  | { readonly outcome: 'none' };

interface Known {
  readonly name: string;
  /** May be said beside the name: "in Spain", "at Banco Litoral". */
  readonly bank?: string;
  readonly country?: string;
}

export function matchName<Named extends Known>(
  said: string,
  known: readonly Named[],
): Match<Named> {
  const heard = soundsOf(said, AROUND);
  if (heard.length === 0) return { outcome: 'none' };
  const fitting = known
    .map((candidate) => ({ candidate, slips: slipsIn(heard, candidate) }))
    .filter(({ slips }) => slips !== undefined);
  const exact = fitting.filter(({ slips }) => slips === 0);
  const found = (exact.length > 0 ? exact : fitting).map(({ candidate }) => candidate);
  const [first, ...others] = found;
  if (first === undefined) return { outcome: 'none' };
  return others.length === 0 ? { outcome: 'one', found: first } : { outcome: 'several', found };
}

/** How many letters are wrong; undefined where a word was said that is not in the name at all. */
function slipsIn(heard: readonly string[], { name, bank = '', country = '' }: Known) {
  const left = soundsOf(name);
  const beside = new Set(soundsOf(`${bank} ${country}`));
  const meant = heard.filter((word) => left.includes(word) || !beside.has(word));
  if (meant.length === 0) return undefined;
  let slips = 0;
  for (const word of meant) {
    const [best] = left
      .map((part, place) => ({ place, slips: distance(word, part), allowed: allowedIn(part) }))
      .filter((fit) => fit.slips <= fit.allowed)
      .toSorted((a, b) => a.slips - b.slips);
    if (best === undefined) return undefined;
    left.splice(best.place, 1);
    slips += best.slips;
  }
  return slips;
}

function allowedIn(word: string): number {
  if (word.length >= TWO_SLIPS) return 2;
  return word.length >= ONE_SLIP ? 1 : 0;
}

/** Letters to add, drop or change. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [index, letter] of a.split('').entries()) {
    const next = [index + 1];
    for (const [column, other] of b.split('').entries())
      next.push(
        Math.min(
          (row[column] ?? 0) + (letter === other ? 0 : 1),
          (row[column + 1] ?? 0) + 1,
          (next[column] ?? 0) + 1,
        ),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}
