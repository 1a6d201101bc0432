/** The door `Hearing`: a caller's sound in, turns out. Voice activity, recognition and endpointing behind it. */
import type { Expectation, Hypothesis } from './recognizer.ts';

/** Times are milliseconds of audio since the stream began, not wall-clock time. */
export type HearingEvent =
  /** Voice for sure; `atMs` is its true beginning, a little before now. A cough begins nothing. */
  | { readonly type: 'speech.started'; readonly atMs: number }
  /** The words so far, whenever they change. */
  | { readonly type: 'partial'; readonly hypothesis: Hypothesis }
  /** The turn is over: the last voiced sample was at `endMs`, and it was decided at `decidedMs`. */
  | {
      readonly type: 'speech.stopped';
      readonly startMs: number;
      readonly endMs: number;
      readonly decidedMs: number;
      /** Wall-clock milliseconds from the arrival of the deciding sample to the final words. */
      readonly tookMs: number;
      readonly hypothesis: Hypothesis;
    }
  /** So much sound came in faster than it could be heard that this much of it was left out. */
  | { readonly type: 'overrun'; readonly lostMs: number }
  /** This ear is deaf from now on (its worker died); open another. */
  | { readonly type: 'deaf'; readonly why: string };

/** How turns are found. `manual`: none is, until `commit` is called. */
export type TurnFinding =
  | { readonly kind: 'manual' }
  | {
      readonly kind: 'voice';
      /** Voice probability, 0 to 1, above which a frame counts as speech. */
      readonly threshold: number;
      /** A fixed hang-over in milliseconds, or undefined to let the endpointer decide by what was asked. */
      readonly silenceMs: number | undefined;
    };

/** One caller's ear. */
export interface Hearing {
  /** 24 kHz mono PCM16, any number of samples; they stay the caller's own. Never blocks: the work is done in a worker thread. */
  push(samples: Int16Array): void;
  expect(expectation: Expectation): void;
  find(turns: TurnFinding): void;
  /** Ends the utterance now (push-to-talk); answered by `speech.stopped`. */
  commit(): void;
  /** Forgets what was heard of the present utterance. */
  clear(): void;
  close(): void;
}

/** All ears of the process, spread over worker threads. */
export interface Ears {
  open(onEvent: (event: HearingEvent) => void): Hearing;
  /** How far the slowest worker is behind, in milliseconds of sound; new calls had better wait when it grows. */
  readonly lagMs: number;
  close(): Promise<void>;
}
