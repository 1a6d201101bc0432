import { expect, test } from 'vitest';
import { periodOf } from './period.ts';
import { findPeriod } from './period-words.ts';
import { zoneOf } from './zone.ts';

/** A Sunday, a quarter to eleven at night. */
const NOW = Date.UTC(2026, 10, 22, 22, 45);
const UTC = zoneOf('UTC');

function shown(words: string, nowMs = NOW, zone = UTC): string | undefined {
  const period = periodOf(words, nowMs, zone);
  const { fromMs = 0, toMs = 0, before } = period ?? {};
  return period && [fromMs, toMs, before?.fromMs ?? 0, before?.toMs ?? 0].map(minute).join(' ');
}

function minute(ms: number): string {
  return new Date(ms).toISOString().slice(0, 16);
}

test.each([
  ['today', '2026-11-22T00:00 2026-11-22T22:45 2026-11-21T00:00 2026-11-21T22:45'],
  ['yesterday', '2026-11-21T00:00 2026-11-22T00:00 2026-11-20T00:00 2026-11-21T00:00'],
  ['this week', '2026-11-16T00:00 2026-11-22T22:45 2026-11-09T00:00 2026-11-15T22:45'],
  ['last week', '2026-11-09T00:00 2026-11-16T00:00 2026-11-02T00:00 2026-11-09T00:00'],
  ['the last 7 days', '2026-11-16T00:00 2026-11-22T22:45 2026-11-09T00:00 2026-11-15T22:45'],
  ['past seven days', '2026-11-16T00:00 2026-11-22T22:45 2026-11-09T00:00 2026-11-15T22:45'],
  ['last fortnight', '2026-11-09T00:00 2026-11-22T22:45 2026-10-26T00:00 2026-11-08T22:45'],
  ['last month', '2026-10-01T00:00 2026-11-01T00:00 2026-09-01T00:00 2026-10-01T00:00'],
  ['in october', '2026-10-01T00:00 2026-11-01T00:00 2026-09-01T00:00 2026-10-01T00:00'],
  ['in december', '2025-12-01T00:00 2026-01-01T00:00 2025-11-01T00:00 2025-12-01T00:00'],
  ['this month', '2026-11-01T00:00 2026-11-22T22:45 2026-10-01T00:00 2026-10-22T22:45'],
  ['so far this month', '2026-11-01T00:00 2026-11-22T22:45 2026-10-01T00:00 2026-10-22T22:45'],
  ['since monday', '2026-11-16T00:00 2026-11-22T22:45 2026-11-09T00:00 2026-11-15T22:45'],
  ['since october', '2026-10-01T00:00 2026-11-22T22:45 2026-08-09T00:00 2026-09-30T22:45'],
  ['on friday', '2026-11-20T00:00 2026-11-21T00:00 2026-11-13T00:00 2026-11-14T00:00'],
  ['last weekend', '2026-11-21T00:00 2026-11-22T22:45 2026-11-14T00:00 2026-11-15T22:45'],
  [
    '2026-11-02 to 2026-11-03',
    '2026-11-02T00:00 2026-11-04T00:00 2026-10-31T00:00 2026-11-02T00:00',
  ],
  [
    'from monday to wednesday',
    '2026-11-16T00:00 2026-11-19T00:00 2026-11-13T00:00 2026-11-16T00:00',
  ],
  [
    'from saturday to tuesday',
    '2026-11-14T00:00 2026-11-18T00:00 2026-11-10T00:00 2026-11-14T00:00',
  ],
  ['on november 3rd', '2026-11-03T00:00 2026-11-04T00:00 2026-11-02T00:00 2026-11-03T00:00'],
  ['since october first', '2026-10-01T00:00 2026-11-22T22:45 2026-08-09T00:00 2026-09-30T22:45'],
  [
    'on the twenty first of november',
    '2026-11-21T00:00 2026-11-22T00:00 2026-11-20T00:00 2026-11-21T00:00',
  ],
  ['last quarter', '2026-07-01T00:00 2026-10-01T00:00 2026-04-01T00:00 2026-07-01T00:00'],
  ['q3', '2026-07-01T00:00 2026-10-01T00:00 2026-04-01T00:00 2026-07-01T00:00'],
  [
    'the second half of october',
    '2026-10-16T00:00 2026-11-01T00:00 2026-09-16T00:00 2026-10-01T00:00',
  ],
  [
    'the last week of october',
    '2026-10-25T00:00 2026-11-01T00:00 2026-09-24T00:00 2026-10-01T00:00',
  ],
  ['the week of the 9th', '2026-11-09T00:00 2026-11-16T00:00 2026-11-02T00:00 2026-11-09T00:00'],
  ['calendar week 46', '2026-11-09T00:00 2026-11-16T00:00 2026-11-02T00:00 2026-11-09T00:00'],
  [
    'the 3rd to the 10th of november',
    '2026-11-03T00:00 2026-11-11T00:00 2026-10-26T00:00 2026-11-03T00:00',
  ],
  [
    'from october 5th to 12th',
    '2026-10-05T00:00 2026-10-13T00:00 2026-09-27T00:00 2026-10-05T00:00',
  ],
  ['two weeks ago', '2026-11-02T00:00 2026-11-09T00:00 2026-10-26T00:00 2026-11-02T00:00'],
  ['three days ago', '2026-11-19T00:00 2026-11-20T00:00 2026-11-18T00:00 2026-11-19T00:00'],
  ['yesterday afternoon', '2026-11-21T12:00 2026-11-21T18:00 2026-11-20T12:00 2026-11-20T18:00'],
  ['last night', '2026-11-21T22:00 2026-11-22T06:00 2026-11-20T22:00 2026-11-21T06:00'],
  ['the last 2 hours', '2026-11-22T20:45 2026-11-22T22:45 2026-11-22T18:45 2026-11-22T20:45'],
  ['next week', '2026-11-23T00:00 2026-11-30T00:00 2026-11-16T00:00 2026-11-23T00:00'],
])('"%s" is one stretch of time, and has another to be compared with', (words, times) => {
  expect(shown(words)).toBe(times);
});

