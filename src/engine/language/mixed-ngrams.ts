/** A domain model mixed with a general one, so that phrasings nobody foresaw are heard, too. */
import { type BackoffModel, layOut } from './backoff-model.ts';
import type { Ngrams } from './discounted-trigrams.ts';
import { BEGIN, ID_LIMIT, type TrigramCounts } from './expected-counts.ts';
import { sortedTable, union } from './ngram-table.ts';

/** Two words; added to histories of two, it sets them apart from those of one. */
const PAIR = ID_LIMIT * ID_LIMIT;

export interface Mixture {
  /** Share of the domain model after a history that its phrases are full of, 0 to 1. */
  readonly mostDomain: number;
  /** Share of the domain model among single words. */
  readonly domainWords: number;
  /** Occurrences in a thousand utterances at which a history has earned half of `mostDomain`. */
  readonly halfTrusted: number;
}

/**
 * Linear interpolation of two models into one: the union of their n-grams with interpolated probabilities.
 * The domain's share grows with how often its phrases contain the history.
 */
export function mixNgrams(
  domain: Ngrams,
  counts: TrigramCounts,
  general: Ngrams,
  mixture: Mixture,
): Ngrams {
  const words = [...new Set([...domain.words, ...general.words])];
  const ids = new Map(words.map((word, id) => [word, id]));
  const renumbered = renumber(general, words, ids);
  const generalModel = layOut(renumbered);
  const domainModel = layOut(domain);
  const totals = historyTotals(counts);
  const share = (total: number): number =>
    (mixture.mostDomain * total) / (total + mixture.halfTrusted);
  /** A word above the domain's vocabulary has no chance in the domain model. */
  const inDomain = (state: number, word: number): number =>
    word < domain.words.length ? Math.exp(domainModel.logProbability(state, word)) : 0;

  const unigrams = Float64Array.from(
    words,
    (_, word) =>
      mixture.domainWords * (domain.unigrams[word] ?? 0) +
      (1 - mixture.domainWords) * Math.exp(generalModel.logProbability(0, word)),
  );

  const bigram = (key: number): number => {
    const first = Math.floor(key / ID_LIMIT);
    const word = key % ID_LIMIT;
    const weight = share(totals.get(first) ?? 0);
    const ofGeneral = Math.exp(generalModel.logProbability(stateAfter(generalModel, first), word));
    if (weight === 0) return ofGeneral;
    return weight * inDomain(stateAfter(domainModel, first), word) + (1 - weight) * ofGeneral;
  };
  const trigram = (key: number): number => {
    const pair = Math.floor(key / ID_LIMIT);
    const word = key % ID_LIMIT;
    const weight = share(totals.get(pair + PAIR) ?? 0);
    const behind = stateAfterPair(generalModel, pair);
    const ofGeneral = Math.exp(generalModel.logProbability(behind, word));
    if (weight === 0) return ofGeneral;
    return weight * inDomain(stateAfterPair(domainModel, pair), word) + (1 - weight) * ofGeneral;
  };
  const bigrams = union(domain.bigrams.keys, renumbered.bigrams.keys);
  const trigrams = union(domain.trigrams.keys, renumbered.trigrams.keys);
  return {
    words,
    unigrams,
    bigrams: { keys: bigrams, probabilities: bigrams.map(bigram) },
    trigrams: { keys: trigrams, probabilities: trigrams.map(trigram) },
  };
}

/** The beginning is no word: nothing leads to its state. */
function stateAfter(model: BackoffModel, word: number): number {
  if (word === BEGIN) return model.successors(model.start).backOff || model.start;
  return model.next(0, word);
}

/** The last word must be one of the model's; the one before may be unknown to it. */
function stateAfterPair(model: BackoffModel, pair: number): number {
  const first = Math.floor(pair / ID_LIMIT);
  const last = pair % ID_LIMIT;
  if (last === BEGIN) return model.start;
  if (first === BEGIN) return model.next(model.start, last);
  return first < model.words.length
    ? model.next(stateAfter(model, first), last)
    : stateAfter(model, last);
}

/** How often each history of one word, or of two (marked by `PAIR`), is to be expected. */
function historyTotals(counts: TrigramCounts): ReadonlyMap<number, number> {
  const totals = new Map<number, number>();
  for (const [trigram, count] of counts) {
    const pair = Math.floor(trigram / ID_LIMIT);
    const word = pair % ID_LIMIT;
    totals.set(pair + PAIR, (totals.get(pair + PAIR) ?? 0) + count);
    totals.set(word, (totals.get(word) ?? 0) + count);
  }
  return totals;
}

function renumber(
  { words: ownWords, unigrams, bigrams, trigrams }: Ngrams,
  words: readonly string[],
  ids: ReadonlyMap<string, number>,
): Ngrams {
  const newIds = ownWords.map((word) => ids.get(word) ?? 0);
  const id = (own: number): number => (own === BEGIN ? BEGIN : (newIds[own] ?? 0));
  const spread = new Float64Array(words.length);
  unigrams.forEach((probability, own) => (spread[id(own)] = probability));
  const pair = (own: number): number =>
    id(Math.floor(own / ID_LIMIT)) * ID_LIMIT + id(own % ID_LIMIT);
  const triple = (own: number): number => id(Math.floor(own / PAIR)) * PAIR + pair(own % PAIR);
  return {
    words,
    unigrams: spread,
    bigrams: sortedTable(bigrams.keys.map(pair), bigrams.probabilities.slice(), 2),
    trigrams: sortedTable(trigrams.keys.map(triple), trigrams.probabilities.slice(), 3),
  };
}
