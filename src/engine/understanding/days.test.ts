import { expect, test } from 'vitest';
import { dayIn } from './days.ts';

/** A Sunday. */
const TODAY = '2026-11-22';

test.each([
  ['today', '2026-11-22'],
  ['as of right now', '2026-11-22'],
  ['tomorrow please', '2026-11-23'],
  ['the day after tomorrow', '2026-11-24'],
  ['next friday', '2026-11-27'],
  ['on friday', '2026-11-27'],
  ['this coming sunday', '2026-11-29'],
  ['at the end of the month', '2026-11-30'],
  ['the end of next month', '2026-12-31'],
  ['the first of next month', '2026-12-01'],
  ['in two weeks', '2026-12-06'],
  ['in a week', '2026-11-29'],
  ['in ten days', '2026-12-02'],
  ['three months from now', '2027-02-22'],
  ['in three months', '2027-02-22'],
  ['the fifteenth', '2026-12-15'],
  ['january fifteenth', '2027-01-15'],
  ['the third of december', '2026-12-03'],
  ['december first twenty twenty six', '2026-12-01'],
  ['friday the twenty seventh', '2026-11-27'],
  ['end of the year', '2026-12-31'],
  ['2026-12-24', '2026-12-24'],
])('to come: "%s" is %s', (text, day) => {
  expect(dayIn(text, TODAY, 'coming')?.iso).toBe(day);
});

test.each([
  ['yesterday', '2026-11-21'],
  ['the day before yesterday', '2026-11-20'],
  ['last tuesday', '2026-11-17'],
  ['on monday', '2026-11-16'],
  ['three days ago', '2026-11-19'],
  ['about two weeks ago', '2026-11-08'],
  ['a couple of days ago', '2026-11-20'],
  ['a month ago', '2026-10-22'],
  ['on the third', '2026-11-03'],
  ['november third', '2026-11-03'],
  ['december third', '2025-12-03'],
  ['the thirtieth', '2026-10-30'],
  ['this morning', '2026-11-22'],
])('in the past: "%s" is %s', (text, day) => {
  expect(dayIn(text, TODAY, 'past')?.iso).toBe(day);
});

test.each(['', 'my savings', 'two hundred dollars', 'i do not know', 'four eight two nine'])(
  '"%s" is no day',
  (text) => {
    expect(dayIn(text, TODAY, 'coming')?.iso).toBeUndefined();
  },
);
