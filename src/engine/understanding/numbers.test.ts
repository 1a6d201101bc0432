import { expect, test } from 'vitest';
import { centsIn, digitsIn, numberIn } from './numbers.ts';

test.each([
  ['four eight two nine', '4829'],
  ['forty eight twenty nine', '4829'],
  ['four thousand eight hundred twenty nine', '4829'],
  ['four thousand eight hundred and twenty nine', '4829'],
  ['forty eight hundred', '4800'],
  ['four eight twenty nine', '4829'],
  ['forty eight two nine', '4829'],
  ['four eighty two nine', '4829'],
  ['it ends in four eight two nine', '4829'],
  ['the last four are four eight two nine please', '44829'],
  ['double four oh one', '4401'],
  ['triple seven one', '7771'],
  ['oh four oh five', '0405'],
  ['zero nine nought one', '0901'],
  ['nineteen oh five', '1905'],
  ['twenty twenty', '2020'],
  ['two thousand five', '2005'],
  ['seventy three sixteen', '7316'],
  ['seven three one six', '7316'],
  ['four eight uh two nine', '4829'],
  ['4829', '4829'],
  ['0029', '0029'],
  ['48-29', '4829'],
  ['ends in 48 29.', '4829'],
  ['forty-eight twenty-nine', '4829'],
  ['oh i lost my card', ''],
  ['oh no', ''],
  ['i have no idea', ''],
  ['', ''],
])('the digits of "%s" are %s', (text, digits) => {
  expect(digitsIn(text)).toBe(digits);
});

test.each([
  ['the last four are four eight two nine', '4829'],
  ['four eight two no sorry four eight two nine', '4829'],
  ['four eight two seven i mean four eight two nine', '4829'],
  ['oh four eight two nine', '4829'],
  ['oh it is four eight two nine', '4829'],
  ['for eight to nine', '4829'],
  ['four ate two nine', '4829'],
  ['four eight and then two nine', '4829'],
  ['forty eight', '48'],
  ['oh four two nine', '0429'],
])('asked for four digits, "%s" gives %s', (text, digits) => {
  expect(digitsIn(text, 4)).toBe(digits);
});

test.each([
  ['thirty six months', 36],
  ['a hundred and five', 105],
  ['one hundred', 100],
  ['two thousand and one', 2001],
  ['five hundred thousand', 500_000],
  ['one million two hundred thousand and six', 1_200_006],
  ['twelve hundred', 1200],
  ['about 24 please', 24],
  ['zero', 0],
  ['a lot', undefined],
])('"%s" counts %s', (text, value) => {
  expect(numberIn(text)).toBe(value);
});

test.each([
  ['two hundred fifty dollars and twenty cents', 25_020],
  ['two hundred and fifty dollars', 25_000],
  ['twelve ninety nine', 1299],
  ['twelve oh five', 1205],
  ['forty five fifty', 4550],
  ['two fifty', 25_000],
  ['fifteen hundred', 150_000],
  ['one thousand two hundred thirty four dollars and fifty six cents', 123_456],
  ['twelve point nine nine', 1299],
  ['twelve point five', 1250],
  ['three dollars fifty', 350],
  ['a dollar fifty', 150],
  ['a hundred bucks', 10_000],
  ['two grand', 200_000],
  ['seventy five cents', 75],
  ['$1,234.56', 123_456],
  ['$250', 25_000],
  ['1,500 dollars', 150_000],
  ['i would like to send five hundred dollars to my sister', 50_000],
  ['fifty no sixty dollars', 6000],
  ['ten thousand', 1_000_000],
  ['nothing', undefined],
])('"%s" is %s cents', (text, amount) => {
  expect(centsIn(text)).toBe(amount);
});
