/** How often each three words in a row are to be expected in a phrasebook: exact, without sampling. */
import { type Option, type Phrase, parsePhrase } from './phrase-grammar.ts';

/** Word ids stay below this, so that three of them fit exactly into a double. */
export const ID_LIMIT = 65_536;
/** Stands before the first word, twice. It is no word of the vocabulary. */
export const BEGIN = ID_LIMIT - 1;
/** The id of the end of an utterance in every vocabulary. */
export const END = 0;

/** Words and their ids, in the order in which they were first seen. */
export class Vocabulary {
  readonly words: string[] = ['</s>'];
  readonly #ids = new Map<string, number>([['</s>', END]]);

  /** The id of the word, which is added when it is new. */
  add(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    const id = this.words.push(word) - 1;
    if (id >= BEGIN) throw new RangeError('more words than a model can hold');
    this.#ids.set(word, id);
    return id;
  }

  id(word: string): number | undefined {
    return this.#ids.get(word);
  }
}

/** Probability of each pair of last two words, keyed `first * ID_LIMIT + second`. */
type Histories = ReadonlyMap<number, number>;

export interface Group {
  /** Phrases in the notation, each as likely as its weight. */
  readonly phrases: readonly string[];
  /** Share of this group in all that is said, 0 to 1. */
  readonly share: number;
}

/** Fractional counts, keyed `(first * ID_LIMIT + second) * ID_LIMIT + third`. */
export type TrigramCounts = ReadonlyMap<number, number>;

/**
 * Counts what a thousand utterances would contain on average, if each were a phrase drawn by weight.
 * @throws PhraseError where a phrase cannot be read; RangeError for an unknown class or one that contains itself.
 */
export function countPhrases(
  groups: readonly Group[],
  classes: Readonly<Record<string, readonly string[]>>,
  vocabulary: Vocabulary,
): TrigramCounts {
  const parsedClasses = new Map<string, Phrase>();
  const counts = new Map<number, number>();

  function classNamed(name: string): Phrase {
    const parsed = parsedClasses.get(name);
    if (parsed !== undefined) return parsed;
    const lines = Object.hasOwn(classes, name) ? classes[name] : undefined;
    if (lines === undefined) throw new RangeError(`there is no class {${name}}`);
    const phrase: Phrase = { kind: 'choice', options: lines.map(parsePhrase) };
    parsedClasses.set(name, phrase);
    return phrase;
  }

  function say(word: number, before: Histories): Histories {
    const after = new Map<number, number>();
    for (const [history, probability] of before) {
      const trigram = history * ID_LIMIT + word;
      counts.set(trigram, (counts.get(trigram) ?? 0) + probability);
      const next = (history % ID_LIMIT) * ID_LIMIT + word;
      after.set(next, (after.get(next) ?? 0) + probability);
    }
    return after;
  }

  function walk(phrase: Phrase, before: Histories, inside: readonly string[]): Histories {
    switch (phrase.kind) {
      case 'word':
        return say(vocabulary.add(phrase.word), before);
      case 'sequence':
        return phrase.parts.reduce((histories, part) => walk(part, histories, inside), before);
      case 'class':
        if (inside.includes(phrase.name))
          throw new RangeError(`the class {${phrase.name}} contains itself`);
        return walk(classNamed(phrase.name), before, [...inside, phrase.name]);
      case 'choice':
        return walkChoice(phrase.options, before, inside);
    }
  }

  function walkChoice(options: readonly Option[], before: Histories, inside: readonly string[]) {
    const total = options.reduce((sum, { weight }) => sum + weight, 0);
    const after = new Map<number, number>();
    for (const { phrase, weight } of options) {
      const chosen = new Map<number, number>();
      for (const [history, probability] of before)
        chosen.set(history, (probability * weight) / total);
      for (const [history, probability] of walk(phrase, chosen, inside))
        after.set(history, (after.get(history) ?? 0) + probability);
    }
    return after;
  }

  const beginning = BEGIN * ID_LIMIT + BEGIN;
  for (const { phrases, share } of groups) {
    const options = phrases.map(parsePhrase);
    const ends = walkChoice(options, new Map([[beginning, 1000 * share]]), []);
    say(END, ends);
  }
  return counts;
}
