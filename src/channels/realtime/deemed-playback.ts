/**
 * How far a client's loudspeaker must be. Clients of the protocol do not report what they have played: they play each
 * item as it comes, in real time, until they are told that the caller speaks. Pure but for its memory; times are in ms.
 */
import type { CallerEvent } from '#channels/channel.ts';

interface Item {
  readonly id: string;
  receivedMs: number;
  complete: boolean;
}

export class DeemedPlayback {
  readonly #queue: Item[] = [];
  readonly #received = new Map<string, number>();
  #playedMs = 0;
  /** The loudspeaker was followed up to here. */
  #at = 0;

  receive(id: string, ms: number, now: number): void {
    this.#received.set(id, (this.#received.get(id) ?? 0) + ms);
    this.#follow(now);
    this.#itemOf(id).receivedMs += ms;
  }

  /** No more audio of this item will come. */
  complete(id: string): void {
    const item = this.#queue.find((one) => one.id === id);
    if (item) item.complete = true;
  }

  /** Undefined where no audio of it was ever sent. */
  receivedMs(id: string): number | undefined {
    return this.#received.get(id);
  }

  get playing(): string | undefined {
    return this.#queue[0]?.id;
  }

  /** What a page would report now. */
  report(now: number): CallerEvent[] {
    const drained = this.#follow(now).map((itemId) => ({ type: 'drained', itemId }) as const);
    const [item] = this.#queue;
    if (item === undefined) return drained;
    return [...drained, { type: 'played', itemId: item.id, playedMs: this.#playedMs }];
  }

  /** Falls silent, and says where. */
  stop(now: number): { itemId: string; playedMs: number } | undefined {
    this.#follow(now);
    const [item] = this.#queue;
    const playedMs = this.#playedMs;
    this.#queue.length = 0;
    this.#playedMs = 0;
    return item && { itemId: item.id, playedMs };
  }

  #itemOf(id: string): Item {
    const known = this.#queue.find((item) => item.id === id);
    if (known) return known;
    const item = { id, receivedMs: 0, complete: false };
    this.#queue.push(item);
    return item;
  }

  /** Items that have been played to their end. */
  #follow(now: number): string[] {
    let ms = now - this.#at;
    this.#at = now;
    const drained: string[] = [];
    for (let [item] = this.#queue; item; [item] = this.#queue) {
      const left = item.receivedMs - this.#playedMs;
      this.#playedMs += Math.min(ms, left);
      if (ms < left || !item.complete) break;
      ms -= left;
      drained.push(item.id);
      this.#queue.shift();
      this.#playedMs = 0;
    }
    return drained;
  }
}
