/** A back-off trigram model in flat arrays, as the decoder reads it: all states from the beginning. */
import type { LanguageModel, StateId, Successors, WordId } from '#engine/decoder/language-model.ts';
import type { Ngrams } from './discounted-trigrams.ts';
import { BEGIN, END, ID_LIMIT } from './expected-counts.ts';
import { findSorted } from './find-sorted.ts';
import { historiesOf, HistoryStates } from './history-states.ts';

/** The arrays alone, as they are kept on disk. */
export interface ModelArrays {
  /** By state: where its successors begin; one more entry than there are states. */
  readonly offsets: Int32Array;
  readonly successorWords: Int32Array;
  readonly logProbabilities: Float32Array;
  /** By successor: the state after it. */
  readonly successorStates: Int32Array;
  readonly backOffs: Int32Array;
  readonly backOffLogWeights: Float32Array;
  readonly start: StateId;
}

export class BackoffModel implements LanguageModel {
  readonly stateCount: number;
  readonly start: StateId;
  readonly end: WordId = END;
  readonly words: readonly string[];
  readonly arrays: ModelArrays;

  constructor(words: readonly string[], arrays: ModelArrays) {
    this.words = words;
    this.arrays = arrays;
    this.stateCount = arrays.backOffs.length;
    this.start = arrays.start;
  }

  next(state: StateId, word: WordId): StateId {
    for (let at = state; ; at = this.arrays.backOffs[at] ?? 0) {
      const successor = this.#find(at, word);
      if (successor >= 0) return this.arrays.successorStates[successor] ?? 0;
      if (at === 0) throw new RangeError(`word ${word} is not in the model`);
    }
  }

  successors(state: StateId): Successors {
    const { offsets, successorWords, logProbabilities, backOffs, backOffLogWeights } = this.arrays;
    const from = offsets[state] ?? 0;
    const to = offsets[state + 1] ?? 0;
    return {
      words: successorWords.subarray(from, to),
      logProbabilities: logProbabilities.subarray(from, to),
      backOff: backOffs[state] ?? 0,
      backOffLogWeight: backOffLogWeights[state] ?? 0,
    };
  }

  /** Natural logarithm. */
  logProbability(state: StateId, word: WordId): number {
    let weight = 0;
    for (let at = state; ; at = this.arrays.backOffs[at] ?? 0) {
      const successor = this.#find(at, word);
      if (successor >= 0) return weight + (this.arrays.logProbabilities[successor] ?? 0);
      if (at === 0) return Number.NEGATIVE_INFINITY;
      weight += this.arrays.backOffLogWeights[at] ?? 0;
    }
  }

  /** Index of the word among all successors of all states, or -1. */
  #find(state: StateId, word: WordId): number {
    const { offsets, successorWords } = this.arrays;
    return findSorted(successorWords, word, offsets[state] ?? 0, offsets[state + 1] ?? 0);
  }
}

/** Lays n-grams out in states and works out the back-off weights. Every trigram's end must be a bigram. */
export function layOut({ words, unigrams, bigrams, trigrams }: Ngrams): BackoffModel {
  const states = new HistoryStates(historiesOf(bigrams.keys), historiesOf(trigrams.keys));
  const size = words.length + bigrams.keys.length + trigrams.keys.length;
  const offsets = new Int32Array(states.count + 1);
  const successorWords = new Int32Array(size);
  const logProbabilities = new Float32Array(size);
  const successorStates = new Int32Array(size);
  let at = 0;
  const add = (state: StateId, word: WordId, probability: number, next: StateId): void => {
    successorWords[at] = word;
    logProbabilities[at] = Math.log(probability);
    successorStates[at] = next;
    at += 1;
    offsets[state + 1] = at;
  };
  unigrams.forEach((probability, word) => add(0, word, probability, states.ofWord(word)));
  bigrams.keys.forEach((key, i) =>
    add(
      states.ofWord(Math.floor(key / ID_LIMIT)),
      key % ID_LIMIT,
      bigrams.probabilities[i] ?? 0,
      states.ofPair(key),
    ),
  );
  trigrams.keys.forEach((key, i) =>
    add(
      states.ofPair(Math.floor(key / ID_LIMIT)),
      key % ID_LIMIT,
      trigrams.probabilities[i] ?? 0,
      states.ofPair(key % (ID_LIMIT * ID_LIMIT)),
    ),
  );

  const backOffs = states.backOffs();
  const backOffLogWeights = new Float32Array(states.count);
  const start = states.ofPair(BEGIN * ID_LIMIT + BEGIN);
  const arrays = {
    offsets,
    successorWords,
    logProbabilities,
    successorStates,
    backOffs,
    backOffLogWeights,
    start,
  };
  const model = new BackoffModel(words, arrays);
  for (let state = 1; state < states.count; state += 1)
    backOffLogWeights[state] = backOffLogWeight(model, state);
  return model;
}

/** What the successors leave over, divided by what the state behind gives to all other words. */
function backOffLogWeight(model: BackoffModel, state: StateId): number {
  const { words, logProbabilities, backOff } = model.successors(state);
  let here = 0;
  let behind = 0;
  words.forEach((word, i) => {
    here += Math.exp(logProbabilities[i] ?? 0);
    behind += Math.exp(model.logProbability(backOff, word));
  });
  // Where every word is a successor nothing is left; the smallest share keeps the logarithm finite.
  return Math.log(Math.max(1 - here, 1e-9) / Math.max(1 - behind, 1e-9));
}
