/** Whether each question gets its language, whether it is built once, and whether a spoilt cache does harm. */
import { mkdtempSync, readdirSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { dictionaryFile } from '#engine/acoustics/model-files.ts';
import { makeLanguages } from './languages.ts';

const cache = mkdtempSync(join(tmpdir(), 'luna-language-test-'));
afterAll(() => rmSync(cache, { recursive: true }));

const FILES = { dictionary: dictionaryFile(), generalModel: undefined, cache };
const BOOK = { phrases: ['i lost my {thing}'], classes: { thing: ['card|wallet'] } };
const digits = { for: 'digits', count: 4 } as const;

test('the same question gets the same object, another question another', () => {
  const languages = makeLanguages(BOOK, FILES);
  expect(languages.for(digits)).toBe(languages.for({ for: 'digits', count: 4 }));
  expect(languages.for(digits)).not.toBe(languages.for({ for: 'digits', count: 6 }));
  expect(languages.for({ for: 'open' }).model.words).toContain('wallet');
  expect(languages.for(digits).model.words).not.toContain('wallet');
});

test('a caller may answer any question with something else', () => {
  const languages = makeLanguages(BOOK, FILES);
  for (const expectation of [
    digits,
    { for: 'date' },
    { for: 'amount' },
    { for: 'yes-no' },
  ] as const)
    expect(languages.for(expectation).model.words).toEqual(
      expect.arrayContaining(['stolen', 'repeat', 'person', 'wait', 'yes', 'no']),
    );
});

test('a day may be named without its year, and an amount with what it is for', () => {
  const languages = makeLanguages(BOOK, FILES);
  expect(languages.for({ for: 'date' }).model.words).toEqual(
    expect.arrayContaining(['yesterday', 'friday', 'ago', 'end', 'weeks', 'tomorrow']),
  );
  expect(languages.for({ for: 'amount' }).model.words).toEqual(
    expect.arrayContaining(['year', 'income', 'nothing', 'wallet']),
  );
});

test('every word can be said, and hesitations are no words', () => {
  const { model, lexicon } = makeLanguages(BOOK, FILES).for({ for: 'open' });
  const said = new Set(lexicon.pronunciations.map(({ word }) => word));
  expect(model.words.filter((_, word) => word !== model.end && !said.has(word))).toEqual([]);
  expect(model.words).not.toContain('uh');
});

test('a model from the cache is the model that was built, also after the cache was spoilt', () => {
  const built = makeLanguages(BOOK, FILES).for(digits);
  const kept = makeLanguages(BOOK, FILES).for(digits);
  expect(kept).toEqual(built);
  for (const file of readdirSync(cache)) writeFileSync(join(cache, file), 'spoilt');
  expect(makeLanguages(BOOK, FILES).for(digits)).toEqual(built);
});

test('other phrases make another model', () => {
  const before = readdirSync(cache).length;
  makeLanguages({ ...BOOK, phrases: ['i found my {thing}'] }, FILES).for({ for: 'open' });
  expect(readdirSync(cache).length).toBe(before + 1);
});

test('models of phrases long gone do not pile up', () => {
  for (let i = 0; i < 60; i += 1) writeFileSync(join(cache, `old-${i}`), '');
  makeLanguages({ ...BOOK, phrases: ['{thing} {thing}'] }, FILES).for({ for: 'open' });
  expect(readdirSync(cache).length).toBeLessThanOrEqual(40);
});

test('large models of phrases long gone make room for the newest', () => {
  for (const name of readdirSync(cache)) rmSync(join(cache, name));
  for (let i = 0; i < 4; i += 1) {
    writeFileSync(join(cache, `large-${i}`), '');
    // Sparse: they take no room on the disk that the test runs on.
    truncateSync(join(cache, `large-${i}`), 300e6);
    utimesSync(join(cache, `large-${i}`), i, i);
  }
  const phrases = ['{thing} and {thing}'];
  const built = makeLanguages({ ...BOOK, phrases }, FILES).for({ for: 'open' });
  const left = readdirSync(cache).filter((name) => name.startsWith('large-'));
  expect(left).toEqual(['large-3']);
  expect(makeLanguages({ ...BOOK, phrases }, FILES).for({ for: 'open' })).toEqual(built);
});
