/** Whether the sentences that measure the recogniser are kept apart from the phrases it is made of. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SENTENCE_CLASSES, SENTENCE_PHRASES } from '#engine/language/sentence-phrases.ts';
import { BANKING_CLASSES } from '#engine/language/banking-classes.ts';
import { ESCAPE_PHRASES, OPEN_PHRASES } from '#engine/language/everyday-phrases.ts';
import { type Phrase, parsePhrase } from '#engine/language/phrase-grammar.ts';
import { SPOKEN_CLASSES } from '#engine/language/spoken-classes.ts';
import { ALL_PHRASES } from '../bench/words/phrasebooks.ts';

const classes: Readonly<Record<string, readonly string[]>> = {
  ...SPOKEN_CLASSES,
  ...BANKING_CLASSES,
  ...SENTENCE_CLASSES,
  ...ALL_PHRASES.classes,
};
const parsed = new Map<string, readonly Phrase[]>();

function classNamed(name: string): readonly Phrase[] {
  const known = parsed.get(name) ?? (classes[name] ?? []).map((line) => parsePhrase(line).phrase);
  parsed.set(name, known);
  return known;
}

/** Where in the words a phrase that begins at one of these places may end. */
function ends(phrase: Phrase, words: readonly string[], from: ReadonlySet<number>): Set<number> {
  if (from.size === 0) return new Set();
  switch (phrase.kind) {
    case 'word':
      return new Set([...from].filter((at) => words[at] === phrase.word).map((at) => at + 1));
    case 'sequence':
      return phrase.parts.reduce<Set<number>>((at, part) => ends(part, words, at), new Set(from));
    case 'choice':
      return new Set(phrase.options.flatMap((option) => [...ends(option.phrase, words, from)]));
    case 'class':
      return new Set(classNamed(phrase.name).flatMap((line) => [...ends(line, words, from)]));
  }
}

const phrases = [
  ...ALL_PHRASES.phrases,
  ...OPEN_PHRASES,
  ...SENTENCE_PHRASES,
  ...ESCAPE_PHRASES,
].map((line) => parsePhrase(line).phrase);

function listed(sentence: string): boolean {
  const words = sentence.split(' ');
  return phrases.some((phrase) => ends(phrase, words, new Set([0])).has(words.length));
}

test('the check finds a sentence that a phrase makes', () => {
  expect(listed('i lost my card')).toBe(true);
});

test.each(['open.txt', 'paraphrases.txt'])('no phrase makes a sentence of %s', (file) => {
  const path = join(import.meta.dirname, '../bench/words', file);
  const sentences = readFileSync(path, 'utf8').trim().split('\n');
  expect(sentences.filter((sentence) => listed(sentence))).toEqual([]);
});
