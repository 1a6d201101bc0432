/** Cuts a stream of samples into frames of one size, so that each message carries the same time. */
export class Framer {
  readonly #size: number;
  #frame: Int16Array<ArrayBuffer>;
  #filled = 0;

  constructor(size: number) {
    this.#size = size;
    this.#frame = new Int16Array(size);
  }

  /** The frames that these samples complete, mostly none or one. */
  push(samples: Int16Array): Int16Array<ArrayBuffer>[] {
    const frames: Int16Array<ArrayBuffer>[] = [];
    for (let taken = 0; taken < samples.length;) {
      const part = samples.subarray(taken, taken + this.#size - this.#filled);
      this.#frame.set(part, this.#filled);
      this.#filled += part.length;
      taken += part.length;
      if (this.#filled < this.#size) break;
      frames.push(this.#frame);
      this.#frame = new Int16Array(this.#size);
      this.#filled = 0;
    }
    return frames;
  }
}
