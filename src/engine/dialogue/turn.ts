/** A turn in the making: the state so far, what stands around it, and what she is going to say. */
import type { Flow } from '#engine/flow.ts';
import type { Context, Move } from './moves.ts';
import type { Asked, DialogueState } from './state.ts';

export interface Turn {
  readonly state: DialogueState;
  readonly scene: Scene;
  readonly says: readonly string[];
  readonly call: Extract<Move, { type: 'call' }> | undefined;
}

export interface Scene extends Context {
  readonly flow: Flow;
  /** False where the flow is made from a client's tools. */
  readonly isOurs: boolean;
}

export function say(turn: Turn, ...says: readonly string[]): Turn {
  return { ...turn, says: [...turn.says, ...says.filter((text) => text !== '')] };
}

/** `said`: the words around the question, where it comes with some that are not said again. */
export function ask(turn: Turn, asked: Asked, question: string, said = question): Turn {
  const same = JSON.stringify(asked) === JSON.stringify(turn.state.asked);
  const tries = same ? turn.state.tries : 0;
  return say({ ...turn, state: { ...turn.state, asked, question, tries } }, said);
}

export function set(turn: Turn, changes: Partial<DialogueState>): Turn {
  return { ...turn, state: { ...turn.state, ...changes } };
}
