/** What the caller has sent: the last minutes of sound, found again by its time. Not more than that is kept. */
const SAMPLES_PER_MS = 24;
/** Enough for the longest turn and for a 15 MiB append. */
const KEPT_MS = 300_000;

export class CallerAudio {
  #chunks: { readonly at: number; readonly samples: Int16Array }[] = [];
  #end = 0;
  #bufferStart = 0;

  push(samples: Int16Array): void {
    this.#chunks.push({ at: this.#end, samples });
    this.#end += samples.length;
    const oldest = this.#end - KEPT_MS * SAMPLES_PER_MS;
    while ((this.#chunks[0]?.at ?? oldest) < oldest) this.#chunks.shift();
  }

  /** Milliseconds of sound since the session began. */
  get endMs(): number {
    return Math.floor(this.#end / SAMPLES_PER_MS);
  }

  /** Where the present buffer begins: after the last commit or clear. */
  get bufferStartMs(): number {
    return Math.floor(this.#bufferStart / SAMPLES_PER_MS);
  }

  get bufferedMs(): number {
    return (this.#end - this.#bufferStart) / SAMPLES_PER_MS;
  }

  /** The buffer is committed or cleared: a new one begins here. */
  startBuffer(): void {
    this.#bufferStart = this.#end;
  }

  /** Sound before this is not needed any more. */
  forgetBefore(ms: number): void {
    const oldest = ms * SAMPLES_PER_MS;
    for (let first = this.#chunks[0]; first; first = this.#chunks[0]) {
      if (first.at + first.samples.length > oldest) return;
      this.#chunks.shift();
    }
  }

  slice(fromMs: number, toMs: number): Int16Array {
    const from = Math.max(0, fromMs) * SAMPLES_PER_MS;
    const to = Math.min(this.#end, toMs * SAMPLES_PER_MS);
    const first = Math.max(from, this.#chunks[0]?.at ?? to);
    const slice = new Int16Array(Math.max(0, to - first));
    for (const { at, samples } of this.#chunks) {
      const part = samples.subarray(Math.max(0, first - at), Math.max(0, to - at));
      if (part.length > 0) slice.set(part, Math.max(0, at - first));
    }
    return slice;
  }
}
