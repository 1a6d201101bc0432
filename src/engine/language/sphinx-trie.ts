/**
 * Reads the frequent words of a Sphinx "Trie Language Model" (binary, quantised, trigram), least significant bit
 * first. Tables of values come first, then unigrams, then bigrams by their LAST word as packed bits, then trigrams
 * by their last two words, at the end the words.
 */
import { type Ngrams, type Table, table } from './discounted-trigrams.ts';
import { BEGIN, END, ID_LIMIT } from './expected-counts.ts';

const MAGIC = 'Trie Language Model';
/** Values are stored as logarithms to this base. */
const LOG_BASE = Math.log(1.0001);
const TABLE_LENGTH = 65_536;
const UNIGRAM_BYTES = 12;

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

interface Layout {
  readonly wordCount: number;
  /** Probabilities by quantised value. */
  readonly bigramValues: Float32Array;
  readonly trigramValues: Float32Array;
  readonly unigramsAt: number;
  readonly bigramsAt: number;
  readonly trigramsAt: number;
  readonly wordBits: number;
  /** Bits of the number that says where the triples of a pair begin. */
  readonly childBits: number;
  readonly bigramBits: number;
  readonly trigramBits: number;
  readonly wordsAt: number;
}

function readLayout(bytes: Buffer): Layout {
  if (bytes.length < 64 || bytes.toString('latin1', 0, MAGIC.length) !== MAGIC)
    throw new RangeError('not a Sphinx trie language model');
  let at = MAGIC.length;
  const order = bytes.readUInt8(at);
  if (order !== 3) throw new RangeError(`a trigram model is needed, this one has order ${order}`);
  const counts = [0, 1, 2].map((i) => bytes.readUInt32LE(at + 1 + 4 * i));
  const [wordCount = 0, bigrams = 0, trigrams = 0] = counts;
  // After the counts a word that says "quantised"; then bigram values, bigram back-offs, trigram values.
  at += 1 + 4 * 3 + 4;
  const values = (which: number): Float32Array =>
    Float32Array.from({ length: TABLE_LENGTH }, (_, i) =>
      Math.exp(bytes.readFloatLE(at + 4 * (which * TABLE_LENGTH + i)) * LOG_BASE),
    );
  const unigramsAt = at + 4 * 3 * TABLE_LENGTH;
  const bigramsAt = unigramsAt + UNIGRAM_BYTES * (wordCount + 1);
  const wordBits = bitsFor(wordCount);
  const childBits = bitsFor(trigrams);
  const bigramBits = wordBits + 16 + 16 + childBits;
  const trigramBits = wordBits + 16;
  const trigramsAt = bigramsAt + packedBytes(bigrams, bigramBits);
  const wordsAt = trigramsAt + packedBytes(trigrams, trigramBits) + 4;
  if (wordsAt > bytes.length) throw new RangeError('the language model is cut off');
  return {
    wordCount,
    bigramValues: values(0),
    trigramValues: values(2),
    unigramsAt,
    bigramsAt,
    trigramsAt,
    wordBits,
    childBits,
    bigramBits,
    trigramBits,
    wordsAt,
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

/**
 * Pairs that are worth it, and triples that are worth it beyond their pairs. The joint probability of a triple is
 * that of its pair times its own, so both are read in one go, parents before children.
 */
function readPairsAndTriples(reading: Reading): {
  readonly bigrams: Table;
  readonly trigrams: Table;
} {
  const { bytes, layout, newIds, unigrams, wanted } = reading;
  const pairs = new Map<number, number>();
  /** Where the triples that end with a pair lie. */
  const children = new Map<number, readonly [from: number, to: number]>();
  eachPair(reading, (first, second, entry) => {
    const bit = entry * layout.bigramBits;
    // Word, back-off, probability, where the children begin: in this order.
    const value = bitsAt(bytes, layout.bigramsAt, bit + layout.wordBits + 16, 16);
    const key = first * ID_LIMIT + second;
    pairs.set(key, layout.bigramValues[value] ?? 0);
    const at = bit + layout.wordBits + 32;
    const from = bitsAt(bytes, layout.bigramsAt, at, layout.childBits);
    const to = bitsAt(bytes, layout.bigramsAt, at + layout.bigramBits, layout.childBits);
    if (to > from) children.set(key, [from, to]);
  });

  const alone = (word: number): number => unigrams[word === BEGIN ? END : word] ?? 0;
  const worthy = new Map<number, number>();
  for (const [key, probability] of pairs) {
    const joint = alone(Math.floor(key / ID_LIMIT)) * probability;
    const gain = joint * Math.log(probability / alone(key % ID_LIMIT));
    if (gain >= wanted.leastGain) worthy.set(key, probability);
  }
  const triples = new Map<number, number>();
  for (const [ending, [from, to]] of children) {
    const behind = pairs.get(ending) ?? 1;
    const second = Math.floor(ending / ID_LIMIT);
    for (let entry = from; entry < to; entry += 1) {
      const bit = entry * layout.trigramBits;
      const first = newIds[bitsAt(bytes, layout.trigramsAt, bit, layout.wordBits)] ?? -1;
      if (first < 0) continue;
      const beginning = first * ID_LIMIT + second;
      const value = bitsAt(bytes, layout.trigramsAt, bit + layout.wordBits, 16);
      const probability = layout.trigramValues[value] ?? 0;
      const joint = alone(first) * (pairs.get(beginning) ?? 0) * probability;
      if (joint * Math.log(probability / behind) < wanted.leastGain) continue;
      triples.set(beginning * ID_LIMIT + (ending % ID_LIMIT), probability);
      // A back-off model needs the pairs at both ends of its triples.
      worthy.set(beginning, pairs.get(beginning) ?? 0);
      worthy.set(ending, behind);
    }
  }
  return {
    bigrams: table(worthy.keys(), (key) => worthy.get(key) ?? 0),
    trigrams: table(triples.keys(), (key) => triples.get(key) ?? 0),
  };
}

/** Pairs lie under their last word, in the order of their first. */
function eachPair(
  { bytes, layout, newIds, unigrams }: Reading,
  visit: (first: number, second: number, entry: number) => void,
): void {
  const firstChild = (word: number): number =>
    bytes.readUInt32LE(layout.unigramsAt + UNIGRAM_BYTES * word + 8);
  for (let last = 0; last < layout.wordCount; last += 1) {
    const second = newIds[last] ?? -1;
    // Nothing is followed by the beginning.
    if (second < 0 || second >= unigrams.length) continue;
    const end = firstChild(last + 1);
    for (let entry = firstChild(last); entry < end; entry += 1) {
      const bit = entry * layout.bigramBits;
      const first = newIds[bitsAt(bytes, layout.bigramsAt, bit, layout.wordBits)] ?? -1;
      if (first >= 0) visit(first, second, entry);
    }
  }
}

/** Up to 25 bits. */
function bitsAt(bytes: Buffer, from: number, bit: number, width: number): number {
  const word = bytes.readUInt32LE(from + Math.floor(bit / 8));
  return (word >>> (bit % 8)) & ((1 << width) - 1);
}

function bitsFor(largest: number): number {
  return 32 - Math.clz32(largest);
}

/** One entry more than there are, and eight bytes to spare. */
function packedBytes(entries: number, bits: number): number {
  return Math.floor(((entries + 1) * bits + 7) / 8) + 8;
}
