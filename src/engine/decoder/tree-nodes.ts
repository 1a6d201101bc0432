/** The nodes of the lexical tree in plain arrays: each is one triphone of three states. */
import { STATES_PER_PHONE, type Phones } from '#engine/acoustics/phones.ts';

export interface TreeNodes {
  readonly size: number;
  /** [node][state] */
  readonly senones: Uint16Array;
  /** [node]: where its transitions begin in the acoustic model's `stay` and `advance`. */
  readonly transitions: Uint16Array;
  /** [node]: the word that ends here, or INSIDE_WORD or FILLER. */
  readonly words: Int32Array;
  /** [node]: its entry in the look-ahead tree. */
  readonly lookAhead: Int32Array;
  /** Of nodes that end a word: its last phone, the set of phones that may follow, and how usual it is. */
  readonly lastPhones: Uint8Array;
  readonly followers: Uint16Array;
  readonly logProbabilities: Float32Array;
  /** [node]: where its children begin in `children`, and how many they are. */
  readonly firstChild: Int32Array;
  readonly childCounts: Uint16Array;
  readonly children: Int32Array;
}

/** Nodes that were added together, to come after one or several others. */
export interface Children {
  readonly first: number;
  readonly count: number;
}

export const NO_CHILDREN: Children = { first: 0, count: 0 };

interface NodeFacts {
  readonly model: number;
  readonly word: number;
  readonly lookAhead: number;
  readonly lastPhone: number;
  readonly followers: number;
  readonly logProbability: number;
  readonly children: Children;
}

/** Collects nodes column by column: a hundred thousand of them as objects would keep the garbage collector busy. */
export class NodeList {
  readonly #models: number[] = [];
  readonly #words: number[] = [];
  readonly #lookAhead: number[] = [];
  readonly #lastPhones: number[] = [];
  readonly #followers: number[] = [];
  readonly #logProbabilities: number[] = [];
  readonly #firstChild: number[] = [];
  readonly #childCounts: number[] = [];
  readonly #children: number[] = [];

  addChildren(nodes: readonly number[]): Children {
    const first = this.#children.length;
    for (const node of nodes) this.#children.push(node);
    return { first, count: nodes.length };
  }

  /** @returns the number of the node. */
  add(facts: NodeFacts): number {
    this.#words.push(facts.word);
    this.#lookAhead.push(facts.lookAhead);
    this.#lastPhones.push(facts.lastPhone);
    this.#followers.push(facts.followers);
    this.#logProbabilities.push(facts.logProbability);
    this.#firstChild.push(facts.children.first);
    this.#childCounts.push(facts.children.count);
    return this.#models.push(facts.model) - 1;
  }

  finish(phones: Phones): TreeNodes {
    const size = this.#models.length;
    const senones = new Uint16Array(size * STATES_PER_PHONE);
    const transitions = new Uint16Array(size);
    for (let node = 0; node < size; node++) {
      const model = this.#models[node] as number;
      transitions[node] = (phones.transitions[model] as number) * STATES_PER_PHONE;
      for (let state = 0; state < STATES_PER_PHONE; state++)
        senones[node * STATES_PER_PHONE + state] = phones.senones[
          model * STATES_PER_PHONE + state
        ] as number;
    }
    return {
      size,
      senones,
      transitions,
      words: new Int32Array(this.#words),
      lookAhead: new Int32Array(this.#lookAhead),
      lastPhones: new Uint8Array(this.#lastPhones),
      followers: new Uint16Array(this.#followers),
      logProbabilities: new Float32Array(this.#logProbabilities),
      firstChild: new Int32Array(this.#firstChild),
      childCounts: new Uint16Array(this.#childCounts),
      children: new Int32Array(this.#children),
    };
  }
}

/** Models of the same number have the same senones and transitions: they are one sound. */
export function soundOf({ senones, transitions }: Phones, model: number): number {
  let sound = transitions[model] as number;
  for (let state = 0; state < STATES_PER_PHONE; state++)
    sound = sound * 8192 + (senones[model * STATES_PER_PHONE + state] as number);
  return sound;
}
