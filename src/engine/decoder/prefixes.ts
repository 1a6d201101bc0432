/** Pronunciations as a tree of phones, before the phones know their neighbours. */
import type { Phones } from '#engine/acoustics/phones.ts';
import type { Pronunciation } from './language-model.ts';

/** The beginning of some words; `phone` is its last. */
export interface Prefix {
  readonly phone: number;
  readonly next: Map<number, Prefix>;
  /** The words that end here. */
  readonly ends: Pronunciation[];
  /** How many pronunciations begin like this. */
  count: number;
}

/** @returns the one-phone prefixes, by phone. */
export function growPrefixes(
  pronunciations: readonly Pronunciation[],
  phones: Phones,
): Map<number, Prefix> {
  const firsts = new Map<number, Prefix>();
  for (const pronunciation of pronunciations) {
    let next = firsts;
    let prefix: Prefix | undefined;
    for (const name of pronunciation.phones) {
      const phone = phones.numberOf(name);
      prefix = next.get(phone);
      if (prefix === undefined) {
        prefix = { phone, next: new Map(), ends: [], count: 0 };
        next.set(phone, prefix);
      }
      prefix.count++;
      next = prefix.next;
    }
    prefix?.ends.push(pronunciation);
  }
  return firsts;
}
