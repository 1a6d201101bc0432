/** How often each three words in a row are to be expected in a phrasebook, without sampling. */
import { type Option, type Phrase, parsePhrase } from './phrase-grammar.ts';

/** Word ids stay below this, so that three of them fit exactly into a double. */
export const ID_LIMIT = 65_536;
const PAIRS = ID_LIMIT * ID_LIMIT;
/** Stands before the first word, twice. It is no word of the vocabulary. */
export const BEGIN = ID_LIMIT - 1;
/** While a class is summed up: whatever two words stand before it. */
const LAST_BUT_ONE = ID_LIMIT - 2;
const LAST = ID_LIMIT - 3;
/** The id of the end of an utterance in every vocabulary. */
export const END = 0;

/** What one place of one phrase adds is left out when it is less than this, in a thousand utterances … */
const NEGLIGIBLE = 5e-4;
/** … and inside a class, for each time the class is said. */
const NEGLIGIBLE_INSIDE = 2e-6;

/** Words and their ids, in the order in which they were first seen. */
export class Vocabulary {
  readonly words: string[] = ['</s>'];
  readonly #ids = new Map<string, number>([['</s>', END]]);

  /** The id of the word, which is added when it is new. */
  add(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    const id = this.words.push(word) - 1;
    if (id >= LAST) throw new RangeError('more words than a model can hold');
    this.#ids.set(word, id);
    return id;
  }

  id(word: string): number | undefined {
    return this.#ids.get(word);
  }
}

/** Numbers by n-gram: words are digits of a number with the base `ID_LIMIT`. */
type Counts = Map<number, number>;

/** Probability of each pair of last two words. */
type Histories = ReadonlyMap<number, number>;

/** What a class adds wherever it stands, worked out once: most phrases share the same few classes. */
interface Summary {
  /** Trigrams that lie wholly inside. */
  readonly inside: Counts;
  /** Probability of the first word, of the first two, and of a single word being all. */
  readonly first: Counts;
  readonly firstTwo: Counts;
  readonly single: Counts;
  /** Probability of the last two words, where there are two. */
  readonly lastTwo: Counts;
}

export interface Group {
  /** Phrases in the notation, each as likely as its weight. */
  readonly phrases: readonly string[];
  /** Share of this group in all that is said, 0 to 1. */
  readonly share: number;
}

export type Classes = Readonly<Record<string, readonly string[]>>;

/** Fractional counts, keyed `(first * ID_LIMIT + second) * ID_LIMIT + third`. */
export type TrigramCounts = ReadonlyMap<number, number>;

/**
 * Counts what a thousand utterances would contain on average, if each were a phrase drawn by weight.
 * @throws PhraseError where a phrase cannot be read; RangeError for an unknown class or one that contains itself.
 */
export function countPhrases(
  groups: readonly Group[],
  classes: Classes,
  vocabulary: Vocabulary,
): TrigramCounts {
  const summaries = new Map<string, Summary | 'in work'>();

  function summary(name: string): Summary {
    const known = summaries.get(name);
    if (known === 'in work') throw new RangeError(`the class {${name}} contains itself`);
    if (known !== undefined) return known;
    const lines = Object.hasOwn(classes, name) ? classes[name] : undefined;
    if (lines === undefined) throw new RangeError(`there is no class {${name}}`);
    summaries.set(name, 'in work');
    const made = summarize(
      new Counter(vocabulary, summary, NEGLIGIBLE_INSIDE),
      lines.map((line) => parsePhrase(line)),
    );
    summaries.set(name, made);
    return made;
  }

  const counter = new Counter(vocabulary, summary, NEGLIGIBLE);
  for (const { phrases, share } of groups) {
    const options = phrases.map((phrase) => parsePhrase(phrase));
    const ends = counter.choose(options, new Map([[BEGIN * ID_LIMIT + BEGIN, 1000 * share]]));
    counter.say(END, ends);
  }
  return counter.finish();
}

