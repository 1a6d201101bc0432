import { expect, test } from 'vitest';
import { masked } from './masked.ts';

test('a person watching sees which card, and neither the PIN nor the date of birth', () => {
  const json = '{"card_last_four":"4829","pin":"7316","date_of_birth":"1985-03-14"}';
  expect(masked(json)).toEqual({ card_last_four: '4829', pin: '•••', date_of_birth: '•••' });
});

test('a whole card number is cut down to its last four digits', () => {
  expect(masked('{"card":"4000 1234 5678 4829"}')).toEqual({ card: '•••• •••• •••• 4829' });
});

test.each(['', 'null', '{', '[]'])('arguments that are none (%s) show nothing', (json) => {
  expect(masked(json)).toEqual({});
});
