/** What a caller hears of Luna, sample by sample: the loudspeaker of a caller who has none. */

/** Taken from the loudspeaker at one frame of the line. */
export interface PlayedFrame {
  readonly samples: Int16Array;
  /** Items that were played to their end in this frame. */
  readonly drained: readonly string[];
}

interface Item {
  readonly id: string;
  pieces: Int16Array[];
  playedSamples: number;
  complete: boolean;
}

/** As a page does it while it is undecided whether the caller interrupts: -12 dB. */
const DUCKED = 0.25;

export class Loudspeaker {
  readonly #items: Item[] = [];
  #ducked = false;

  receive(id: string, samples: Int16Array): void {
    this.#item(id).pieces.push(samples);
  }

  /** No more audio of this item will come. */
  complete(id: string): void {
    this.#item(id).complete = true;
  }

  duck(on: boolean): void {
    this.#ducked = on;
  }

  /** Falls silent at once and says where. */
  flush(): { id: string; playedSamples: number } | undefined {
    const [playing] = this.#items;
    this.#items.length = 0;
    this.#ducked = false;
    return playing && { id: playing.id, playedSamples: playing.playedSamples };
  }

  get playing(): { readonly id: string; readonly playedSamples: number } | undefined {
    return this.#items[0];
  }

  play(length: number): PlayedFrame {
    const samples = new Int16Array(length);
    const drained: string[] = [];
    let at = 0;
    for (let item = this.#items[0]; item; item = this.#items[0]) {
      at += takeFrom(item, samples, at);
      if (item.pieces.length > 0 || !item.complete) break;
      drained.push(item.id);
      this.#items.shift();
    }
    if (this.#ducked) for (const [i, sample] of samples.entries()) samples[i] = sample * DUCKED;
    return { samples, drained };
  }

  #item(id: string): Item {
    const known = this.#items.find((item) => item.id === id);
    if (known) return known;
    const item: Item = { id, pieces: [], playedSamples: 0, complete: false };
    this.#items.push(item);
    return item;
  }
}

/** Moves samples of the item into the frame, from `at` on; says how many. */
function takeFrom(item: Item, frame: Int16Array, at: number): number {
  const begin = at;
  for (let piece = item.pieces[0]; piece && at < frame.length; piece = item.pieces[0]) {
    const taken = piece.subarray(0, frame.length - at);
    frame.set(taken, at);
    at += taken.length;
    if (taken.length === piece.length) item.pieces.shift();
    else item.pieces[0] = piece.subarray(taken.length);
  }
  item.playedSamples += at - begin;
  return at - begin;
}
