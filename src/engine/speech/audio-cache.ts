/** Sound that was made before, the least used thrown away first when there is too much of it. */
export class AudioCache {
  /** The least recently used first. */
  readonly #sounds = new Map<string, Int16Array>();
  readonly #maxBytes: number;
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Not to be changed by who gets it. */
  get(key: string): Int16Array | undefined {
    const samples = this.#sounds.get(key);
    if (samples) {
      this.#sounds.delete(key);
      this.#sounds.set(key, samples);
    }
    return samples;
  }

  set(key: string, samples: Int16Array): void {
    this.#remove(key);
    this.#sounds.set(key, samples);
    this.#bytes += samples.byteLength;
    for (const oldest of this.#sounds.keys()) {
      if (this.#bytes <= this.#maxBytes) return;
      this.#remove(oldest);
    }
  }

  #remove(key: string): void {
    this.#bytes -= this.#sounds.get(key)?.byteLength ?? 0;
    this.#sounds.delete(key);
  }
}
