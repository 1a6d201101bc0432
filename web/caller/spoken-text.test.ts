import { expect, test } from 'vitest';
import { NOTHING_SPOKEN, playedTo, splitAtPlayed, withAudio, withText } from './spoken-text.ts';

const said = withAudio(
  withText(withAudio(withText(NOTHING_SPOKEN, 'I can block it. '), 1_000), 'Is it the blue one?'),
  1_000,
);

test('nothing is shown before it sounds', () => {
  expect(splitAtPlayed(said)).toEqual(['', 'I can block it. Is it the blue one?']);
});

test('a word shows as soon as it begins to sound', () => {
  expect(splitAtPlayed(playedTo(said, 200))[0]).toBe('I can');
});

test('the second clause waits for its own audio', () => {
  expect(splitAtPlayed(playedTo(said, 1_000))[0].trim()).toBe('I can block it.');
  expect(splitAtPlayed(playedTo(said, 1_100))[0]).toBe('I can block it. Is');
});

test('all is shown when all has been played', () => {
  expect(splitAtPlayed(playedTo(said, 2_000))).toEqual(['I can block it. Is it the blue one?', '']);
});

test('a late report cannot take words back', () => {
  expect(playedTo(playedTo(said, 800), 300).playedMs).toBe(800);
});
