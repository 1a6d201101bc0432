/** How long an endpoint is waited for: for its first word, between two, and for the end after the last. */
import type { Clock } from '#lib/clock.ts';
import { ChatFailure } from './failure.ts';

/** A caller hears nothing meanwhile. */
const FIRST_WORD_LIMIT_MS = 8_000;
const STALL_LIMIT_MS = 5_000;
/** Once the model has finished: a connection that is read to its end serves again. */
const CLOSING_LIMIT_MS = 200;

export class Patience {
  /** Aborts with the caller's signal, or when a step took too long. */
  readonly signal: AbortSignal;
  readonly #clock: Clock;
  readonly #abort = new AbortController();
  readonly #firstWordAt: number;
  #stage: 'silent' | 'speaking' | 'finished' = 'silent';

  constructor(clock: Clock, signal: AbortSignal) {
    this.#clock = clock;
    this.#firstWordAt = clock.now() + FIRST_WORD_LIMIT_MS;
    this.signal = AbortSignal.any([signal, this.#abort.signal]);
  }

  entered(stage: 'speaking' | 'finished'): void {
    this.#stage = stage;
  }

  /** The step's result. @throws ChatFailure where it takes too long, and whatever the step throws. */
  async wait<Value>(step: Promise<Value>): Promise<Value> {
    const late = Promise.withResolvers<never>();
    const stop = this.#clock.after(this.#limitMs(), () => {
      late.reject(new ChatFailure('it did not answer in time'));
      this.#abort.abort();
    });
    try {
      return await Promise.race([step, late.promise]);
    } finally {
      stop();
    }
  }

  /** Lets go of the connection, if it is still open. */
  close(): void {
    this.#abort.abort();
  }

  #limitMs(): number {
    if (this.#stage === 'finished') return CLOSING_LIMIT_MS;
    if (this.#stage === 'speaking') return STALL_LIMIT_MS;
    return Math.max(0, this.#firstWordAt - this.#clock.now());
  }
}
