/** Whether a mixture of two models is a model, and hears what either of them knows. */
import { expect, test } from 'vitest';
import { type BackoffModel, layOut } from './backoff-model.ts';
import { discountedTrigrams } from './discounted-trigrams.ts';
import { countPhrases, Vocabulary } from './expected-counts.ts';
import { mixNgrams } from './mixed-ngrams.ts';

const DISCOUNT = { trust: 0.05, floor: 0.01, leastCount: 0 };
const MIXTURE = { mostDomain: 0.8, domainWords: 0.5, halfTrusted: 10 };

function model(phrases: readonly string[]) {
  const vocabulary = new Vocabulary();
  const counts = countPhrases([{ phrases, share: 1 }], {}, vocabulary);
  return { counts, ngrams: discountedTrigrams(counts, vocabulary.words, DISCOUNT) };
}

const domain = model(['i lost my (card|wallet)', 'block my card [please]', 'my card is gone']);
const general = model([
  'the dog is gone',
  'i lost the game',
  'my dog and my card',
  '(so|and) i lost',
]);
const mixed = layOut(mixNgrams(domain.ngrams, domain.counts, general.ngrams, MIXTURE));

function logProbability(of: BackoffModel, sentence: string): number {
  let state = of.start;
  let sum = 0;
  for (const text of [...sentence.split(' '), '</s>']) {
    const word = of.words.indexOf(text);
    sum += of.logProbability(state, word);
    state = of.next(state, word);
  }
  return sum;
}

test('after any history the probabilities of all words sum to one', () => {
  for (let state = 0; state < mixed.stateCount; state += 1) {
    const total = mixed.words.reduce(
      (sum, _, word) => sum + Math.exp(mixed.logProbability(state, word)),
      0,
    );
    expect(total).toBeCloseTo(1, 4);
  }
});

test('a word only the general model knows can follow a word of the phrases', () => {
  expect(mixed.words).toContain('dog');
  expect(logProbability(mixed, 'my dog is gone')).toBeGreaterThan(-15);
});

test('after words the phrases are full of, the phrases decide', () => {
  const lost = mixed.next(
    mixed.next(mixed.start, mixed.words.indexOf('i')),
    mixed.words.indexOf('lost'),
  );
  const [my, the] = ['my', 'the'].map((word) =>
    mixed.logProbability(lost, mixed.words.indexOf(word)),
  );
  expect(my).toBeGreaterThan(the ?? 0);
});
