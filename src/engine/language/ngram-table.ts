/** N-grams in order, as arrays: there are millions of them, and a Map of so many takes seconds. */
import { ID_LIMIT } from './expected-counts.ts';

/** N-grams that are stored, by ascending key (as in `expected-counts.ts`), with their probabilities. */
export interface Table {
  readonly keys: Float64Array;
  readonly probabilities: Float64Array;
}

/** Sorted by key: that is also by history, and within a history by word. */
export function table(keys: Iterable<number>, probability: (key: number) => number): Table {
  const sorted = Float64Array.from(keys).toSorted();
  return { keys: sorted, probabilities: sorted.map(probability) };
}

/**
 * The same of keys that lie in any order, each with its probability; both arrays are written over.
 * Words are the digits of a key, so they are sorted digit by digit, the last one first (radix sort).
 * @param words how many each key holds
 */
export function sortedTable(keys: Float64Array, probabilities: Float64Array, words: 2 | 3): Table {
  let from: Table = { keys, probabilities };
  let to: Table = {
    keys: new Float64Array(keys.length),
    probabilities: new Float64Array(keys.length),
  };
  for (let digit = 0, value = 1; digit < words; digit += 1, value *= ID_LIMIT) {
    sortByDigit(from, to, value);
    [from, to] = [to, from];
  }
  return from;
}

/** @param value of the digit: a power of `ID_LIMIT` */
function sortByDigit(from: Table, to: Table, value: number): void {
  const places = new Int32Array(ID_LIMIT + 1);
  for (const key of from.keys) {
    const above = (Math.floor(key / value) % ID_LIMIT) + 1;
    places[above] = (places[above] as number) + 1;
  }
  for (let digit = 0; digit < ID_LIMIT; digit += 1)
    places[digit + 1] = (places[digit + 1] as number) + (places[digit] as number);
  for (let i = 0; i < from.keys.length; i += 1) {
    const key = from.keys[i] as number;
    const digit = Math.floor(key / value) % ID_LIMIT;
    const place = places[digit] as number;
    places[digit] = place + 1;
    to.keys[place] = key;
    to.probabilities[place] = from.probabilities[i] as number;
  }
}

/** All keys of two ascending rows, each once. */
export function union(one: Float64Array, other: Float64Array): Float64Array {
  const all = new Float64Array(one.length + other.length);
  let count = 0;
  for (let i = 0, j = 0; i < one.length || j < other.length; count += 1) {
    const left = one[i] ?? Infinity;
    const right = other[j] ?? Infinity;
    all[count] = Math.min(left, right);
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return all.slice(0, count);
}
