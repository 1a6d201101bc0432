/** The words that paths of the search have gone through, as a tree that is read from its leaves. */

const FIRST_CAPACITY = 2_048;
/** What no path needs any more is swept out when there are so many entries. */
const SWEEP_ABOVE = 32_768;

/** The entry that every path begins with. */
export const BEGINNING = 0;

export interface PassedWord {
  /** A word of the language model, or less than 0 for a sound that is none. */
  readonly word: number;
  /** It lasts from `startFrame` up to and without `endFrame`. */
  readonly startFrame: number;
  readonly endFrame: number;
  /** Score of the sound alone, and that of the best phone of each frame, both summed over the word. */
  readonly acoustic: number;
  readonly best: number;
  /** Score of the word after the words before it, weighted as in the search. */
  readonly language: number;
}

/** An entry always has a larger number than the one it follows. */
export class WordHistory {
  count = 1;
  #words = new Int32Array(FIRST_CAPACITY).fill(-1, 0, 1);
  #before = new Int32Array(FIRST_CAPACITY);
  /** All of these since the beginning of the utterance. */
  #frames = new Int32Array(FIRST_CAPACITY);
  #acoustic = new Float64Array(FIRST_CAPACITY);
  #language = new Float64Array(FIRST_CAPACITY);
  #best = new Float64Array(FIRST_CAPACITY);
  #sweepAbove = SWEEP_ABOVE;

  clear(): void {
    this.count = 1;
    this.#sweepAbove = SWEEP_ABOVE;
  }

  /**
   * @param frames that have been heard at the end of the word
   * @param score of the whole path, sound and language
   * @param language score of this word
   * @param best sum of the best phones' scores of all frames
   */
  add(
    word: number,
    before: number,
    frames: number,
    score: number,
    language: number,
    best: number,
  ): number {
    if (this.count === this.#words.length) this.#grow();
    const entry = this.count++;
    const spoken = (this.#language[before] as number) + language;
    this.#words[entry] = word;
    this.#before[entry] = before;
    this.#frames[entry] = frames;
    this.#language[entry] = spoken;
    this.#acoustic[entry] = score - spoken;
    this.#best[entry] = best;
    return entry;
  }

  /** The words up to an entry, in their order. */
  read(entry: number): PassedWord[] {
    const words: PassedWord[] = [];
    for (let at = entry; at !== BEGINNING; at = this.#before[at] as number) {
      const before = this.#before[at] as number;
      words.push({
        word: this.#words[at] as number,
        startFrame: this.#frames[before] as number,
        endFrame: this.#frames[at] as number,
        acoustic: (this.#acoustic[at] as number) - (this.#acoustic[before] as number),
        best: (this.#best[at] as number) - (this.#best[before] as number),
        language: (this.#language[at] as number) - (this.#language[before] as number),
      });
    }
    return words.toReversed();
  }

  get needsSweep(): boolean {
    return this.count > this.#sweepAbove;
  }

  /** Forgets all entries but those the references lead to, and renumbers the references. */
  sweep(references: readonly Int32Array[]): void {
    const numbers = new Int32Array(this.count);
    numbers[BEGINNING] = 1;
    for (const list of references) for (const entry of list) numbers[entry] = 1;
    for (let entry = this.count - 1; entry > 0; entry--)
      if (numbers[entry]) numbers[this.#before[entry] as number] = 1;
    let kept = 0;
    for (let entry = 0; entry < this.count; entry++) {
      if (!numbers[entry]) continue;
      numbers[entry] = kept;
      this.#words[kept] = this.#words[entry] as number;
      this.#before[kept] = numbers[this.#before[entry] as number] as number;
      this.#frames[kept] = this.#frames[entry] as number;
      this.#acoustic[kept] = this.#acoustic[entry] as number;
      this.#language[kept] = this.#language[entry] as number;
      this.#best[kept] = this.#best[entry] as number;
      kept++;
    }
    this.count = kept;
    this.#sweepAbove = Math.max(SWEEP_ABOVE, 2 * kept);
    for (const list of references)
      for (let i = 0; i < list.length; i++) list[i] = numbers[list[i] as number] as number;
  }

  #grow(): void {
    const size = 2 * this.#words.length;
    this.#words = grown(this.#words, new Int32Array(size));
    this.#before = grown(this.#before, new Int32Array(size));
    this.#frames = grown(this.#frames, new Int32Array(size));
    this.#acoustic = grown(this.#acoustic, new Float64Array(size));
    this.#language = grown(this.#language, new Float64Array(size));
    this.#best = grown(this.#best, new Float64Array(size));
  }
}

function grown<Numbers extends Int32Array | Float64Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}
