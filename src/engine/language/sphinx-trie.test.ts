/** Whether the general model of the npm package is read as it was meant. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generalModelFile } from '#engine/acoustics/model-files.ts';
import { layOut } from './backoff-model.ts';
import { BEGIN, ID_LIMIT } from './expected-counts.ts';
import { readSphinxTrie } from './sphinx-trie.ts';

const bytes = readFileSync(generalModelFile());
const WANTED = {
  frequentWords: 500,
  accept: (word: string) => /^[a-z']+$/.test(word),
  always: new Set(['overdraft', 'no-such-word']),
  leastGain: 1e-6,
};
const ngrams = readSphinxTrie(bytes, WANTED);
const model = layOut(ngrams);
const id = (word: string): number => ngrams.words.indexOf(word);
const after = (words: string): number =>
  words.split(' ').reduce((state, word) => model.next(state, id(word)), 0);

test('it keeps the frequent words and those of the phrases', () => {
  expect(ngrams.words).toContain('the');
  expect(ngrams.words).toContain('overdraft');
  expect(ngrams.words).not.toContain('no-such-word');
  expect(ngrams.words.length).toBe(502);
});

function likeliest(history: string): string | undefined {
  const state = after(history);
  return ngrams.words
    .map((word, index) => ({ word, is: model.logProbability(state, index) }))
    .toSorted((a, b) => b.is - a.is)[0]?.word;
}

test('what usually follows is what people say', () => {
  expect(likeliest('thank')).toBe('you');
  expect(likeliest('going')).toBe('to');
  expect(likeliest('a lot')).toBe('of');
});

test('the pairs after a word do not exceed the whole of what may follow', () => {
  const sums = new Map<number, number>();
  ngrams.bigrams.keys.forEach((key, i) => {
    const first = Math.floor(key / ID_LIMIT);
    sums.set(first, (sums.get(first) ?? 0) + (ngrams.bigrams.probabilities[i] ?? 0));
  });
  expect(sums.has(BEGIN)).toBe(true);
  expect(Math.max(...sums.values())).toBeLessThan(1.001);
});

test('a file that is cut off or something else is refused', () => {
  expect(() => readSphinxTrie(bytes.subarray(0, 4_000_000), WANTED)).toThrow('cut off');
  expect(() => readSphinxTrie(Buffer.alloc(100), WANTED)).toThrow('not a Sphinx trie');
});
