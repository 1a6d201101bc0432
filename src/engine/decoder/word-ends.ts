/** The words that end at one frame; of those that lead to the same place only the best goes on. */

const CAPACITY = 4_096;

/** A place to go on from: the history, the last phone, and which phones may follow. */
export class WordEnds {
  readonly state = new Int32Array(CAPACITY);
  readonly lastPhone = new Int32Array(CAPACITY);
  /** A set of phones, or `ANYTHING`. */
  readonly followers = new Int32Array(CAPACITY);
  readonly score = new Float64Array(CAPACITY);
  /** What the path ended with: the word, its language score, and the entry of the history before. */
  readonly word = new Int32Array(CAPACITY);
  readonly language = new Float64Array(CAPACITY);
  readonly from = new Int32Array(CAPACITY);
  /** The entry that the word gets in the word history. */
  readonly entry = new Int32Array(CAPACITY);
  count = 0;
  readonly #index = new Map<number, number>();

  clear(): void {
    this.count = 0;
    this.#index.clear();
  }

  offer(end: {
    state: number;
    lastPhone: number;
    followers: number;
    score: number;
    word: number;
    language: number;
    from: number;
  }): void {
    const key = (end.state * 64 + end.lastPhone) * 65_536 + end.followers;
    let place = this.#index.get(key);
    if (place === undefined) {
      if (this.count === CAPACITY) return;
      place = this.count++;
      this.#index.set(key, place);
    } else if (end.score <= (this.score[place] as number)) {
      return;
    }
    this.state[place] = end.state;
    this.lastPhone[place] = end.lastPhone;
    this.followers[place] = end.followers;
    this.score[place] = end.score;
    this.word[place] = end.word;
    this.language[place] = end.language;
    this.from[place] = end.from;
  }
}

/** After a pause or a noise any phone may follow. */
export const ANYTHING = 65_535;
