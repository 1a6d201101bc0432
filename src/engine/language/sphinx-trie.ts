/** The frequent words of a Sphinx language model, with the pairs and triples of them that are worth it. */
import type { Ngrams } from './discounted-trigrams.ts';
import { BEGIN, END, ID_LIMIT } from './expected-counts.ts';
import { findSorted } from './find-sorted.ts';
import { sortedTable, type Table } from './ngram-table.ts';
import { bitsAt, type Layout, LOG_BASE, readLayout, UNIGRAM_BYTES } from './sphinx-layout.ts';

export interface Wanted {
  /** So many of the most frequent words … */
  readonly frequentWords: number;
  /** … that pass this test … */
  readonly accept: (word: string) => boolean;
  /** … and these in any case, where the model knows them. */
  readonly always: ReadonlySet<string>;
  /** Pairs of words that tell less than this beyond their single words are left out: probability × nats. */
  readonly leastGain: number;
}

/**
 * Probabilities are those of the file; the unigrams are scaled to sum to one over the words that were kept.
 * @throws RangeError when the bytes are no such model.
 */
export function readSphinxTrie(bytes: Buffer, wanted: Wanted): Ngrams {
  const layout = readLayout(bytes);
  const { wordCount, unigramsAt } = layout;
  const logUnigram = (word: number): number =>
    bytes.readFloatLE(unigramsAt + UNIGRAM_BYTES * word) * LOG_BASE;
  const spelled = bytes.toString('latin1', layout.wordsAt).split('\0').slice(0, wordCount);

  const byFrequency = spelled
    .map((text, word) => ({ text, word, logProbability: logUnigram(word) }))
    .filter(({ text }) => text !== '<s>' && text !== '</s>')
    .toSorted((a, b) => b.logProbability - a.logProbability);
  const frequent = byFrequency
    .filter(({ text }) => wanted.accept(text))
    .slice(0, wanted.frequentWords);
  const always = byFrequency.filter(({ text }) => wanted.always.has(text));
  const kept = [...new Map([...frequent, ...always].map((entry) => [entry.word, entry])).values()];

  const words = ['</s>', ...kept.map(({ text }) => text)];
  const newIds = new Int32Array(wordCount).fill(-1);
  kept.forEach(({ word }, i) => (newIds[word] = i + 1));
  newIds[spelled.indexOf('</s>')] = END;
  newIds[spelled.indexOf('<s>')] = BEGIN;

  const unigrams = new Float64Array(words.length);
  newIds.forEach((id, word) => {
    if (id >= 0 && id < words.length) unigrams[id] = Math.exp(logUnigram(word));
  });
  const total = unigrams.reduce((sum, probability) => sum + probability, 0);
  return {
    words,
    unigrams: unigrams.map((probability) => probability / total),
    ...readPairsAndTriples({ bytes, layout, newIds, unigrams, wanted }),
  };
}

/** What is needed while pairs and triples are read: from ids of the file to those of the kept words. */
interface Reading {
  readonly bytes: Buffer;
  readonly layout: Layout;
  readonly newIds: Int32Array;
  readonly unigrams: Float64Array;
  readonly wanted: Wanted;
}

/** The pairs of kept words, as they lie in the file: under their last word, in the order of their first. */
interface Pairs {
  /** [last word of the file]: where its pairs begin; one entry more than there are words. */
  readonly rows: Int32Array;
  /** [pair]: words of the file. */
  readonly firsts: Int32Array;
  readonly lasts: Int32Array;
  readonly probabilities: Float64Array;
  /** [pair]: its number in the file. */
  readonly entries: Int32Array;
}

