/**
 * May this tool run? Decided from what the caller has proved and said, never from what a model claims.
 *
 *   unknown ─ recognised ─▶ verified            three failed attempts ─▶ only a person can help
 *   change asked ─▶ read back ─▶ caller says yes ─▶ asked again, same arguments ─▶ runs, once
 */
import type { CallMs } from '#lib/brand.ts';
import type { IdentityLevel } from '#protocol/luna-events.ts';
import type { Refusal, ToolRequest, ToolResult } from '#tools/tool.ts';
import { readAnswer } from './affirmation.ts';
import { asksOtherwise, holds } from './question.ts';

const MAX_IDENTITY_ATTEMPTS = 3;
const VERIFIES_IDENTITY = 'verify_identity';

export interface GateState {
  /** The only tools this call may use, whatever others the house has; undefined: all. */
  readonly tools: readonly string[] | undefined;
  readonly identity: IdentityLevel;
  /** Who has proved to be calling. */
  readonly customerId: string | undefined;
  readonly failedAttempts: number;
  /** One attempt is being checked: a second beside it would not be counted in time. */
  readonly checking: boolean;
  /** The one change that has been read back. */
  readonly pending: Pending | undefined;
  /** Keys of changes under way. */
  readonly running: readonly string[];
  /** What the changes of this call gave, by key. */
  readonly done: Readonly<Record<string, ToolResult>>;
}

interface Pending {
  readonly key: string;
  readonly question: string;
  readonly askedAt: CallMs;
  /**
   * `due`: the model was given the question. `put`: the caller has heard it. `other`: they were asked something
   * else since, or cut it off, so a yes is no yes to this.
   */
  readonly asked: 'due' | 'put' | 'other';
  /** The caller's latest words are a yes to it. */
  readonly confirmed: boolean;
}

/** One call of one tool; `arguments` is canonical JSON. */
export type Wanted = Pick<ToolRequest, 'tool' | 'arguments'>;

export type GateEvent =
  /** The number that calls belongs to a customer. */
  | { readonly type: 'caller.recognised' }
  /** What Luna was heard to say since the caller's last turn: told before the turn that answers it. */
  | { readonly type: 'luna.heard'; readonly text: string }
  /** A whole turn of the caller's, and when it began: what was begun before a question is no answer to it. */
  | { readonly type: 'caller.said'; readonly text: string; readonly startedAt: CallMs }
  | { readonly type: 'tool.called'; readonly wanted: Wanted }
  | {
      readonly type: 'change.read-back';
      readonly wanted: Wanted;
      readonly question: string;
      readonly at: CallMs;
    }
  | { readonly type: 'tool.finished'; readonly wanted: Wanted; readonly result: ToolResult };

export type GateEffect =
  | { readonly do: 'nothing' }
  | { readonly do: 'run' }
  /** Ask the tool for its question, and come back with `change.read-back`. */
  | { readonly do: 'read-back' }
  | { readonly do: 'answer'; readonly result: ToolResult };

export const CLOSED_GATE: GateState = {
  tools: undefined,
  identity: 'unknown',
  customerId: undefined,
  failedAttempts: 0,
  checking: false,
  pending: undefined,
  running: [],
  done: {},
};

const NOTHING: GateEffect = { do: 'nothing' };

export function decide(state: GateState, event: GateEvent): [GateState, GateEffect] {
  switch (event.type) {
    case 'caller.recognised':
      return [state.identity === 'unknown' ? { ...state, identity: 'recognised' } : state, NOTHING];
    case 'luna.heard':
      return [{ ...state, pending: asking(state.pending, event.text) }, NOTHING];
    case 'caller.said':
      return [{ ...state, pending: heard(state.pending, event.text, event.startedAt) }, NOTHING];
    case 'tool.called':
      return called(state, event.wanted);
    case 'change.read-back':
      return [readBack(state, event), answer(mustConfirm(event.question))];
    case 'tool.finished':
      return finished(state, event.wanted, event.result);
  }
}

function readBack(
  state: GateState,
  { wanted, question, at }: Extract<GateEvent, { type: 'change.read-back' }>,
): GateState {
  const key = keyOf(wanted);
  // Asked twice before the caller could answer: a yes to the first asking counts.
  if (state.pending?.key === key && state.pending.question === question) return state;
  return { ...state, pending: { key, question, askedAt: at, asked: 'due', confirmed: false } };
}

function asking(pending: Pending | undefined, words: string): Pending | undefined {
  if (pending === undefined) return undefined;
  const { question } = pending;
  if (asksOtherwise(words, question)) return { ...pending, asked: 'other' };
  if (holds(words, question)) return { ...pending, asked: 'put' };
  // "Just to be sure, please say yes or no": she is still at it, where it was put before.
  return pending.asked === 'put' ? pending : { ...pending, asked: 'other' };
}

