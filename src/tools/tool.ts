/** The door of `tools/`: the verbs the assistant may use, and what comes back. */
import type { z } from 'zod';
import type { CallId } from '#lib/brand.ts';
import type { Drawing } from '#protocol/drawing.ts';
import type { IdentityLevel } from '#protocol/luna-events.ts';

export { createToolbox } from './toolbox.ts';
export type { ToolRequest, Toolbox } from './toolbox.ts';

/** Why a tool did not do what was asked: a code the dialogue can act on. */
export type Refusal =
  /** No such tool, or an argument is missing or wrong; `facts.argument` names it. */
  | 'unknown_tool'
  | 'bad_arguments'
  /** The caller must prove who they are first (`verify_identity`). */
  | 'needs_identity'
  /** `say` is the question to ask; call again with the same arguments once the caller has said yes. */
  | 'needs_confirmation'
  /** The same change is being made at this moment. */
  | 'in_progress'
  /** Card and date of birth or PIN do not belong together. `facts.attempts_left` says how often one may still try. */
  | 'no_match'
  /** Neither a date of birth nor a PIN was given, or one alone does not settle whose card it is. */
  | 'needs_another_factor'
  /** No more tries: only a person can help. */
  | 'too_many_attempts'
  /** The caller has no card with these last four digits, or more than one. */
  | 'no_card'
  | 'ambiguous_card'
  /** The card must be blocked before it is replaced. */
  | 'not_blocked'
  /** It is blocked, has expired or is not active yet: what was asked cannot be done to it. */
  | 'card_blocked'
  | 'card_expired'
  | 'card_inactive'
  /** The caller has no account of this kind; or has one, which is closed. */
  | 'no_account'
  | 'closed_account'
  /** Two accounts were to be different ones. */
  | 'same_account'
  /** Nought, negative, more exact than a cent, or more than may be; `facts.argument` names it. */
  | 'out_of_range'
  | 'insufficient_funds'
  /** More than a customer may move in a day. */
  | 'over_limit'
  /** Nobody of this name is saved; several are; or it is the caller. */
  | 'no_recipient'
  | 'ambiguous_recipient'
  | 'own_account'
  /** Nothing fits what was said, or several things do; `facts.argument` names what to ask for. */
  | 'not_found'
  | 'ambiguous'
  /** It was done before; the facts hold its reference. */
  | 'already_done'
  /** The bank does not do this at all, or not by phone. */
  | 'not_possible'
  /** The bank's systems did not answer. */
  | 'bank_unavailable';

/** What the call must know beside the words: never shown to a model. */
type Consequence =
  | { readonly kind: 'verified'; readonly customerId: string; readonly firstName: string }
  | { readonly kind: 'identity_failed' }
  /** Another mode or persona: the session's instructions change at once. */
  | { readonly kind: 'restyled'; readonly style: Readonly<Record<string, string>> }
  /** The conversation goes to a person. */
  | {
      readonly kind: 'escalated';
      readonly reason: string;
      /** What was gathered for them. */
      readonly details?: Readonly<Record<string, string | number | boolean>>;
    };

/**
 * What a tool gives back. `say` is one or two sentences a model can speak; `facts` are masked values
 * (last four digits only). An expected refusal is a value, never an exception.
 */
export type ToolResult = ({ readonly ok: true } | { readonly ok: false; readonly why: Refusal }) & {
  readonly say: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly consequence?: Consequence;
  /** For the client, never for a model. */
  readonly drawing?: Drawing;
};

/** Who is on the line, as a tool may know it. */
export interface Caller {
  readonly callId: CallId;
  /** The number shown as calling (E.164); it identifies nobody by itself. */
  readonly phone: string | undefined;
  /** The customer who has proved their identity in this call. */
  readonly customerId: string | undefined;
}

export interface Tool<Input = unknown> {
  /** snake_case, as the model calls it. */
  readonly name: string;
  /** For a model: when to use it. */
  readonly description: string;
  /** For a person watching: "Checking your identity". */
  readonly title: string;
  readonly input: z.ZodType<Input>;
  /** The identity the caller must have proved before this may run. */
  readonly needs: IdentityLevel;
  /** A change is read back and confirmed before it runs, and runs once per call. */
  readonly effect: 'read' | 'change';
  /**
   * The question that reads a change back ("Shall I block your Visa card ending in 4829?"),
   * or the result at once, where there is nothing to confirm.
   */
  readBack?(input: Input, caller: Caller): Promise<string | ToolResult>;
  run(input: Input, caller: Caller): Promise<ToolResult>;
}

/** What the model is given as the output of its call. */
export function forModel(result: ToolResult): string {
  const { consequence: _, drawing: _drawn, ...visible } = result;
  return JSON.stringify(visible);
}
