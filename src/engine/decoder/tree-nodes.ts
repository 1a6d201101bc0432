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

export interface NodeFacts {
  readonly model: number;
  readonly word: number;
  readonly lookAhead: number;
  readonly lastPhone: number;
  readonly followers: number;
  readonly logProbability: number;
  readonly children: readonly number[];
}

/** Nodes may share one array of children, which is then stored once. */
export function treeNodes(facts: readonly NodeFacts[], phones: Phones): TreeNodes {
  const starts = new Map<readonly number[], number>();
  let total = 0;
  for (const { children } of facts) {
    if (starts.has(children)) continue;
    starts.set(children, total);
    total += children.length;
  }
  const children = new Int32Array(total);
  for (const [list, start] of starts) children.set(list, start);

  const nodes = {
    size: facts.length,
    senones: new Uint16Array(facts.length * STATES_PER_PHONE),
    transitions: new Uint16Array(facts.length),
    words: new Int32Array(facts.length),
    lookAhead: new Int32Array(facts.length),
    lastPhones: new Uint8Array(facts.length),
    followers: new Uint16Array(facts.length),
    logProbabilities: new Float32Array(facts.length),
    firstChild: new Int32Array(facts.length),
    childCounts: new Uint16Array(facts.length),
    children,
  };
  for (const [node, fact] of facts.entries()) {
    nodes.senones.set(senonesOf(phones, fact.model), node * STATES_PER_PHONE);
    nodes.transitions[node] = (phones.transitions[fact.model] as number) * STATES_PER_PHONE;
    nodes.words[node] = fact.word;
    nodes.lookAhead[node] = fact.lookAhead;
    nodes.lastPhones[node] = fact.lastPhone;
    nodes.followers[node] = fact.followers;
    nodes.logProbabilities[node] = fact.logProbability;
    nodes.firstChild[node] = starts.get(fact.children) ?? 0;
    nodes.childCounts[node] = fact.children.length;
  }
  return nodes;
}

/** Models of the same number have the same senones and transitions: they are one sound. */
export function soundOf(phones: Phones, model: number): number {
  return senonesOf(phones, model).reduce(
    (sound, senone) => sound * 8192 + senone,
    phones.transitions[model] as number,
  );
}

function senonesOf(phones: Phones, model: number): Uint16Array {
  return phones.senones.subarray(model * STATES_PER_PHONE, (model + 1) * STATES_PER_PHONE);
}
