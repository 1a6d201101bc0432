/** Stands in for a microphone whose socket is gone: silence, at the pace of speech. */
import type { CallerEvent } from '#channels/channel.ts';
import type { Clock } from '#lib/clock.ts';

const PIECE_MS = 100;
/** 24 kHz PCM16 in base64: 64 characters are 1 ms. */
const PIECE: CallerEvent = { type: 'audio', audio: 'A'.repeat(64 * PIECE_MS), ms: PIECE_MS };

export class SilentCaller {
  readonly #clock: Clock;
  #stop: (() => void) | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  start(onEvent: (event: CallerEvent) => void): void {
    this.#stop = this.#clock.after(PIECE_MS, () => {
      this.start(onEvent);
      onEvent(PIECE);
    });
  }

  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
  }
}
