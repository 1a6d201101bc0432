/** The door `Mind`: who decides what she says and does. The flow's dialogue is one; a chat endpoint may take its place. */
import type { ResponseCreate } from '#protocol/client-events.ts';
import type { Item } from '#protocol/items.ts';
import type { Session } from '#protocol/server-events.ts';
import type { Move } from './dialogue/moves.ts';
import type { News } from './realtime/ledger.ts';
import type { Expectation } from './recognizer.ts';

/** A response is due: everything a mind may look at. */
export interface Turn {
  /** What has happened since she was asked last. */
  readonly news: readonly News[];
  /** The conversation; of what she said it holds only what was heard. */
  readonly items: readonly Item[];
  readonly session: Session;
  readonly asked: ResponseCreate;
  /** Aborts when she is cut off: whatever comes after that is for nobody. */
  readonly signal: AbortSignal;
  /** To be told what the caller is likely to say next, as soon as that is known. */
  readonly expect: (expectation: Expectation) => void;
}

/** Sentences said one after the other are one message; the first is spoken while the rest is still thought out. */
export type Moves = Iterable<Move> | AsyncIterable<Move>;

/** One for each session. Never throws: where it cannot think, it says so to the caller. */
export interface Mind {
  decide(turn: Turn): Moves;
  /** Items of an earlier session stand in the conversation, and she has not been asked yet: what will be said next? */
  anticipate?(turn: Pick<Turn, 'items' | 'session' | 'expect'>): void;
  /** For a response that brings its own input, in `items`: the conversation neither counts nor changes. */
  decideAside(turn: Omit<Turn, 'news' | 'expect'>): Moves;
  /** She has said goodbye. */
  readonly hasEnded: boolean;
  /** A move that was decided never left. */
  undo(move: Move): void;
  /** The caller has said nothing for as long as the session allows. */
  noteSilence(): void;
}
