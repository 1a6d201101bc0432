/** The timers of a call, by name: each runs once at most, and all of them end with the call. */
import type { Clock } from '#lib/clock.ts';
import type { TimerName } from './conversation.ts';

export class Timers {
  readonly #clock: Clock;
  readonly #onFire: (name: TimerName) => void;
  readonly #running = new Map<TimerName, () => void>();

  constructor(clock: Clock, onFire: (name: TimerName) => void) {
    this.#clock = clock;
    this.#onFire = onFire;
  }

  /** Anew where it runs already; 0 ms stops it. */
  set(name: TimerName, ms: number): void {
    this.#running.get(name)?.();
    this.#running.delete(name);
    if (ms === 0) return;
    const fire = (): void => {
      this.#running.delete(name);
      this.#onFire(name);
    };
    this.#running.set(name, this.#clock.after(ms, fire));
  }

  close(): void {
    for (const stop of this.#running.values()) stop();
    this.#running.clear();
  }
}
