/** What passes between the process's ears and their worker threads. */
import type { HearingEvent, TurnFinding } from '#engine/hearing.ts';
import type { Expectation, Phrasebook } from '#engine/recognizer.ts';

export interface EarsData {
  readonly phrasebook: Phrasebook;
}

/** Which ear of the worker is meant. */
export type EarId = number;

export type EarCommand =
  /** `sentMs` is the sender's clock, and comes back with what these samples decided. */
  | { readonly do: 'push'; readonly samples: Int16Array; readonly sentMs: number }
  | { readonly do: 'expect'; readonly expectation: Expectation }
  | { readonly do: 'find'; readonly turns: TurnFinding }
  | { readonly do: 'commit'; readonly sentMs: number }
  | { readonly do: 'clear' };

export interface ToWorker {
  readonly to: EarId;
  readonly command: EarCommand | { readonly do: 'open' } | { readonly do: 'close' };
}

/** `tookMs` is left to the receiver, whose clock it is by. */
export type EarEvent =
  | Exclude<HearingEvent, { type: 'speech.stopped' | 'deaf' }>
  | (Omit<Extract<HearingEvent, { type: 'speech.stopped' }>, 'tookMs'> & {
      readonly sentMs: number;
    });

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'event'; readonly from: EarId; readonly event: EarEvent }
  /** How much sound waits to be heard, in the ear that is furthest behind. */
  | { readonly kind: 'lag'; readonly lagMs: number };
