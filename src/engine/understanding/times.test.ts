import { expect, test } from 'vitest';
import { timeIn } from './times.ts';

test.each([
  ['at seven', '19:00'],
  ['seven thirty', '19:30'],
  ['half past seven', '19:30'],
  ['a quarter to eight', '19:45'],
  ['quarter past nine in the morning', '09:15'],
  ['nine', '09:00'],
  ['at nine pm', '21:00'],
  ['at 9 p.m.', '21:00'],
  ['noon', '12:00'],
  ['14:30', '14:30'],
  ['twenty fifteen', '20:15'],
  ['a table for four at seven', '19:00'],
  ['tomorrow at ten am for two', '10:00'],
])('"%s" is %s', (text, time) => {
  expect(timeIn(text)).toBe(time);
});

test.each(['', 'tomorrow', 'sixty'])('"%s" is no time', (text) => {
  expect(timeIn(text)).toBeUndefined();
});