function readPairs({ bytes, layout, newIds, unigrams }: Reading): Pairs {
  const { wordCount, bigramBits, bigramsAt, wordBits } = layout;
  const firstChild = (word: number): number =>
    bytes.readUInt32LE(layout.unigramsAt + UNIGRAM_BYTES * word + 8);
  const most = firstChild(wordCount);
  const rows = new Int32Array(wordCount + 1);
  const firsts = new Int32Array(most);
  const lasts = new Int32Array(most);
  const probabilities = new Float64Array(most);
  const entries = new Int32Array(most);
  let count = 0;
  for (let last = 0; last < wordCount; last += 1) {
    rows[last] = count;
    const second = newIds[last] ?? -1;
    // Nothing is followed by the beginning.
    if (second < 0 || second >= unigrams.length) continue;
    const end = firstChild(last + 1);
    for (let entry = firstChild(last); entry < end; entry += 1) {
      const bit = entry * bigramBits;
      const first = bitsAt(bytes, bigramsAt, bit, wordBits);
      if ((newIds[first] ?? -1) < 0) continue;
      // Word, back-off, probability, where the children begin: in this order.
      const value = bitsAt(bytes, bigramsAt, bit + wordBits + 16, 16);
      firsts[count] = first;
      lasts[count] = last;
      probabilities[count] = layout.bigramValues[value] ?? 0;
      entries[count] = entry;
      count += 1;
    }
  }
  rows[wordCount] = count;
  return { rows, firsts, lasts, probabilities: probabilities.subarray(0, count), entries };
}

/** Number of the pair of two words of the file, or -1. */
function findPair({ rows, firsts }: Pairs, first: number, last: number): number {
  return findSorted(firsts, first, rows[last] as number, rows[last + 1] as number);
}

/**
 * Pairs that are worth it, and triples that are worth it beyond their pairs. The joint probability of a triple is
 * that of its pair times its own, so pairs are read before triples.
 */
function readPairsAndTriples(reading: Reading): {
  readonly bigrams: Table;
  readonly trigrams: Table;
} {
  const { bytes, layout, newIds, unigrams, wanted } = reading;
  const { childBits, trigramBits, trigramsAt, wordBits } = layout;
  const pairs = readPairs(reading);
  const { firsts, lasts, probabilities, entries } = pairs;
  const idOf = (word: number): number => newIds[word] as number;
  const alone = (id: number): number => unigrams[id === BEGIN ? END : id] ?? 0;
  const isWorthy = probabilities.map((probability, pair) => {
    const joint = alone(idOf(firsts[pair] as number)) * probability;
    const last = alone(idOf(lasts[pair] as number));
    return joint * Math.log(probability / last) >= wanted.leastGain ? 1 : 0;
  });
  const keys: number[] = [];
  const shares: number[] = [];
  for (const [ending, behind] of probabilities.entries()) {
    const second = firsts[ending] as number;
    const at = (entries[ending] as number) * layout.bigramBits + wordBits + 32;
    const from = bitsAt(bytes, layout.bigramsAt, at, childBits);
    const to = bitsAt(bytes, layout.bigramsAt, at + layout.bigramBits, childBits);
    const ids = idOf(second) * ID_LIMIT + idOf(lasts[ending] as number);
    for (let entry = from; entry < to; entry += 1) {
      const first = bitsAt(bytes, trigramsAt, entry * trigramBits, wordBits);
      const id = newIds[first] ?? -1;
      const beginning = id < 0 ? -1 : findPair(pairs, first, second);
      if (beginning < 0) continue;
      const value = bitsAt(bytes, trigramsAt, entry * trigramBits + wordBits, 16);
      const probability = layout.trigramValues[value] ?? 0;
      const joint = alone(id) * (probabilities[beginning] as number) * probability;
      if (joint * Math.log(probability / behind) < wanted.leastGain) continue;
      keys.push(id * ID_LIMIT ** 2 + ids);
      shares.push(probability);
      // A back-off model needs the pairs at both ends of its triples.
      isWorthy[beginning] = 1;
      isWorthy[ending] = 1;
    }
  }
  const worthy = Uint32Array.from(probabilities.keys()).filter((pair) => isWorthy[pair]);
  const keyOf = (pair: number): number =>
    idOf(firsts[pair] as number) * ID_LIMIT + idOf(lasts[pair] as number);
  return {
    bigrams: sortedTable(
      Float64Array.from(worthy, keyOf),
      Float64Array.from(worthy, (pair) => probabilities[pair] as number),
      2,
    ),
    trigrams: sortedTable(Float64Array.from(keys), Float64Array.from(shares), 3),
  };
}
