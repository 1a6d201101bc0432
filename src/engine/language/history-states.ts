/** Which state a history of words has, while a model is laid out: none, one word, or two. */
import type { StateId } from '#engine/decoder/language-model.ts';
import { ID_LIMIT } from './expected-counts.ts';
import { findSorted } from './find-sorted.ts';

/** State 0 has no history; those of one word come next, then those of two, each in their order. */
export class HistoryStates {
  readonly count: number;
  readonly #firstOfPairs: number;
  readonly #pairs: Float64Array;
  /** [word]: its state. */
  readonly #words = new Int32Array(ID_LIMIT);
  /** [word]: where the pairs that begin with it do. */
  readonly #rows = new Int32Array(ID_LIMIT + 1);

  /** @param words and `pairs` (as keys) that have a state of their own, ascending */
  constructor(words: Float64Array, pairs: Float64Array) {
    this.#firstOfPairs = words.length + 1;
    this.#pairs = pairs;
    this.count = this.#firstOfPairs + pairs.length;
    words.forEach((word, i) => (this.#words[word] = i + 1));
    let word = 0;
    pairs.forEach((pair, i) => {
      for (; word <= Math.floor(pair / ID_LIMIT); word += 1) this.#rows[word] = i;
    });
    this.#rows.fill(pairs.length, word);
  }

  /** 0 for a word that nothing is known to follow. */
  ofWord(word: number): StateId {
    return this.#words[word] ?? 0;
  }

  /** That of the second word alone where the two have none. */
  ofPair(pair: number): StateId {
    const first = Math.floor(pair / ID_LIMIT);
    const rows = this.#rows;
    const place = findSorted(this.#pairs, pair, rows[first] as number, rows[first + 1] as number);
    return place < 0 ? this.ofWord(pair % ID_LIMIT) : this.#firstOfPairs + place;
  }

  /** [state]: the one with a word less. */
  backOffs(): Int32Array {
    const states = new Int32Array(this.count);
    this.#pairs.forEach(
      (pair, i) => (states[this.#firstOfPairs + i] = this.ofWord(pair % ID_LIMIT)),
    );
    return states;
  }
}

/** What stands before the last word of each key. @param keys ascending */
export function historiesOf(keys: Float64Array): Float64Array {
  const histories = keys.map((key) => Math.floor(key / ID_LIMIT));
  return histories.filter((history, i) => i === 0 || history !== histories[i - 1]);
}
