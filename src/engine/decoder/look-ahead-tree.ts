/** The branchings of the lexical tree: at each, the best word still possible is looked up in advance. */
import type { Pronunciation, WordId } from './language-model.ts';
import type { Prefix } from './prefixes.ts';

/** The entry of sounds that are no words; always worth 0. */
export const NO_LOOK_AHEAD = 0;

export class LookAheadTree {
  /** Of each entry the one above it, which always has a smaller number; 0 for the top ones. */
  readonly #parents: number[] = [NO_LOOK_AHEAD];
  readonly #leaves = new Map<WordId, number[]>();
  readonly #only = new Map<Pronunciation, number>();
  parents = new Int32Array();

  /** An entry for a beginning of words. Where only one word begins so, it is that word's own. */
  add(prefix: Prefix, parent: number): number {
    return prefix.count > 1 ? this.#parents.push(parent) - 1 : this.addEnd(onlyEnd(prefix), parent);
  }

  /** The entry of one pronunciation. */
  addEnd(end: Pronunciation, parent: number): number {
    const known = this.#only.get(end);
    if (known !== undefined) return known;
    const entry = this.#parents.push(parent) - 1;
    this.#only.set(end, entry);
    const leaves = this.#leaves.get(end.word);
    if (leaves) leaves.push(entry);
    else this.#leaves.set(end.word, [entry]);
    return entry;
  }

  /** The entries of a word: one for each pronunciation; none when it cannot be spoken. */
  leavesOf(word: WordId): readonly number[] {
    return this.#leaves.get(word) ?? [];
  }

  finish(): this {
    this.parents = Int32Array.from(this.#parents);
    this.#only.clear();
    return this;
  }
}

function onlyEnd(prefix: Prefix): Pronunciation {
  const [end] = prefix.ends;
  if (end) return end;
  const [next] = prefix.next.values();
  if (!next) throw new Error('A prefix without any word');
  return onlyEnd(next);
}
