/** What the decoder needs to know of a language: words, how they sound, and which follow which. */
import type { Expectation } from '#engine/recognizer.ts';

/** An index into `LanguageModel.words`. */
export type WordId = number;

/** A history of words, e.g. "my credit", as an index from 0 to `stateCount - 1`. */
export type StateId = number;

/** The words that were seen after one history. Natural logarithms, without weights or penalties. */
export interface Successors {
  /** Ascending, each at most once. */
  readonly words: Int32Array;
  readonly logProbabilities: Float32Array;
  /** Every other word has `backOffLogWeight` plus its log probability in the state `backOff`. */
  readonly backOff: StateId;
  readonly backOffLogWeight: number;
}

/**
 * A back-off n-gram model, made once and never changed: all states exist from the beginning.
 * A mixture of models is merged into one such model when it is built (the union of their n-grams with
 * interpolated probabilities), so that the look-ahead of a state is that of its back-off state and a few
 * exceptions. State 0 has the empty history and a successor entry for every word that can be spoken.
 */
export interface LanguageModel {
  readonly words: readonly string[];
  readonly stateCount: number;
  /** The history "beginning of the utterance". */
  readonly start: StateId;
  /** The word "end of the utterance", among the successors like any other. */
  readonly end: WordId;
  /** The longest history that the model knows after this word. */
  next(state: StateId, word: WordId): StateId;
  /** Cheap: the same object or views into shared arrays. For state 0 the back-off fields mean nothing. */
  successors(state: StateId): Successors;
}

export interface Pronunciation {
  readonly word: WordId;
  /** Names of the acoustic model's phones, e.g. `['K', 'AA', 'R', 'D']`. Unknown names are an error. */
  readonly phones: readonly string[];
  /** Natural logarithm; 0 for the usual way to say it, less for rarer ones. */
  readonly logProbability: number;
}

/** Sounds between words that say nothing ("uh", "um"): heard anywhere, and left out of the text. */
interface Hesitation {
  readonly name: string;
  readonly phones: readonly string[];
  /** Natural logarithm of how likely one is between two words. */
  readonly logProbability: number;
}

export interface Lexicon {
  /** A word may have several. */
  readonly pronunciations: readonly Pronunciation[];
  readonly hesitations: readonly Hesitation[];
}

/** How much a language counts beside the sound. */
export interface LanguageWeight {
  /** Of its logarithms: 6.5 is usual for this acoustic model, a heavier language is better in noise. */
  readonly weight: number;
  /** What every word gains, so that a heavy language does not swallow short ones. Natural logarithm. */
  readonly wordGain: number;
}

export interface Language {
  readonly model: LanguageModel;
  readonly lexicon: Lexicon;
  readonly weight: LanguageWeight;
}

/** The same object for the same expectation: the decoder keeps what it has derived from it. */
export interface Languages {
  for(expectation: Expectation): Language;
}
