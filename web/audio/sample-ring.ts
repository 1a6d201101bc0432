/** Samples that wait to be played: first in, first out, in one buffer that grows only when a burst does not fit. */
export class SampleRing {
  #samples = new Int16Array(16_384);
  #start = 0;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(samples: Int16Array): void {
    if (this.#length + samples.length > this.#samples.length) this.#grow(samples.length);
    const capacity = this.#samples.length;
    const at = (this.#start + this.#length) % capacity;
    const first = Math.min(samples.length, capacity - at);
    this.#samples.set(samples.subarray(0, first), at);
    this.#samples.set(samples.subarray(first), 0);
    this.#length += samples.length;
  }

  /** Moves the oldest samples out; returns how many there were, at most `into.length`. */
  shift(into: Float32Array | Int16Array): number {
    const count = Math.min(into.length, this.#length);
    const first = Math.min(count, this.#samples.length - this.#start);
    into.set(this.#samples.subarray(this.#start, this.#start + first), 0);
    into.set(this.#samples.subarray(0, count - first), first);
    this.#start = (this.#start + count) % this.#samples.length;
    this.#length -= count;
    return count;
  }

  #grow(extra: number): void {
    const held = this.#length;
    const larger = new Int16Array(2 ** Math.ceil(Math.log2(held + extra)));
    this.shift(larger.subarray(0, held));
    this.#samples = larger;
    this.#start = 0;
    this.#length = held;
  }
}
