import { expect, test } from 'vitest';
import { merchantLikeness } from './merchant-match.ts';

const SHOPS = [
  'Blue Harbor Electronics',
  'Corner Market',
  'Harvest Table Bistro',
  'Silver Line Transit',
  'Streamwell',
  'Northgate Fuel',
  "Molly's Bakery",
  'Cedar Grove Pharmacy',
];

test.each([
  ['blue harbour', 'Blue Harbor Electronics'],
  ['Blue Harbor', 'Blue Harbor Electronics'],
  ['blew harbor electronic', 'Blue Harbor Electronics'],
  ['blue harper', 'Blue Harbor Electronics'],
  ['bluharbor', 'Blue Harbor Electronics'],
  ['it says blue harbor electronics on my statement', 'Blue Harbor Electronics'],
  ['a charge from a place called blue harbour', 'Blue Harbor Electronics'],
  ['the corner market', 'Corner Market'],
  ['corner marked', 'Corner Market'],
  ['harvest table', 'Harvest Table Bistro'],
  ['stream well', 'Streamwell'],
  ['north gate fuel', 'Northgate Fuel'],
  ['mollies bakery', "Molly's Bakery"],
  ['seeder grove pharmacy', 'Cedar Grove Pharmacy'],
])('%j is %s, and no other shop', (said, shop) => {
  const fitting = SHOPS.filter((other) => merchantLikeness(said, other) > 0);
  expect(fitting).toEqual([shop]);
});

test.each(['', 'a', 'the', '...', 'i do not know', 'grand plaza hotel', 'x'.repeat(5_000)])(
  '%j is none of them',
  (said) => {
    expect(SHOPS.filter((shop) => merchantLikeness(said, shop) > 0)).toEqual([]);
  },
);

test('the better a name is heard, the better it fits', () => {
  expect(merchantLikeness('corner market', 'Corner Market')).toBe(1);
  expect(merchantLikeness('corner marked', 'Corner Market')).toBeLessThan(1);
});
