/** What a scenario is made of: who calls, what they want, how Luna goes about it. Plain data. */
import type { Flow, Goal, Phrasebook } from '#engine/engine.ts';
import type { Brief } from './persona.ts';

/** One line of the conversation when it is played by script, with nobody thinking at either end. */
interface ScriptLine {
  readonly who: 'luna' | 'caller';
  /** `{caller}`, `{assistant}` and `{bank}` are filled in. */
  readonly text: string;
  /** The tool that is seen at work before Luna says this. */
  readonly tool?: string;
  /** What else a caller may say at this point: words or short phrases, lower case. */
  readonly expects?: readonly string[];
}

export interface Scenario {
  /** As in `/ws?scenario=block-card`. */
  readonly id: string;
  readonly name: string;
  /** One line for the scenario's card on the page. */
  readonly shows: string;
  /** A picture for that card: one of those that `web/caller/scenario-icon.tsx` knows. */
  readonly icon: string;
  readonly ends: 'resolved' | 'escalated';
  /** Sentences for a caller to try. */
  readonly says: readonly string[];
  /** Whom a caller may pretend to be: a customer of the fictional bank. */
  readonly demo: {
    readonly name: string;
    readonly facts: readonly { readonly label: string; readonly value: string }[];
  };
  /** The number shown as calling, where the caller is known by it. */
  readonly callerPhone: string | undefined;
  /** For a speech model. */
  readonly brief: Brief;
  /** For the embedded engine. */
  readonly goal: Omit<Goal, 'id'>;
  /** For scripted mode. */
  readonly script: readonly ScriptLine[];
  readonly phrasebook: Phrasebook;
}

/** Who Luna is in one conversation, handed to providers and tools by the call. */
export interface Agent extends Omit<Scenario, 'brief' | 'goal'> {
  /** Names of the tools it may use. */
  readonly tools: readonly string[];
  /** Instructions for a speech model. */
  readonly prompt: string;
  /** Mode and persona, where there are several. */
  readonly style?: Readonly<Record<string, string>>;
  /** Answers in writing only. */
  readonly writes?: boolean;
  /** Whoever says nothing is looking at something: nobody is asked whether they are still there. */
  readonly patient?: boolean;
  /** What the embedded engine follows instead of a prompt. */
  readonly flow: Flow;
}
