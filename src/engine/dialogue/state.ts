/** What the dialogue remembers between two turns. */
import type { HeardDate } from '#engine/understanding/dates.ts';

/** What she asked last, and so what the caller's next words probably answer. */
export type Asked =
  | { readonly for: 'nothing' }
  | { readonly for: 'intent' }
  /** Which of these goals is it? */
  | { readonly for: 'which'; readonly goals: readonly string[] }
  | { readonly for: 'slot'; readonly tool: string; readonly slot: string }
  /** Were these the digits? */
  | {
      readonly for: 'check';
      readonly tool: string;
      readonly slot: string;
      readonly name: string;
      readonly value: string;
    }
  | { readonly for: 'offer'; readonly tool: string }
  | { readonly for: 'confirmation'; readonly tool: string; readonly question: string }
  /** What was read back was not right: what should it be? */
  | { readonly for: 'change'; readonly tool: string }
  /** `reason`: why, for the colleague. */
  | { readonly for: 'person'; readonly instead: Asked; readonly reason?: string }
  | { readonly for: 'more' };

export interface Awaited {
  readonly callId: string;
  readonly tool: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

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
  /** What was said before she asked which goal was meant: it holds facts too. */
  readonly opening: string;
  /** Said with the first wish, and to be done after it. */
  readonly later: { readonly goal: string; readonly text: string } | undefined;
  /** The slot filled last: a correction without a name is about it. */
  readonly lastFilled: string | undefined;
  /** A date of which only some parts were heard. */
  readonly partOfDate: HeardDate | undefined;
  /** Digits of a number that was begun: "four eight", and the rest in the next breath. */
  readonly partOfDigits: string;
  /** How often the present question was not answered. */
  readonly tries: number;
  /** How often in a row she has asked the present question, for whatever reason. */
  readonly repeats: number;
  /** How often a person was offered and refused since the conversation got on. */
  readonly offers: number;
  /** How often each tool turned down what the caller gave. */
  readonly turnedDown: Readonly<Record<string, number>>;
  /** How often a yes was given that the tool did not take for one. */
  readonly agreed: number;
  /** The call whose output is awaited. */
  readonly pending: Awaited | undefined;
  /** Further calls that somebody else has made at once: their outputs are awaited too. */
  readonly beside: readonly Awaited[];
  /** Tools of the present goal that have done what they were asked. */
  readonly done: readonly string[];
  /** The tool that was last asked for something without changing anything. */
  readonly lastRead: string | undefined;
  /** Offers the caller has accepted. */
  readonly accepted: readonly string[];
  /** Who calls has been checked. */
  readonly verified: boolean;
  readonly lastSaid: string;
  /** What a tool found out, as she said it last: "repeat that" is about it. */
  readonly told: string;
  /** False when she was cut off before the question was out. */
  readonly questionHeard: boolean;
  /** She has said who she is. */
  readonly greeted: boolean;
  readonly acknowledged: boolean;
  /** Prompts into silence since the caller was heard last. */
  readonly silences: number;
  /** The caller has asked for a moment: silence is no question. */
  readonly waiting: boolean;
  /** The caller has asked her to speak more slowly. */
  readonly slow: boolean;
  readonly ended: boolean;
}

export const BEGINNING: DialogueState = {
  goal: undefined,
  plan: undefined,
  values: {},
  asked: { for: 'nothing' },
  question: '',
  opening: '',
  later: undefined,
  lastFilled: undefined,
  partOfDate: undefined,
  partOfDigits: '',
  tries: 0,
  repeats: 0,
  offers: 0,
  turnedDown: {},
  agreed: 0,
  pending: undefined,
  beside: [],
  done: [],
  lastRead: undefined,
  accepted: [],
  verified: false,
  lastSaid: '',
  told: '',
  questionHeard: true,
  greeted: false,
  acknowledged: false,
  silences: 0,
  waiting: false,
  slow: false,
  ended: false,
};
