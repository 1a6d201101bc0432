/** Notices when nobody has said anything for a while. */
import type { Clock } from '#lib/clock.ts';

export class IdleTimer {
  readonly #clock: Clock;
  readonly #onIdle: () => void;
  #stop: (() => void) | undefined;

  constructor(clock: Clock, onIdle: () => void) {
    this.#clock = clock;
    this.#onIdle = onIdle;
  }

  start(ms: number): void {
    this.stop();
    this.#stop = this.#clock.after(ms, () => {
      this.#stop = undefined;
      this.#onIdle();
    });
  }

  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
  }
}
