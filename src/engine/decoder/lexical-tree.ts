/** All pronunciations as one tree of triphones, so that words that begin alike are searched together. */
import type { Phones, WordPosition } from '#engine/acoustics/phones.ts';
import type { Lexicon, Pronunciation } from './language-model.ts';
import { LookAheadTree, NO_LOOK_AHEAD } from './look-ahead-tree.ts';
import { growPrefixes, type Prefix } from './prefixes.ts';
import { type Children, NO_CHILDREN, NodeList, soundOf, type TreeNodes } from './tree-nodes.ts';

/** Values of `words` where no word ends; `FIRST_FILLER` and less where a filler does. */
export const INSIDE_WORD = -1;
export const FIRST_FILLER = -2;

const SILENCE_PROBABILITY = 0.005;
const NOISE_PROBABILITY = 1e-8;

/** A sound that may come between any two words and is no word. */
interface Filler {
  readonly node: number;
  readonly logProbability: number;
}

export interface LexicalTree {
  readonly nodes: TreeNodes;
  readonly lookAhead: LookAheadTree;
  /** [phone]: the look-ahead of all words that begin with it. */
  readonly lookAheadOfPhone: Int32Array;
  /** [left · phones + first]: the nodes that begin a word with the phone `first` after `left`. */
  readonly roots: readonly Int32Array[];
  /** The filler `i` ends with the word `FIRST_FILLER - i`. */
  readonly fillers: readonly Filler[];
  /** Sets of phones, 1 for each that may follow; `nodes.followers` are indices into these. */
  readonly followerSets: readonly Uint8Array[];
  /** The set that silence is in tells whether a pause may follow. */
  readonly silence: number;
}

/** @throws when a pronunciation names an unknown phone. */
export function growLexicalTree(lexicon: Lexicon, phones: Phones): LexicalTree {
  const builder = new Builder(phones);
  for (const first of growPrefixes(lexicon.pronunciations, phones).values())
    builder.addWords(first);
  builder.addFiller(['SIL'], Math.log(SILENCE_PROBABILITY));
  builder.addFiller(['+NSN+'], Math.log(NOISE_PROBABILITY));
  builder.addFiller(['+SPN+'], Math.log(NOISE_PROBABILITY));
  for (const hesitation of lexicon.hesitations)
    builder.addFiller(hesitation.phones, hesitation.logProbability);
  return builder.finish();
}

/** One way to sound of a word's last phone, and the set of phones it sounds so before. */
interface Ending {
  readonly model: number;
  readonly followers: number;
}

class Builder {
  readonly #phones: Phones;
  readonly #nodes = new NodeList();
  readonly #lookAhead = new LookAheadTree();
  readonly #lookAheadOfPhone: Int32Array;
  readonly #roots: number[][];
  readonly #fillers: Filler[] = [];
  readonly #followerSets: Uint8Array[] = [];
  readonly #endingsOf = new Map<string, readonly Ending[]>();
  readonly #followerSetOf = new Map<string, number>();
  /** What a word may follow or be followed by: all speech, and silence. */
  readonly #neighbours: readonly number[];