function summarize(counter: Counter, options: readonly Option[]): Summary {
  const before = LAST_BUT_ONE * ID_LIMIT + LAST;
  const ends = counter.choose(options, new Map([[before, 1]]));
  const made = {
    inside: new Map<number, number>(),
    first: new Map<number, number>(),
    firstTwo: new Map<number, number>(),
    single: new Map<number, number>(),
    lastTwo: new Map<number, number>(),
  };
  for (const [trigram, count] of counter.finish()) {
    const history = Math.floor(trigram / ID_LIMIT);
    if (history === before) made.first.set(trigram % ID_LIMIT, count);
    else if (Math.floor(history / ID_LIMIT) === LAST) made.firstTwo.set(trigram % PAIRS, count);
    else made.inside.set(trigram, count);
  }
  for (const [history, probability] of ends)
    if (Math.floor(history / ID_LIMIT) === LAST) made.single.set(history % ID_LIMIT, probability);
    else made.lastTwo.set(history, probability);
  return made;
}

/** Walks phrases with all histories at once and adds up how often each trigram is passed. */
class Counter {
  readonly #vocabulary: Vocabulary;
  readonly #summary: (name: string) => Summary;
  readonly #negligible: number;
  readonly #counts: Counts = new Map();
  /** How often each class was passed; its inside is added at the end, once. */
  readonly #passed = new Map<Summary, number>();

  constructor(vocabulary: Vocabulary, summary: (name: string) => Summary, negligible: number) {
    this.#vocabulary = vocabulary;
    this.#summary = summary;
    this.#negligible = negligible;
  }

  say(word: number, before: Histories): Histories {
    const after: Counts = new Map();
    for (const [history, probability] of before) {
      if (probability < this.#negligible) continue;
      add(this.#counts, history * ID_LIMIT + word, probability);
      add(after, (history % ID_LIMIT) * ID_LIMIT + word, probability);
    }
    return after;
  }

  choose(options: readonly Option[], before: Histories): Histories {
    const total = options.reduce((sum, { weight }) => sum + weight, 0);
    const after: Counts = new Map();
    for (const { phrase, weight } of options) {
      const chosen: Counts = new Map();
      for (const [history, probability] of before)
        chosen.set(history, (probability * weight) / total);
      for (const [history, probability] of this.#walk(phrase, chosen))
        add(after, history, probability);
    }
    return after;
  }

  finish(): Counts {
    for (const [{ inside }, times] of this.#passed)
      for (const [trigram, count] of inside) add(this.#counts, trigram, count * times);
    this.#passed.clear();
    return this.#counts;
  }

  #walk(phrase: Phrase, before: Histories): Histories {
    switch (phrase.kind) {
      case 'word':
        return this.say(this.#vocabulary.add(phrase.word), before);
      case 'sequence':
        return phrase.parts.reduce((histories, part) => this.#walk(part, histories), before);
      case 'choice':
        return this.choose(phrase.options, before);
      case 'class':
        return this.#pass(this.#summary(phrase.name), before);
    }
  }

  #pass(passed: Summary, before: Histories): Histories {
    const lastWords: Counts = new Map();
    let times = 0;
    for (const [history, probability] of before) {
      times += probability;
      add(lastWords, history % ID_LIMIT, probability);
      for (const [word, share] of passed.first)
        this.#count(history * ID_LIMIT + word, probability * share);
    }
    this.#passed.set(passed, (this.#passed.get(passed) ?? 0) + times);
    const after: Counts = new Map();
    for (const [last, probability] of lastWords) {
      for (const [pair, share] of passed.firstTwo)
        this.#count(last * PAIRS + pair, probability * share);
      for (const [word, share] of passed.single)
        if (probability * share >= this.#negligible)
          add(after, last * ID_LIMIT + word, probability * share);
    }
    for (const [pair, share] of passed.lastTwo) add(after, pair, times * share);
    return after;
  }

  #count(trigram: number, count: number): void {
    if (count >= this.#negligible) add(this.#counts, trigram, count);
  }
}

function add(counts: Counts, key: number, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}
