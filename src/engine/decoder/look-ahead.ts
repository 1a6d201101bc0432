/** For each history, the score of the best word that can still come at every branching of the tree. */
import type { LanguageModel, LanguageWeight, StateId } from './language-model.ts';
import { LookAheadTable } from './look-ahead-table.ts';
import { NO_LOOK_AHEAD, type LookAheadTree } from './look-ahead-tree.ts';

/** At most this much is kept for histories that were used lately, and as much for older ones. */
const CACHE_BYTES = 6 * 1024 * 1024;
const NEVER = -1e30;

export class LookAhead {
  readonly #tree: LookAheadTree;
  readonly #model: LanguageModel;
  readonly #weight: LanguageWeight;
  /** After the empty history every word may come. */
  readonly #anything: LookAheadTable;
  #recent = new Map<StateId, LookAheadTable>();
  #recentBytes = 0;
  #older = new Map<StateId, LookAheadTable>();

  constructor(tree: LookAheadTree, model: LanguageModel, weight: LanguageWeight) {
    this.#tree = tree;
    this.#model = model;
    this.#weight = weight;
    this.#anything = LookAheadTable.ofNothing(tree.parents.length);
    this.#write(this.#anything, 0);
  }

  /** Shared by all calls; not to be written to. */
  table(state: StateId): LookAheadTable {
    if (state === 0) return this.#anything;
    const known = this.#recent.get(state);
    if (known) return known;
    const table = this.#older.get(state) ?? this.#compute(state);
    if (this.#recentBytes >= CACHE_BYTES) {
      this.#older = this.#recent;
      this.#recent = new Map();
      this.#recentBytes = 0;
    }
    this.#recent.set(state, table);
    this.#recentBytes += table.bytes;
    return table;
  }

  /** The weighted score that the utterance ends after this history. */
  endScore(state: StateId): number {
    const { words, logProbabilities, backOff, backOffLogWeight } = this.#model.successors(state);
    const place = words.indexOf(this.#model.end);
    if (place >= 0) return this.#weigh(logProbabilities[place] as number);
    return state === 0 ? NEVER : this.#weight.weight * backOffLogWeight + this.endScore(backOff);
  }

  #weigh(logProbability: number): number {
    return this.#weight.weight * logProbability + this.#weight.wordGain;
  }

  #compute(state: StateId): LookAheadTable {
    const { backOff, backOffLogWeight } = this.#model.successors(state);
    const table = this.table(backOff).before(this.#weight.weight * backOffLogWeight);
    this.#write(table, state);
    return table;
  }

  /** Writes the words seen after a history, and raises the branchings above them. */
  #write(table: LookAheadTable, state: StateId): void {
    const { parents } = this.#tree;
    const { words, logProbabilities } = this.#model.successors(state);
    for (let i = 0; i < words.length; i++) {
      const score = this.#weigh(logProbabilities[i] as number);
      for (const leaf of this.#tree.leavesOf(words[i] as number)) {
        table.set(leaf, score);
        let above = parents[leaf] as number;
        while (above !== NO_LOOK_AHEAD && table.get(above) < score) {
          table.set(above, score);
          above = parents[above] as number;
        }
      }
    }
  }
}
