import { expect, test } from 'vitest';
import { numberRuns } from './number-words.ts';

test.each([
  ['4829', '4829'],
  ['4 8 2 9', '4829'],
  ['four eight two nine', '4829'],
  ['forty eight twenty nine', '4829'],
  ['Forty-eight, twenty-nine.', '4829'],
  ['four, uh, eight, two and nine', '4829'],
  ['four eight twenty nine', '4829'],
  ['double four oh nine', '4409'],
  ['triple seven one', '7771'],
  ['nineteen eighty five', '1985'],
  ['oh one two', '012'],
  ['forty zero one', '4001'],
  ['it ends in 48-29 thanks', '4829'],
])('"%s" is read as %s', (text, digits) => {
  expect(numberRuns(text).map((run) => run.digits)).toEqual([digits]);
});

test.each([
  'oh no',
  'the card',
  'item_829ab',
  'tracking NW-482913',
  'someone',
  'hundreds of them',
  '',
])('"%s" holds no number', (text) => {
  expect(numberRuns(text)).toEqual([]);
});

test('an amount is told from digits', () => {
  expect(numberRuns('four thousand eight hundred and twenty nine')).toMatchObject([
    { scaled: true, start: 0, end: 43 },
  ]);
});

test('two numbers apart are two', () => {
  expect(numberRuns('four eight is wrong, it is two nine').map(({ digits }) => digits)).toEqual([
    '48',
    '29',
  ]);
});
