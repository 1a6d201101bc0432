/** The places where the search is now: one token for each node of the tree and history of words. */

/** More than this are never followed; the search prunes long before. */
const CAPACITY = 16_384;
/** A power of two, sparsely filled. */
const INDEX_SIZE = 4 * CAPACITY;
export const NEVER = -1e30;

/** Each token is a phone of three states: scores of being in each, and the word history it came with. */
export class Tokens {
  readonly node = new Int32Array(CAPACITY);
  readonly state = new Int32Array(CAPACITY);
  readonly first = new Float64Array(CAPACITY);
  readonly second = new Float64Array(CAPACITY);
  readonly third = new Float64Array(CAPACITY);
  readonly firstFrom = new Int32Array(CAPACITY);
  readonly secondFrom = new Int32Array(CAPACITY);
  readonly thirdFrom = new Int32Array(CAPACITY);
  /** The best way into the phone at this frame, to be followed at the next. */
  readonly entry = new Float64Array(CAPACITY);
  readonly entryFrom = new Int32Array(CAPACITY);
  readonly best = new Float64Array(CAPACITY);
  count = 0;

  readonly #index = new Int32Array(INDEX_SIZE);
  readonly #indexFrame = new Int32Array(INDEX_SIZE);
  #frame = 0;

  clear(): void {
    this.count = 0;
    this.#frame++;
  }

  /** Drops all tokens whose best score is below the threshold. */
  keepFrom(threshold: number): void {
    this.#frame++;
    let kept = 0;
    for (let token = 0; token < this.count; token++) {
      if ((this.best[token] as number) < threshold) continue;
      if (kept !== token) this.#move(token, kept);
      this.#index[this.#placeOf(this.node[kept] as number, this.state[kept] as number)] = kept;
      kept++;
    }
    this.count = kept;
  }

  /** Lets a path enter a phone, if it is the best one to do so at this frame. */
  enter(node: number, state: number, score: number, from: number): void {
    const place = this.#placeOf(node, state);
    let token = this.#index[place] as number;
    if (token < 0) {
      if (this.count === CAPACITY) return;
      token = this.count++;
      this.#index[place] = token;
      this.node[token] = node;
      this.state[token] = state;
      this.first[token] = NEVER;
      this.second[token] = NEVER;
      this.third[token] = NEVER;
      this.entry[token] = NEVER;
      this.best[token] = NEVER;
      this.firstFrom[token] = 0;
      this.secondFrom[token] = 0;
      this.thirdFrom[token] = 0;
    }
    if (score > (this.entry[token] as number)) {
      this.entry[token] = score;
      this.entryFrom[token] = from;
    }
  }

  /** Where the token of a node and history is noted; an unused place is claimed and holds -1. */
  #placeOf(node: number, state: number): number {
    let place = (Math.imul(node, 0x9e3779b1) ^ Math.imul(state, 0x85ebca6b)) >>> 0;
    place = (place ^ (place >>> 15)) & (INDEX_SIZE - 1);
    while (this.#indexFrame[place] === this.#frame) {
      const token = this.#index[place] as number;
      if (token < 0) return place;
      if (this.node[token] === node && this.state[token] === state) return place;
      place = (place + 1) & (INDEX_SIZE - 1);
    }
    this.#indexFrame[place] = this.#frame;
    this.#index[place] = -1;
    return place;
  }

  /** Everything that refers to the word history, so far as it is in use. */
  references(): readonly Int32Array[] {
    return [this.firstFrom, this.secondFrom, this.thirdFrom, this.entryFrom].map((list) =>
      list.subarray(0, this.count),
    );
  }

  #move(from: number, to: number): void {
    this.node[to] = this.node[from] as number;
    this.state[to] = this.state[from] as number;
    this.first[to] = this.first[from] as number;
    this.second[to] = this.second[from] as number;
    this.third[to] = this.third[from] as number;
    this.firstFrom[to] = this.firstFrom[from] as number;
    this.secondFrom[to] = this.secondFrom[from] as number;
    this.thirdFrom[to] = this.thirdFrom[from] as number;
    this.entry[to] = NEVER;
    this.best[to] = this.best[from] as number;
  }
}
