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

  const senones = new Uint16Array(facts.length * STATES_PER_PHONE);
  for (const [node, { model }] of facts.entries())
    senones.set(senonesOf(phones, model), node * STATES_PER_PHONE);
  return {
    size: facts.length,
    senones,
    transitions: Uint16Array.from(
      facts,
      ({ model }) => (phones.transitions[model] as number) * STATES_PER_PHONE,
    ),
    words: Int32Array.from(facts, ({ word }) => word),
    lookAhead: Int32Array.from(facts, ({ lookAhead }) => lookAhead),
    lastPhones: Uint8Array.from(facts, ({ lastPhone }) => lastPhone),
    followers: Uint16Array.from(facts, (fact) => fact.followers),
    logProbabilities: Float32Array.from(facts, ({ logProbability }) => logProbability),
    firstChild: Int32Array.from(facts, (fact) => starts.get(fact.children) ?? 0),
    childCounts: Uint16Array.from(facts, (fact) => fact.children.length),
    children,
  };
}

/** The three senones of a model. */
export function senonesOf(phones: Phones, model: number): Uint16Array {
  return phones.senones.subarray(model * STATES_PER_PHONE, (model + 1) * STATES_PER_PHONE);
}
