/** Whether the probabilities the decoder sees are those of the textbook, and sum to one after any history. */
import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BackoffModel, layOut } from './backoff-model.ts';
import { discountedTrigrams } from './discounted-trigrams.ts';
import { BEGIN, countPhrases, ID_LIMIT, Vocabulary } from './expected-counts.ts';

const DISCOUNT = { trust: 0.05, floor: 0.01, leastCount: 0 };

const PHRASES = [
  'i lost my [credit|debit] card *3',
  '(please|could you) (block|freeze) (it|my card)',
  'the last four are {digit} {digit} {digit} {digit}',
  '{digit} {digit}',
];
const CLASSES = { digit: ['one|two|three|oh *0.5'] };

function build(phrases: readonly string[]) {
  const vocabulary = new Vocabulary();
  const counts = countPhrases([{ phrases, share: 1 }], CLASSES, vocabulary);
  return {
    counts,
    words: vocabulary.words,
    ngrams: discountedTrigrams(counts, vocabulary.words, DISCOUNT),
  };
}

function total(model: BackoffModel, state: number): number {
  return model.words.reduce((sum, _, word) => sum + Math.exp(model.logProbability(state, word)), 0);
}

describe('after any history', () => {
  test('the probabilities of all words sum to one', () => {
    const model = layOut(build(PHRASES).ngrams);
    for (let state = 0; state < model.stateCount; state += 1)
      expect(total(model, state)).toBeCloseTo(1, 4);
  });

  test('also for any phrases anybody writes', () => {
    const word = constantFrom('a', 'b', 'c', 'd', '(a|b *2)', '[c]', '{digit}');
    const phrase = array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
    assert(
      property(array(phrase, { minLength: 1, maxLength: 6 }), (phrases) => {
        const model = layOut(build(phrases).ngrams);
        for (let state = 0; state < model.stateCount; state += 1)
          expect(total(model, state)).toBeCloseTo(1, 4);
      }),
      { numRuns: 50 },
    );
  });
});

test('every sentence has the probability that the interpolation formula gives by brute force', () => {
  const { counts, words, ngrams } = build(PHRASES);
  const model = layOut(ngrams);
  const sum = (matches: (u: number, v: number, w: number) => boolean): number =>
    [...counts]
      .filter(([key]) =>
        matches(
          Math.floor(key / ID_LIMIT ** 2),
          Math.floor(key / ID_LIMIT) % ID_LIMIT,
          key % ID_LIMIT,
        ),
      )
      .reduce((all, [, count]) => all + count * DISCOUNT.trust, 0);
  const followers = (matches: (u: number, v: number) => boolean): number =>
    new Set(
      [...counts.keys()]
        .filter((key) =>
          matches(Math.floor(key / ID_LIMIT ** 2), Math.floor(key / ID_LIMIT) % ID_LIMIT),
        )
        .map((key) => key % ID_LIMIT),
    ).size;
  const one = (w: number) =>
    ((1 - DISCOUNT.floor) * sum((_u, _v, third) => third === w)) / sum(() => true) +
    DISCOUNT.floor / words.length;
  const two = (v: number, w: number) => {
    const types = followers((_, second) => second === v);
    if (types === 0) return one(w);
    const seen = sum((_, second) => second === v);
    return (
      (sum((_, second, third) => second === v && third === w) + types * one(w)) / (seen + types)
    );
  };
  const three = (u: number, v: number, w: number) => {
    const types = followers((first, second) => first === u && second === v);
    if (types === 0) return two(v, w);
    const seen = sum((first, second) => first === u && second === v);
    const hits = sum((first, second, third) => first === u && second === v && third === w);
    return (hits + types * two(v, w)) / (seen + types);
  };

  for (const sentence of [
    'i lost my card',
    'could you freeze my card',
    'card card i',
    'one two oh four',
  ]) {
    let state = model.start;
    let [u, v] = [BEGIN, BEGIN];
    for (const word of [...sentence.split(' '), '</s>'].map((text) => words.indexOf(text))) {
      expect(Math.exp(model.logProbability(state, word))).toBeCloseTo(three(u, v, word), 6);
      state = model.next(state, word);
      [u, v] = [v, word];
    }
  }
});

test('a class that is nested, repeated and optional is counted exactly', () => {
  const vocabulary = new Vocabulary();
  const plain = countPhrases(
    [{ phrases: ['pay ((one|two) (three|four)|(one|two)) [(one|two)] now'], share: 1 }],
    {},
    vocabulary,
  );
  const classes = { low: ['one|two'], pair: ['{low} (three|four)|{low}'] };
  const nested = countPhrases(
    [{ phrases: ['pay {pair} [{low}] now'], share: 1 }],
    classes,
    vocabulary,
  );
  expect(new Set(nested.keys())).toEqual(new Set(plain.keys()));
  for (const [key, count] of plain) expect(nested.get(key)).toBeCloseTo(count, 9);
});

function countClassA(classes: Readonly<Record<string, readonly string[]>>) {
  return countPhrases([{ phrases: ['{a}'], share: 1 }], classes, new Vocabulary());
}

test('a class that is unknown or contains itself is refused', () => {
  expect(() => countClassA({})).toThrow('there is no class {a}');
  expect(() => countClassA({ a: ['x {b}'], b: ['y {a}'] })).toThrow(
    'the class {a} contains itself',
  );
});
