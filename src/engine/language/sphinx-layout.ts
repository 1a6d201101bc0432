/**
 * Where things lie in a Sphinx "Trie Language Model" (binary, quantised, trigram), least significant bit first.
 * Tables of values come first, then unigrams, then bigrams by their LAST word as packed bits, then trigrams by
 * their last two words, at the end the words.
 */
const MAGIC = 'Trie Language Model';
/** Values are stored as logarithms to this base. */
export const LOG_BASE = Math.log(1.0001);
const TABLE_LENGTH = 65_536;
export const UNIGRAM_BYTES = 12;

export interface Layout {
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

/** @throws RangeError when the bytes are no such model. */
export function readLayout(bytes: Buffer): Layout {
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

/** Up to 25 bits. */
export function bitsAt(bytes: Buffer, from: number, bit: number, width: number): number {
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
