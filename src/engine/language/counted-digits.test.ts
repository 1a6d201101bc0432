import { expect, test } from 'vitest';
import { dictionaryFile } from '#engine/acoustics/model-files.ts';
import type { LanguageModel } from '#engine/decoder/language-model.ts';
import { countedDigits, withoutPlace } from './counted-digits.ts';
import { makeLanguages } from './languages.ts';
import { parsePhrase } from './phrase-grammar.ts';

const languages = makeLanguages(
  { phrases: ['i lost my card'], classes: {} },
  { dictionary: dictionaryFile(), generalModel: undefined, cache: undefined },
);

/** Logarithm of the likeliest way to say just these words, whatever places they are taken to stand at. */
function likelihood(model: LanguageModel, text: string): number {
  const chance = (state: number, word: number): number => {
    const { words, logProbabilities, backOff, backOffLogWeight } = model.successors(state);
    const place = words.indexOf(word);
    if (place >= 0) return logProbabilities[place] ?? 0;
    return state === 0 ? -Infinity : backOffLogWeight + chance(backOff, word);
  };
  let paths = new Map([[model.start, 0]]);
  for (const name of text.split(' ')) {
    const ids = [...model.words.keys()].filter((id) => model.words[id] === name);
    const next = new Map<number, number>();
    for (const [state, score] of paths)
      for (const id of ids) {
        const after = model.next(state, id);
        next.set(after, Math.max(next.get(after) ?? -Infinity, score + chance(state, id)));
      }
    paths = next;
  }
  return Math.max(...[...paths].map(([state, score]) => score + chance(state, model.end)));
}

test('four digits are asked for: three or five of them are no answer that makes sense', () => {
  const { model } = languages.for({ for: 'digits', count: 4 });
  const four = likelihood(model, 'five zero seven seven');
  expect(likelihood(model, 'five zero seven')).toBeLessThan(four - 1);
  expect(likelihood(model, 'five oh zero seven seven')).toBeLessThan(four - 3);
  expect(Number.isFinite(likelihood(model, 'five zero seven'))).toBe(true);
});

test('four digits may be said in pairs, doubled, or after a few words', () => {
  const { model } = languages.for({ for: 'digits', count: 4 });
  const clumsy = likelihood(model, 'five zero seven');
  for (const text of ['forty eight twenty nine', 'double four seven one', "it's five oh five oh"])
    expect(likelihood(model, text)).toBeGreaterThan(clumsy - 3);
});

test('six digits are counted as well', () => {
  const { model } = languages.for({ for: 'digits', count: 6 });
  const six = likelihood(model, 'one two three four five six');
  expect(likelihood(model, 'one two three four five')).toBeLessThan(six - 1);
});

test('the phrase can be read for any number of digits, and no place is left in what is written', () => {
  for (let count = 1; count <= 12; count++)
    expect(() => parsePhrase(countedDigits(count))).not.toThrow();
  expect(withoutPlace('four-at-b')).toBe('four');
  expect(withoutPlace('uh-huh')).toBe('uh-huh');
  expect(languages.for({ for: 'digits', count: 4 }).model.words.join(' ')).not.toContain('-at-');
});
