/**
 * Reads the frequent words of a Sphinx "Trie Language Model" (binary, quantised, trigram), least significant bit
 * first. Tables of values come first, then unigrams, then bigrams by their LAST word as packed bits, then trigrams
 * (not read: pairs of words are enough to help a domain model along), at the end the words.
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
 * `trigrams` is empty.
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
    bigrams: readBigrams(bytes, layout, newIds, unigrams, wanted.leastGain),
    trigrams: { keys: new Float64Array(0), probabilities: new Float64Array(0) },
  };
}

interface Layout {
  readonly wordCount: number;
  readonly probabilities: Float32Array;
  readonly unigramsAt: number;
  readonly bigramsAt: number;
  readonly wordBits: number;
  readonly bigramBits: number;
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
  const probabilities = Float32Array.from({ length: TABLE_LENGTH }, (_, i) =>
    Math.exp(bytes.readFloatLE(at + 4 * i) * LOG_BASE),
  );
  const unigramsAt = at + 4 * 3 * TABLE_LENGTH;
  const bigramsAt = unigramsAt + UNIGRAM_BYTES * (wordCount + 1);
  const wordBits = bitsFor(wordCount);
  const bigramBits = wordBits + 16 + 16 + bitsFor(trigrams);
  const trigramsAt = bigramsAt + packedBytes(bigrams, bigramBits);
  const wordsAt = trigramsAt + packedBytes(trigrams, wordBits + 16) + 4;
  if (wordsAt > bytes.length) throw new RangeError('the language model is cut off');
  return { wordCount, probabilities, unigramsAt, bigramsAt, wordBits, bigramBits, wordsAt };
}

function readBigrams(
  bytes: Buffer,
  layout: Layout,
  newIds: Int32Array,
  unigrams: Float64Array,
  leastGain: number,
): Table {
  const { wordCount, probabilities, unigramsAt, bigramsAt, wordBits, bigramBits } = layout;
  const firstChild = (word: number): number =>
    bytes.readUInt32LE(unigramsAt + UNIGRAM_BYTES * word + 8);
  const found = new Map<number, number>();
  for (let last = 0; last < wordCount; last += 1) {
    const second = newIds[last] ?? -1;
    // Nothing is followed by the beginning.
    if (second < 0 || second >= unigrams.length) continue;
    const alone = unigrams[second] ?? 1;
    const end = firstChild(last + 1);
    for (let entry = firstChild(last); entry < end; entry += 1) {
      const bit = entry * bigramBits;
      const first = newIds[bitsAt(bytes, bigramsAt, bit, wordBits)] ?? -1;
      if (first < 0) continue;
      // Word, back-off, probability: in this order.
      const value = bitsAt(bytes, bigramsAt, bit + wordBits + 16, 16);
      const probability = probabilities[value] ?? 0;
      const joint = (unigrams[first] ?? unigrams[END] ?? 0) * probability;
      if (joint * Math.log(probability / alone) < leastGain) continue;
      found.set(first * ID_LIMIT + second, probability);
    }
  }
  return table(found.keys(), (key) => found.get(key) ?? 0);
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
