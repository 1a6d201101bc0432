/** What the dialogue remembers between two turns. */
import type { HeardDate } from '#engine/understanding/dates.ts';

/** What she asked last, and so what the caller's next words probably answer. */
export type Asked =
  | { readonly for: 'nothing' }
  | { readonly for: 'intent' }
  | { readonly for: 'slot'; readonly tool: string; readonly slot: string }
  | { readonly for: 'offer'; readonly tool: string }
  | { readonly for: 'confirmation'; readonly tool: string; readonly question: string }
  | { readonly for: 'person'; readonly instead: Asked }
  | { readonly for: 'more' };

export interface DialogueState {
  /** The goal the caller is about. */
  readonly goal: string | undefined;
  /** The tools still to be worked through, in order. Undefined until the caller has said what they want. */
  readonly plan: readonly string[] | undefined;
  /** Arguments heard so far, by name. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly asked: Asked;
  /** The words of that question. */
  readonly question: string;
  /** The slot filled last: a correction without a name is about it. */
  readonly lastFilled: string | undefined;
  /** A date of which only some parts were heard. */
  readonly partOfDate: HeardDate | undefined;
  /** Digits of a number that was begun: "four eight", and the rest in the next breath. */
  readonly partOfDigits: string;
  /** How often the present question was not answered. */
  readonly tries: number;
  /** How often each tool turned down what the caller gave. */
  readonly turnedDown: Readonly<Record<string, number>>;
  /** The call whose output is awaited. */
  readonly pending:
    | {
        readonly callId: string;
        readonly tool: string;
        readonly arguments: Readonly<Record<string, unknown>>;
      }
    | undefined;
  /** Offers the caller has accepted. */
  readonly accepted: readonly string[];
  /** Who calls has been checked. */
  readonly verified: boolean;
  readonly lastSaid: string;
  /** False when she was cut off before the question was out. */
  readonly questionHeard: boolean;
  /** She has said who she is. */
  readonly greeted: boolean;
  readonly acknowledged: boolean;
  /** Prompts into silence since the caller was heard last. */
  readonly silences: number;
  readonly ended: boolean;
}

export const BEGINNING: DialogueState = {
  goal: undefined,
  plan: undefined,
  values: {},
  asked: { for: 'nothing' },
  question: '',
  lastFilled: undefined,
  partOfDate: undefined,
  partOfDigits: '',
  tries: 0,
  turnedDown: {},
  pending: undefined,
  accepted: [],
  verified: false,
  lastSaid: '',
  questionHeard: true,
  greeted: false,
  acknowledged: false,
  silences: 0,
  ended: false,
};
