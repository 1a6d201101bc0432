import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents } from '#lib/brand.ts';
import { inDollars, readAmount, spokenMoney } from './money-words.ts';

test.each([
  [482_000, '$4,820'],
  [4_999, '$49.99'],
  [50, '$0.50'],
  [0, '$0'],
  [-74_200, '-$742'],
])('%d cents are said as %s', (amount, words) => {
  expect(spokenMoney(cents(amount))).toBe(words);
});

test.each([
  ['nothing', 0],
  ['less than nothing', -50],
  ['half a cent', 10.005],
  ['less than a cent', 0.001],
  ['a third', 100 / 3],
  ['more than anybody means', 10_000_001],
  ['the largest number there is', Number.MAX_VALUE],
  ['no number', Number.NaN],
  ['without end', Number.POSITIVE_INFINITY],
])('%s is no amount', (_what, dollars) => {
  const read = readAmount(dollars, 'new_limit');
  expect(read).toMatchObject({
    ok: false,
    result: { why: 'out_of_range', facts: { argument: 'new_limit' } },
  });
});

test('every whole number of cents is read back as itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (amount) => {
      expect(readAmount(inDollars(cents(amount)))).toEqual({ ok: true, amount });
    }),
  );
});
