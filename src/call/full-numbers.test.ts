import { expect, test } from 'vitest';
import { withoutFullNumbers } from './full-numbers.ts';

test.each([
  ['Your card 4929 1234 5678 4829 is blocked.', 'Your card •••• 4829 is blocked.'],
  ['Account 4929-1234-5678-4829', 'Account •••• 4829'],
  ['400123456', '•••• 3456'],
  ['It ends in 4829.', 'It ends in 4829.'],
  ['You have $12,400.00 left.', 'You have $12,400.00 left.'],
  ['Your tracking number is NW-482913045.', 'Your tracking number is NW-482913045.'],
  ['It comes on 2026-10-08.', 'It comes on 2026-10-08.'],
])('of "%s" a model is given "%s"', (say, given) => {
  const facts = { deep: { said: [say, 1] }, amount: 12_400 };
  const shown = withoutFullNumbers({ ok: true, say, facts });
  expect(shown.say).toBe(given);
  expect(shown.facts).toEqual({ deep: { said: [given, 1] }, amount: 12_400 });
});
