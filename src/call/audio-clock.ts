/** When each millisecond of the caller's audio arrived: the bridge from audio time to the call's clock. */
import type { CallMs } from '#lib/brand.ts';

/** Far longer than a provider takes to say that speech has ended. */
const KEPT_MS = 60_000;
const TIDY_EVERY = 1_024;

export class AudioClock {
  #marks: { readonly endMs: number; readonly at: CallMs }[] = [];
  #heardMs = 0;

  arrived(ms: number, at: CallMs): void {
    this.#heardMs += ms;
    this.#marks.push({ endMs: this.#heardMs, at });
    if (this.#marks.length % TIDY_EVERY === 0)
      this.#marks = this.#marks.filter(({ endMs }) => endMs > this.#heardMs - KEPT_MS);
  }

  /** The moment at which the sample at this position of the stream had arrived. */
  when(audioMs: number): CallMs | undefined {
    return this.#marks.find(({ endMs }) => endMs >= audioMs)?.at ?? this.#marks.at(-1)?.at;
  }

  get size(): number {
    return this.#marks.length;
  }
}
