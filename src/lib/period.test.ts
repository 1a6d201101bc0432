import { expect, test } from 'vitest';
import { findPeriod, periodOf } from './period.ts';

/** A Sunday, a quarter to eleven at night. */
const NOW = Date.UTC(2026, 10, 22, 22, 45);

function shown(words: string): string | undefined {
  const period = periodOf(words, NOW);
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
  ['last month', '2026-10-01T00:00 2026-11-01T00:00 2026-09-01T00:00 2026-10-01T00:00'],
  ['in october', '2026-10-01T00:00 2026-11-01T00:00 2026-09-01T00:00 2026-10-01T00:00'],
  ['in december', '2025-12-01T00:00 2026-01-01T00:00 2025-11-01T00:00 2025-12-01T00:00'],
  ['this month', '2026-11-01T00:00 2026-11-22T22:45 2026-10-01T00:00 2026-10-22T22:45'],
  ['since monday', '2026-11-16T00:00 2026-11-22T22:45 2026-11-09T01:15 2026-11-16T00:00'],
  ['since october', '2026-10-01T00:00 2026-11-22T22:45 2026-08-09T01:15 2026-10-01T00:00'],
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
  ['on november 3rd', '2026-11-03T00:00 2026-11-04T00:00 2026-11-02T00:00 2026-11-03T00:00'],
  ['since october first', '2026-10-01T00:00 2026-11-22T22:45 2026-08-09T01:15 2026-10-01T00:00'],
  [
    'on the twenty first of november',
    '2026-11-21T00:00 2026-11-22T00:00 2026-11-20T00:00 2026-11-21T00:00',
  ],
  ['last quarter', '2026-07-01T00:00 2026-10-01T00:00 2026-04-01T00:00 2026-07-01T00:00'],
])('"%s" is one stretch of time, and has another to be compared with', (words, times) => {
  expect(shown(words)).toBe(times);
});

test.each([
  ['how many calls did we have last week', 'last week'],
  ['calls since Monday by scenario', 'since monday'],
  ['show me containment in October as a bar chart', 'in october'],
  ['calls over the last thirty days', 'over the last thirty days'],
  ['what was the escalation rate the week before last', 'the week before last'],
  ['handling time from Monday to Wednesday please', 'from monday to wednesday'],
  ['calls in the last 24 hours', 'in the last 24 hours'],
])('in "%s" the period is "%s"', (text, words) => {
  expect(findPeriod(text)?.words).toBe(words);
  expect(periodOf(words, NOW)).toBeDefined();
});

test.each(['calls by weekday', 'may I see the calls', 'the first chart', 'seven of them', ''])(
  'there is no period in "%s"',
  (text) => {
    expect(findPeriod(text)).toBeUndefined();
  },
);

test('words that name no period, or one that ends before it begins, are refused', () => {
  for (const words of ['whenever', 'last blue moon', '2026-11-03 to 2026-11-01', '2026-13-45'])
    expect(periodOf(words, NOW)).toBeUndefined();
});