/** Sunday, October 25, 2026: the clock went back at three; on the wall it is noon. */
const AFTER_SUMMER = Date.UTC(2026, 9, 25, 11);
const BERLIN = zoneOf('Europe/Berlin');
test.each([
  ['today', '2026-10-24T22:00 2026-10-25T11:00 2026-10-23T22:00 2026-10-24T10:00'],
  ['yesterday', '2026-10-23T22:00 2026-10-24T22:00 2026-10-22T22:00 2026-10-23T22:00'],
  ['this week', '2026-10-18T22:00 2026-10-25T11:00 2026-10-11T22:00 2026-10-18T10:00'],
  ['this morning', '2026-10-25T05:00 2026-10-25T11:00 2026-10-24T04:00 2026-10-24T10:00'],
  ['the last 12 hours', '2026-10-24T23:00 2026-10-25T11:00 2026-10-24T11:00 2026-10-24T23:00'],
  ['march', '2026-02-28T23:00 2026-03-31T22:00 2026-01-31T23:00 2026-02-28T23:00'],
])(
  'in Berlin "%s" begins and ends by the clock on the wall, also when it is changed',
  (words, times) => {
    expect(shown(words, AFTER_SUMMER, BERLIN)).toBe(times);
  },
);

test('a call of half past eleven at night in New York is not of tomorrow', () => {
  const now = Date.UTC(2026, 10, 19, 4, 30);
  expect(shown('today', now, zoneOf('America/New_York'))).toMatch(
    /^2026-11-18T05:00 2026-11-19T04:30 /,
  );
});

test.each([
  ['this week', 'this week', 'the same part of last week'],
  ['last week', 'last week', 'the week before'],
  ['in october', 'in October', 'September'],
  ['so far this month', 'this month', 'the same part of last month'],
  ['on friday', 'on Friday', 'the Friday before'],
  ['2026-11-02 to 2026-11-03', 'from November 2 to November 3', 'the 2 days before'],
  ['in the first half of october', 'in the first half of October', 'the first half of September'],
  ['last 14 days', 'the last 14 days', 'the 14 days before'],
  ['on november 3rd, 2025', 'on November 3, 2025', 'the day before'],
])('"%s" is called "%s" and compared with "%s"', (words, label, before) => {
  expect(periodOf(words, NOW, UTC)).toMatchObject({ label, before: { label: before } });
});

test.each([
  ['how many calls did we have last week', 'last week'],
  ['calls since Monday by scenario', 'since monday'],
  ['show me containment in October as a bar chart', 'in october'],
  ['calls over the last thirty days', 'over the last thirty days'],
  ['what was the escalation rate the week before last', 'the week before last'],
  ['handling time from Monday to Wednesday please', 'from monday to wednesday'],
  ['calls in the last 24 hours', 'in the last 24 hours'],
  ['what about october', 'october'],
  ['calls in the week of the 9th', 'in the week of the 9th'],
  ['how did we do in the first half of october', 'in the first half of october'],
])('in "%s" the period is "%s"', (text, words) => {
  expect(findPeriod(text)?.words).toBe(words);
  expect(periodOf(words, NOW, UTC)).toBeDefined();
});

test.each([
  'calls by weekday',
  'may I see the calls',
  'the first chart',
  'seven of them',
  'the top three',
  'on tuesday mornings',
  '',
])('there is no period in "%s"', (text) => {
  expect(findPeriod(text)).toBeUndefined();
});

test('words that name no period, or one that ends before it begins, are refused', () => {
  for (const words of [
    'whenever',
    'last blue moon',
    '2026-11-03 to 2026-11-01',
    '2026-13-45',
    'the 45th',
    'on february 30th',
    '2026-02-30',
  ])
    expect(periodOf(words, NOW, UTC)).toBeUndefined();
});