function heard(pending: Pending | undefined, text: string, startedAt: CallMs): Pending | undefined {
  // The transcript of an earlier turn may arrive after the question.
  if (pending === undefined || startedAt < pending.askedAt) return pending;
  const meant = readAnswer(text, pending.question);
  const confirmed = meant === 'yes' && pending.asked !== 'other';
  return meant === 'no' ? undefined : { ...pending, confirmed };
}

function called(state: GateState, wanted: Wanted): [GateState, GateEffect] {
  const { tool } = wanted;
  if (state.tools?.includes(tool.name) === false) return [state, answer(NOT_HERE)];
  const aboutIdentity = tool.needs === 'verified' || tool.name === VERIFIES_IDENTITY;
  if (aboutIdentity && state.failedAttempts >= MAX_IDENTITY_ATTEMPTS)
    return [state, answer(TOO_MANY_ATTEMPTS)];
  if (RANK[state.identity] < RANK[tool.needs]) return [state, answer(NEEDS_IDENTITY)];
  if (tool.name === VERIFIES_IDENTITY)
    return state.checking
      ? [state, answer(IN_PROGRESS)]
      : [{ ...state, checking: true }, { do: 'run' }];
  if (tool.effect === 'read') return [state, { do: 'run' }];

  const key = keyOf(wanted);
  const before = state.done[key];
  if (before !== undefined) return [state, answer(before)];
  if (state.running.includes(key)) return [state, answer(IN_PROGRESS)];
  if (state.pending?.key !== key || !state.pending.confirmed) return [state, { do: 'read-back' }];
  return [{ ...state, pending: undefined, running: [...state.running, key] }, { do: 'run' }];
}

function finished(state: GateState, wanted: Wanted, result: ToolResult): [GateState, GateEffect] {
  if (wanted.tool.name === VERIFIES_IDENTITY) return checked({ ...state, checking: false }, result);
  if (wanted.tool.effect === 'read') return [state, answer(result)];
  return [changed(state, keyOf(wanted), result), answer(result)];
}

/** No other tool can raise a level, whatever its result says. */
function checked(state: GateState, result: ToolResult): [GateState, GateEffect] {
  switch (result.consequence?.kind) {
    case 'verified':
      return [verified(state, result.consequence.customerId), answer(result)];
    case 'identity_failed':
      return failed(state, result);
    case 'escalated':
    case 'restyled':
    case undefined:
      return [state, answer(result)];
  }
}

function changed(state: GateState, key: string, result: ToolResult): GateState {
  // It was begun for somebody else, who has handed the phone over since.
  if (!state.running.includes(key)) return state;
  return {
    ...state,
    running: state.running.filter((other) => other !== key),
    // What failed may be tried again, with a new confirmation.
    done: result.ok ? { ...state.done, [key]: result } : state.done,
  };
}

/** Somebody else on the same phone inherits nothing. */
function verified(state: GateState, customerId: string): GateState {
  const same = state.customerId === customerId || state.customerId === undefined;
  const kept = same ? state : { ...state, pending: undefined, running: [], done: {} };
  return { ...kept, identity: 'verified', customerId };
}

function failed(state: GateState, result: ToolResult): [GateState, GateEffect] {
  const failedAttempts = state.failedAttempts + 1;
  const left = MAX_IDENTITY_ATTEMPTS - failedAttempts;
  const spoken =
    left <= 0 ? TOO_MANY_ATTEMPTS : { ...result, facts: { ...result.facts, attempts_left: left } };
  return [{ ...state, failedAttempts }, answer(spoken)];
}

const RANK: Readonly<Record<IdentityLevel, number>> = { unknown: 0, recognised: 1, verified: 2 };

function keyOf({ tool, arguments: given }: Wanted): string {
  return `${tool.name} ${given}`;
}

function answer(result: ToolResult): GateEffect {
  return { do: 'answer', result };
}

function refusal(why: Refusal, say: string): ToolResult {
  return { ok: false, why, say, facts: {} };
}

function mustConfirm(question: string): ToolResult {
  return refusal('needs_confirmation', question);
}

const NEEDS_IDENTITY = refusal(
  'needs_identity',
  'Before I do that I need to be sure who you are. What are the last four digits of your card, and your date of birth or PIN?',
);
/** A model may ask for what another scenario is given: it is no tool of this call. */
const NOT_HERE = refusal('unknown_tool', "I'm sorry, I can't do that on this line.");
const IN_PROGRESS = refusal('in_progress', 'I am just doing that. One moment, please.');
const TOO_MANY_ATTEMPTS: ToolResult = {
  ...refusal(
    'too_many_attempts',
    "I'm sorry, I couldn't verify who you are, so I can't go on by myself. A colleague has to help you.",
  ),
  consequence: { kind: 'escalated', reason: 'identity could not be verified' },
};
