/** Probabilities from counts: interpolated trigrams, discounted after Witten and Bell. */
import { ID_LIMIT, type TrigramCounts } from './expected-counts.ts';
import { type Table, table } from './ngram-table.ts';

/** All that a back-off model is made of, before weights for the rest are worked out. */
export interface Ngrams {
  readonly words: readonly string[];
  /** By word id; sums to one. */
  readonly unigrams: Float64Array;
  readonly bigrams: Table;
  readonly trigrams: Table;
}

export interface Discount {
  /** How many utterances the counts are worth for each thousand: few make a smoother model. */
  readonly trust: number;
  /** Share of the unigrams that is spread evenly over all words. */
  readonly floor: number;
  /** Trigrams expected more rarely than so often in a thousand utterances are left to the bigrams. */
  readonly leastCount: number;
}

interface Context {
  total: number;
  followers: number;
}

/** Witten-Bell: a history keeps the more for unseen words, the more different words followed it. */
export function discountedTrigrams(
  counts: TrigramCounts,
  words: readonly string[],
  { trust, floor, leastCount }: Discount,
): Ngrams {
  const bigramCounts = new Map<number, number>();
  const unigramCounts = new Float64Array(words.length);
  for (const [trigram, count] of counts) {
    const bigram = trigram % (ID_LIMIT * ID_LIMIT);
    bigramCounts.set(bigram, (bigramCounts.get(bigram) ?? 0) + count * trust);
    const word = trigram % ID_LIMIT;
    unigramCounts[word] = (unigramCounts[word] ?? 0) + count * trust;
  }
  const total = unigramCounts.reduce((sum, count) => sum + count, 0);
  const unigrams = unigramCounts.map(
    (count) => (1 - floor) * (count / total) + floor / words.length,
  );

  const ofBigrams = contexts(bigramCounts);
  const bigrams = table(bigramCounts.keys(), (bigram) => {
    const { total: seen, followers } = contextOf(ofBigrams, bigram);
    const lower = unigrams[bigram % ID_LIMIT] ?? 0;
    return ((bigramCounts.get(bigram) ?? 0) + followers * lower) / (seen + followers);
  });
  const bigramProbability = new Map<number, number>();
  bigrams.keys.forEach((key, i) => bigramProbability.set(key, bigrams.probabilities[i] ?? 0));

  const trusted = new Map<number, number>();
  for (const [trigram, count] of counts)
    if (count >= leastCount) trusted.set(trigram, count * trust);
  const ofTrigrams = contexts(trusted);
  const trigrams = table(trusted.keys(), (trigram) => {
    const { total: seen, followers } = contextOf(ofTrigrams, trigram);
    const lower = bigramProbability.get(trigram % (ID_LIMIT * ID_LIMIT)) ?? 0;
    return ((trusted.get(trigram) ?? 0) + followers * lower) / (seen + followers);
  });
  return { words, unigrams, bigrams, trigrams };
}

function contexts(counts: ReadonlyMap<number, number>): ReadonlyMap<number, Context> {
  const found = new Map<number, Context>();
  for (const [ngram, count] of counts) {
    const history = Math.floor(ngram / ID_LIMIT);
    const context = found.get(history);
    if (context === undefined) found.set(history, { total: count, followers: 1 });
    else {
      context.total += count;
      context.followers += 1;
    }
  }
  return found;
}

function contextOf(found: ReadonlyMap<number, Context>, ngram: number): Context {
  return found.get(Math.floor(ngram / ID_LIMIT)) ?? { total: 0, followers: 1 };
}
