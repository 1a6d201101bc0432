/** The door `Recognizer`: speech to words. Better models are added behind it without touching the rest. */

/** What the dialogue has just asked: it chooses the language model and tells when an answer is complete. */
export type Expectation =
  | { readonly for: 'open' }
  /** Anything, about one matter that has phrases of its own (`Phrasebook.topics`). */
  | { readonly for: 'topic'; readonly topic: string }
  | { readonly for: 'digits'; readonly count: number }
  | { readonly for: 'yes-no' }
  | { readonly for: 'amount' }
  | { readonly for: 'date' }
  /** A date, or so many digits instead ("your date of birth, or your four-digit PIN"). */
  | { readonly for: 'date-or-digits'; readonly count: number };

export interface HeardWord {
  readonly word: string;
  /** Milliseconds since the utterance's first sample. */
  readonly startMs: number;
  readonly endMs: number;
  /** 0 (a guess) to 1 (certain). */
  readonly confidence: number;
}

export interface Hypothesis {
  /** Lower-case words with single spaces; empty when nothing was understood. Digits are words ("four eight"). */
  readonly text: string;
  readonly words: readonly HeardWord[];
  /** 0 to 1: how sure the recogniser is of the whole. */
  readonly confidence: number;
  /** True where the speech fits no phrase well enough to act on: ask again rather than guess. */
  readonly rejected: boolean;
}

/** One process-wide model; opens a stream for each caller. Synchronous: it lives in a worker thread. */
export interface Recognizer {
  open(): RecognizerStream;
}

export interface RecognizerStream {
  /** A new utterance begins. */
  start(expectation: Expectation): void;
  /** 16 kHz mono PCM16, any number of samples. */
  push(samples: Int16Array): void;
  /** The best words so far; may still change. */
  partial(): Hypothesis;
  /** The utterance is over. The channel's mean is kept for the next one. */
  finish(): Hypothesis;
}

/**
 * What callers may say, gathered from the agents.
 * Notation: `(a|b)` one of, `[a]` may be left out, `{name}` a class, `*3` after an option or a phrase its weight.
 * Words are lower-case, numbers spelled out. Built-in classes: digit, digits, four-digits, number, amount, date, day,
 * yes, no (`language/spoken-classes.ts`), and what banks talk of: card, account, name, product, want, can-you, …
 * (`language/banking-classes.ts`); further ones in `classes`.
 */
export interface Phrasebook {
  readonly phrases: readonly string[];
  readonly classes: Readonly<Record<string, readonly string[]>>;
  /** Phrases of matters that other callers never speak of, by name. */
  readonly topics?: Readonly<Record<string, readonly string[]>>;
}
