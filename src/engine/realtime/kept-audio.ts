/** Sound of items, for `conversation.item.retrieve`. Bounded: of a long call only the latest is kept. */
const KEPT_SAMPLES = 24_000 * 120;

export class KeptAudio {
  readonly #kept = new Map<string, Int16Array>();
  #total = 0;

  keep(itemId: string, samples: Int16Array): void {
    this.drop(itemId);
    this.#kept.set(itemId, samples);
    this.#total += samples.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#total <= KEPT_SAMPLES || oldest === itemId) break;
      this.drop(oldest);
    }
  }

  of(itemId: string): Int16Array | undefined {
    return this.#kept.get(itemId);
  }

  drop(itemId: string): void {
    this.#total -= this.#kept.get(itemId)?.length ?? 0;
    this.#kept.delete(itemId);
  }
}
