/** Holds generation to a few seconds ahead of playing: an answer of a minute must not flood the line. */
import type { Clock } from '#lib/clock.ts';

const AHEAD_LIMIT_MS = 4_000;

export class Pace {
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  /** When the sound sent so far will have been played, if it is played as it comes. */
  #playedUntil = 0;

  constructor(clock: Clock, signal: AbortSignal) {
    this.#clock = clock;
    this.#signal = signal;
  }

  sent(ms: number): void {
    this.#playedUntil = Math.max(this.#playedUntil, this.#clock.now()) + ms;
  }

  aheadMs(): number {
    return Math.max(0, this.#playedUntil - this.#clock.now());
  }

  /** Resolves with true when more may be sent, with false when the answer was cut off. */
  async room(): Promise<boolean> {
    const waitMs = this.aheadMs() - AHEAD_LIMIT_MS;
    if (this.#signal.aborted) return false;
    if (waitMs <= 0) return true;
    return new Promise((resolve) => {
      const stop = this.#clock.after(waitMs, () => {
        this.#signal.removeEventListener('abort', cut);
        resolve(true);
      });
      const cut = () => {
        stop();
        resolve(false);
      };
      this.#signal.addEventListener('abort', cut, { once: true });
    });
  }
}
