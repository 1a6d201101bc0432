/** The look-ahead of one history: that of the history behind it, but for a few exceptions. */
import { NO_LOOK_AHEAD } from './look-ahead-tree.ts';

const FREE = -1;
const FEWEST_PLACES = 16;
const NEVER = -1e30;
/** Of an object with its two arrays, beside what they hold. */
const OWN_BYTES = 300;

/**
 * [entry of the look-ahead tree]: weighted score; at the entry of a single word it is that word's own. Few words
 * follow most histories, so only what differs is kept, in a hash table with open addresses: with twenty thousand
 * words a full array is a quarter of a megabyte for each of the hundreds of histories in a beam.
 */
export class LookAheadTable {
  /** Nothing is behind the empty history: it has all entries in an array. */
  readonly #behind: LookAheadTable | undefined;
  /** Added to what is behind. */
  readonly #weight: number;
  readonly #all: Float32Array;
  #entries = new Int32Array(FEWEST_PLACES).fill(FREE);
  #scores = new Float32Array(FEWEST_PLACES);
  #count = 0;

  private constructor(all: Float32Array, behind: LookAheadTable | undefined, weight: number) {
    this.#all = all;
    this.#behind = behind;
    this.#weight = weight;
  }

  /** The table of the empty history, in which no word is possible yet. */
  static ofNothing(entries: number): LookAheadTable {
    return new LookAheadTable(new Float32Array(entries).fill(NEVER), undefined, 0);
  }

  /** The table of a longer history, without exceptions yet. @param weight added to every entry */
  before(weight: number): LookAheadTable {
    return new LookAheadTable(this.#all, this, weight);
  }

  get bytes(): number {
    return 8 * this.#entries.length + OWN_BYTES;
  }

  get(entry: number): number {
    if (entry === NO_LOOK_AHEAD) return 0;
    if (!this.#behind) return this.#all[entry] as number;
    const place = this.#placeOf(entry);
    if (this.#entries[place] === entry) return this.#scores[place] as number;
    return this.#weight + this.#behind.get(entry);
  }

  set(entry: number, score: number): void {
    if (!this.#behind) this.#all[entry] = score;
    else this.#except(entry, score);
  }

  #except(entry: number, score: number): void {
    if (2 * this.#count >= this.#entries.length) this.#grow();
    const place = this.#placeOf(entry);
    if (this.#entries[place] === FREE) this.#count++;
    this.#entries[place] = entry;
    this.#scores[place] = score;
  }

  /** Where the entry is, or where it would be put. */
  #placeOf(entry: number): number {
    const entries = this.#entries;
    const mask = entries.length - 1;
    // Neighbours in the tree are neighbours here, too, unless their numbers are scattered.
    let place = (Math.imul(entry, 0x9e37_79b1) >>> 12) & mask;
    while (entries[place] !== entry && entries[place] !== FREE) place = (place + 1) & mask;
    return place;
  }

  #grow(): void {
    const entries = this.#entries;
    const scores = this.#scores;
    this.#entries = new Int32Array(2 * entries.length).fill(FREE);
    this.#scores = new Float32Array(2 * entries.length);
    this.#count = 0;
    for (let i = 0; i < entries.length; i++)
      if (entries[i] !== FREE) this.#except(entries[i] as number, scores[i] as number);
  }
}
