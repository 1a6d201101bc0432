import { expect, test } from 'vitest';
import { NO_SIGNS, heardWords, moodOf } from './mood.ts';

const after = (texts: readonly string[], cutOff = 0) =>
  moodOf(texts.reduce(heardWords, { ...NO_SIGNS, cutOff }));

test.each([
  ['says what is needed', ['i lost my card', 'four eight two nine', 'yes'], 0, 'calm'],
  ['thanks her', ['i lost my card', 'thank you so much'], 0, 'friendly'],
  ['is worried', ['please hurry i am scared'], 0, 'calm'],
  ['complains once', ['this is so frustrating'], 0, 'calm'],
  ['complains twice', ['this is frustrating', 'you are not listening'], 0, 'tense'],
  ['swears', ['this is ridiculous'], 0, 'tense'],
  ['swears and swears', ['ridiculous', 'you useless thing', 'i will sue you'], 0, 'upset'],
  ['interrupts once', ['stop', 'my card'], 1, 'calm'],
  ['interrupts all the time', ['stop', 'my card'], 6, 'upset'],
  [
    'must say it again and again',
    ['i want to move money', 'i want to move money', 'i want to move money'],
    0,
    'tense',
  ],
  ['says yes twice', ['yes', 'yes', 'yes'], 0, 'calm'],
  ['thanks her in anger', ['this is ridiculous', 'thanks for nothing'], 0, 'tense'],
])('a caller who %s', (_, texts, cutOff, is) => {
  expect(after(texts, cutOff).is).toBe(is);
});

test('a mood has its reasons', () => {
  expect(after(['this is ridiculous', 'i am so worried', 'ridiculous'], 3)).toEqual({
    is: 'upset',
    because: ['angry wording, 2 times', 'sounds worried', 'interrupted, 3 times'],
  });
});
