/** What happened in one call, as the caller's side of the line knows it. Times are milliseconds since 1970. */
import type { Meaning, Question } from '../caller/script.ts';

export type Entry = { readonly at: number } & (
  | { readonly is: 'luna'; readonly text: string; readonly itemId: string }
  /** She was cut off: only so much of the sentence was heard. */
  | { readonly is: 'cut'; readonly text: string; readonly itemId: string }
  | {
      readonly is: 'caller';
      readonly text: string;
      readonly means: Meaning;
      readonly question: Question;
      /** Spoken into Luna's sentence. */
      readonly interrupts: boolean;
    }
  /** What the recogniser understood. */
  | { readonly is: 'understood'; readonly text: string }
  | {
      readonly is: 'tool';
      readonly tool: string;
      readonly ok: boolean;
      readonly asked: Readonly<Record<string, unknown>>;
      readonly returned: Readonly<Record<string, unknown>>;
    }
  | { readonly is: 'identity'; readonly level: string }
  | { readonly is: 'error'; readonly text: string }
);

/** `stuck`: the caller gave the line up after waiting too long or talking in circles. */
export type EndedBy = 'assistant' | 'caller' | 'escalated' | 'error' | 'stuck' | 'closed';

export interface Diary {
  readonly callId: string;
  readonly entries: readonly Entry[];
  readonly endedBy: EndedBy;
  readonly seconds: number;
}
