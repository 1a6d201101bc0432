/** What goes into the dialogue and what comes out of it. */
import type { FunctionTool, ToolChoice } from '#protocol/session.ts';
import type { Flow } from '#engine/flow.ts';
import type { Expectation } from '#engine/recognizer.ts';

/** A fact for the dialogue, in the order in which it happened. */
export type Input =
  /** The caller's words, spoken or typed; `unclear` when the recogniser would not stand by them. */
  | {
      readonly type: 'heard';
      readonly text: string;
      readonly unclear: boolean;
      /** Understood as a whole, but single words are unsure: digits had better be read back. */
      readonly doubtful?: boolean;
    }
  /** A tool was called by somebody else: the history of an earlier session. */
  | {
      readonly type: 'called';
      readonly callId: string;
      readonly tool: string;
      readonly arguments: string;
    }
  | { readonly type: 'returned'; readonly callId: string; readonly output: string }
  /** Said for her by somebody else: the history of an earlier session. */
  | { readonly type: 'said'; readonly text: string }
  /** Her last answer was cut off after these words. */
  | { readonly type: 'cut'; readonly heard: string }
  /** A call she had decided on never left, because she was cut off before. */
  | { readonly type: 'undone'; readonly callId: string }
  | { readonly type: 'silence' }
  /**
   * Somebody else led the conversation until now, and had the last word. `with`: what was heard or returned last,
   * where a tool should have been called for it and was not.
   */
  | { readonly type: 'resumed'; readonly with: Input | undefined };

export type Move =
  | { readonly type: 'say'; readonly text: string; readonly slow?: boolean }
  | {
      readonly type: 'call';
      readonly callId: string;
      readonly tool: string;
      readonly arguments: Readonly<Record<string, unknown>>;
    };

export interface Reply {
  readonly moves: readonly Move[];
  /** What the caller is likely to say next. */
  readonly expect: Expectation;
}

/** What stands beside the conversation: who Luna is here and what she may use. */
export interface Context {
  readonly flow: Flow | undefined;
  readonly tools: readonly FunctionTool[];
  readonly toolChoice: ToolChoice;
  /** For `{caller}`, `{assistant}` and `{bank}`. */
  readonly names: Readonly<Record<string, string | undefined>>;
  /** Instructions for this one response: a sentence in quotation marks is said as it stands. */
  readonly instructions: string | undefined;
  /** YYYY-MM-DD, for "tomorrow" and "eighty five". */
  readonly today: string;
  /** The id of the function call, should there be one. */
  readonly callId: string;
}
