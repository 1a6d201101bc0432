/** A flow: what the embedded dialogue asks, in which order, and how it says what it found. Plain data. */
import type { Expectation } from './recognizer.ts';

/** One value the dialogue must hear before a tool can be called. */
export interface Slot {
  /** The tool's argument, e.g. `card_last_four`. */
  readonly name: string;
  readonly ask: string;
  /** Said the second time, when the first answer was not understood. */
  readonly askAgain: string;
  readonly expect: Expectation;
}

/** One tool and what it needs. The dialogue works through the tasks of a flow in their order. */
export interface Task {
  readonly tool: string;
  readonly slots: readonly Slot[];
  /** Said while the tool runs: "One moment, I'm checking that." */
  readonly meanwhile: string;
  /** Asked before the task is begun, where it is an offer the caller may refuse: "Shall I order a new card?" */
  readonly offer: string | undefined;
}

export interface Flow {
  /** `{caller}`, `{assistant}` and `{bank}` are filled in. */
  readonly greeting: string;
  readonly tasks: readonly Task[];
  readonly closing: string;
}
