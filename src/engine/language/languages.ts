/** One language model and lexicon for each state of the dialogue, made when first asked for and kept. */
import { readFileSync, statSync } from 'node:fs';
import type {
  Language,
  Languages,
  LanguageWeight,
  Lexicon,
} from '#engine/decoder/language-model.ts';
import type { Expectation, Phrasebook } from '#engine/recognizer.ts';
import { groupsFor } from './answers.ts';
import { SENTENCE_CLASSES } from './sentence-phrases.ts';
import { layOut } from './backoff-model.ts';
import { withoutPlace } from './counted-digits.ts';
import { BANKING_CLASSES } from './banking-classes.ts';
import { type Discount, discountedTrigrams, type Ngrams } from './discounted-trigrams.ts';
import { countPhrases, END, type Group, Vocabulary } from './expected-counts.ts';
import { type BuiltLanguage, cachedLanguage } from './language-cache.ts';
import type { LanguageFiles } from './language-files.ts';
import { type Mixture, mixNgrams } from './mixed-ngrams.ts';
import { PronunciationDictionary } from './pronunciation-dictionary.ts';
import { readSphinxTrie } from './sphinx-trie.ts';
import { SPOKEN_CLASSES } from './spoken-classes.ts';

/** More digits than this are one model: what follows a digit is a digit. */
const MOST_DIGITS = 12;

const DISCOUNT = { trust: 16, floor: 0.02, leastCount: 0.01 };
/** Answers to a question vary little: what was not foreseen is hardly ever meant. */
const ANSWER_DISCOUNT = { trust: 40, floor: 0.005, leastCount: 0.002 };

/** Where anything may be said, the language knows less; where a question was asked, it knows more. */
const FREE: LanguageWeight = { weight: 6.5, wordGain: Math.log(0.65) };
const ANSWER: LanguageWeight = { weight: 7, wordGain: Math.log(8) };

const HESITATIONS = [
  { name: 'uh', phones: ['AH'], logProbability: Math.log(0.0005) },
  { name: 'um', phones: ['AH', 'M'], logProbability: Math.log(0.002) },
  { name: 'er', phones: ['ER'], logProbability: Math.log(0.001) },
  { name: 'hmm', phones: ['HH', 'M'], logProbability: Math.log(0.001) },
];

/** How much everyday English a model gets, and how much the phrases weigh beside it. */
interface Everyday {
  /** Of the general model. */
  readonly path: string;
  readonly general: { readonly frequentWords: number; readonly leastGain: number };
  readonly mixture: Mixture;
}

/** All words of the general model: a caller may say anything. */
const ANYTHING: Omit<Everyday, 'path'> = {
  general: { frequentWords: 20_000, leastGain: 2e-8 },
  mixture: { mostDomain: 0.78, domainWords: 0.5, halfTrusted: 0.6 },
};
/** One matter needs fewer: made in half the time, when it is first talked about. */
const ONE_MATTER: Omit<Everyday, 'path'> = {
  general: { frequentWords: 12_000, leastGain: 1e-7 },
  mixture: { mostDomain: 0.78, domainWords: 0.5, halfTrusted: 0.1 },
};

/** @throws PhraseError, RangeError for a phrasebook that cannot be read; an Error for a missing file. */
export function makeLanguages(phrasebook: Phrasebook, files: LanguageFiles): Languages {
  const classes = {
    ...SPOKEN_CLASSES,
    ...BANKING_CLASSES,
    ...SENTENCE_CLASSES,
    ...phrasebook.classes,
  };
  const made = new Map<string, Language>();
  let read: PronunciationDictionary | undefined;
  const dictionary = (): PronunciationDictionary =>
    (read ??= PronunciationDictionary.read(files.dictionary));

  function build(
    groups: readonly Group[],
    discount: Discount,
    everyday: Everyday | undefined,
  ): BuiltLanguage {
    const vocabulary = new Vocabulary();
    const counts = countPhrases(groups, classes, vocabulary);
    const { words } = vocabulary;
    const domain = discountedTrigrams(counts, words, discount);
    const ngrams =
      everyday === undefined
        ? domain
        : mixNgrams(domain, counts, readGeneral(everyday, words, dictionary()), everyday.mixture);
    const model = layOut({ ...ngrams, words: ngrams.words.map(withoutPlace) });
    return { model, lexicon: lexiconOf(model.words, dictionary()) };
  }

  function make(expectation: Expectation): Language {
    const groups = groupsFor(expectation, phrasebook);
    const everyday = everydayFor(expectation, files.generalModel);
    const wide = ['open', 'topic', 'yes-no'].includes(expectation.for);
    const discount = wide ? DISCOUNT : ANSWER_DISCOUNT;
    const weight = expectation.for === 'open' ? FREE : ANSWER;
    if (files.cache === undefined) return { ...build(groups, discount, everyday), weight };
    const general = everyday && { ...everyday, bytes: statSync(everyday.path).size };
    const ingredients = { groups, classes, general, discount, HESITATIONS };
    const built = cachedLanguage(files.cache, ingredients, () => build(groups, discount, everyday));
    return { ...built, weight };
  }

  return {
    for(expectation) {
      const bounded = boundCount(expectation);
      const key = JSON.stringify(bounded);
      const known = made.get(key);
      if (known !== undefined) return known;
      const language = make(bounded);
      made.set(key, language);
      return language;
    },
  };
}

/** Only what may be said freely needs more than the phrases. */
function everydayFor({ for: kind }: Expectation, path: string | undefined): Everyday | undefined {
  if (path === undefined) return undefined;
  if (kind === 'open') return { path, ...ANYTHING };
  return kind === 'topic' ? { path, ...ONE_MATTER } : undefined;
}

function readGeneral(
  { path, general }: Everyday,
  domainWords: readonly string[],
  dictionary: PronunciationDictionary,
): Ngrams {
  return readSphinxTrie(readFileSync(path), {
    ...general,
    accept: (word) => dictionary.has(word) && /^[a-z][a-z']*$/.test(word),
    always: new Set(domainWords),
  });
}

/** Puts the phrases of several agents together. A class of the same name is that of the last one. */
export function joinPhrasebooks(phrasebooks: readonly Phrasebook[]): Phrasebook {
  return {
    phrases: phrasebooks.flatMap(({ phrases }) => phrases),
    classes: Object.assign({}, ...phrasebooks.map(({ classes }) => classes)),
    topics: Object.assign({}, ...phrasebooks.map(({ topics }) => topics ?? {})),
  };
}

function boundCount(expectation: Expectation): Expectation {
  if (!('count' in expectation)) return expectation;
  const count = Math.min(Math.max(Math.round(expectation.count), 1), MOST_DIGITS);
  return { for: expectation.for, count };
}

function lexiconOf(words: readonly string[], dictionary: PronunciationDictionary): Lexicon {
  return {
    pronunciations: words.flatMap((text, word) =>
      word === END
        ? []
        : dictionary.pronounce(text).map((phones) => ({ word, phones, logProbability: 0 })),
    ),
    hesitations: HESITATIONS,
  };
}