  constructor(phones: Phones) {
    const count = phones.names.length;
    this.#phones = phones;
    this.#roots = Array.from({ length: count * count }, () => []);
    this.#lookAheadOfPhone = new Int32Array(count);
    this.#neighbours = [...phones.names.keys()].filter(
      (phone) => phone === phones.silence || !phones.isFiller[phone],
    );
  }

  /** All words that begin with one phone. */
  addWords(first: Prefix): void {
    const top = this.#lookAhead.add(first, NO_LOOK_AHEAD);
    this.#lookAheadOfPhone[first.phone] = top;
    for (const second of first.next.values()) this.#addRoots(first.phone, second, top);
    for (const end of first.ends) {
      const lookAhead = this.#lookAhead.addEnd(end, top);
      for (const left of this.#neighbours)
        this.#rootsOf(first.phone, left).push(
          ...this.#fanOut(first.phone, left, 'single', end, lookAhead),
        );
    }
  }

  addFiller(names: readonly string[], logProbability: number): void {
    const lastPhone = this.#phones.silence;
    let word = FIRST_FILLER - this.#fillers.length;
    let children = NO_CHILDREN;
    let first = 0;
    for (const name of names.toReversed()) {
      const model = this.#phones.numberOf(name);
      first = this.#nodes.add({
        model,
        word,
        lookAhead: NO_LOOK_AHEAD,
        lastPhone,
        followers: 0,
        logProbability: 0,
        children,
      });
      children = this.#nodes.addChildren([first]);
      word = INSIDE_WORD;
    }
    this.#fillers.push({ node: first, logProbability });
  }

  finish(): LexicalTree {
    return {
      nodes: this.#nodes.finish(this.#phones),
      lookAhead: this.#lookAhead.finish(),
      lookAheadOfPhone: this.#lookAheadOfPhone,
      roots: this.#roots.map((nodes) => Int32Array.from(nodes)),
      fillers: this.#fillers,
      followerSets: this.#followerSets,
      silence: this.#phones.silence,
    };
  }

  /** The first phone of a word depends on the word before; where it sounds alike it is one node. */
  #addRoots(phone: number, second: Prefix, above: number): void {
    const lookAhead = this.#lookAhead.add(second, above);
    const children = this.#childrenOf(second, phone, lookAhead);
    for (const { model, neighbours } of this.#bySound((left) =>
      this.#phones.triphone(phone, left, second.phone, 'begin'),
    )) {
      const node = this.#addInside(model, lookAhead, children);
      for (const left of neighbours) this.#rootsOf(phone, left).push(node);
    }
  }

  #childrenOf({ phone, next, ends }: Prefix, left: number, above: number): Children {
    const nodes: number[] = [];
    for (const after of next.values()) {
      const lookAhead = this.#lookAhead.add(after, above);
      const model = this.#phones.triphone(phone, left, after.phone, 'inside');
      const children = this.#childrenOf(after, phone, lookAhead);
      nodes.push(this.#addInside(model, lookAhead, children));
    }
    for (const end of ends)
      nodes.push(...this.#fanOut(phone, left, 'end', end, this.#lookAhead.addEnd(end, above)));
    return this.#nodes.addChildren(nodes);
  }

  /** The last phone of a word depends on the word after: one node for each way it can sound. */
  #fanOut(
    phone: number,
    left: number,
    position: WordPosition,
    { word, logProbability }: Pronunciation,
    lookAhead: number,
  ): number[] {
    return this.#endings(phone, left, position).map(({ model, followers }) =>
      this.#nodes.add({
        model,
        word,
        lookAhead,
        lastPhone: phone,
        followers,
        logProbability,
        children: NO_CHILDREN,
      }),
    );
  }

  /** The same for all words that end alike. */
  #endings(phone: number, left: number, position: WordPosition): readonly Ending[] {
    const key = `${phone} ${left} ${position}`;
    const known = this.#endingsOf.get(key);
    if (known) return known;
    const endings = this.#bySound((right) =>
      this.#phones.triphone(phone, left, right, position),
    ).map(({ model, neighbours }) => ({ model, followers: this.#followerSet(neighbours) }));
    this.#endingsOf.set(key, endings);
    return endings;
  }

  #addInside(model: number, lookAhead: number, children: Children): number {
    return this.#nodes.add({
      model,
      word: INSIDE_WORD,
      lookAhead,
      lastPhone: 0,
      followers: 0,
      logProbability: 0,
      children,
    });
  }

  /** The neighbours of a phone, grouped by how the phone sounds beside them. */
  #bySound(modelBeside: (neighbour: number) => number) {
    const groups = new Map<number, { model: number; neighbours: number[] }>();
    for (const neighbour of this.#neighbours) {
      const model = modelBeside(neighbour);
      const sound = soundOf(this.#phones, model);
      const group = groups.get(sound);
      if (group) group.neighbours.push(neighbour);
      else groups.set(sound, { model, neighbours: [neighbour] });
    }
    return [...groups.values()];
  }

  #followerSet(neighbours: readonly number[]): number {
    const key = neighbours.join(' ');
    const known = this.#followerSetOf.get(key);
    if (known !== undefined) return known;
    const set = new Uint8Array(this.#phones.names.length);
    for (const neighbour of neighbours) set[neighbour] = 1;
    const number = this.#followerSets.push(set) - 1;
    this.#followerSetOf.set(key, number);
    return number;
  }

  #rootsOf(first: number, left: number): number[] {
    return this.#roots[left * this.#phones.names.length + first] as number[];
  }
}
