/** Who Luna is in one scenario. Plain data, handed to providers and tools by the call. */
import type { Flow, Phrasebook } from '#engine/engine.ts';

export interface Agent {
  /** As in `/ws?scenario=block-card`. */
  readonly id: string;
  readonly name: string;
  /** One line for the scenario's card on the page. */
  readonly shows: string;
  readonly ends: 'resolved' | 'escalated';
  /** Sentences for a caller to try. */
  readonly says: readonly string[];
  /** Whom a caller may pretend to be: a customer of the fictional bank. */
  readonly demo: {
    readonly name: string;
    readonly facts: readonly { readonly label: string; readonly value: string }[];
  };
  /** Names of the tools it may use. */
  readonly tools: readonly string[];
  /** Instructions for a speech model. */
  readonly prompt: string;
  /** What the embedded engine follows instead of a prompt. */
  readonly flow: Flow;
  readonly phrasebook: Phrasebook;
  /** The seeded customer whose number is shown as calling, where the caller is known. */
  readonly callerPhone: string | undefined;
}
