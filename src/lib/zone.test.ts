import { expect, test } from 'vitest';
import { isZone, wallTime, zoneOf } from './zone.ts';

const berlin = zoneOf('Europe/Berlin');
const at = (iso: string): number => Date.parse(iso);
const wall = (iso: string): number => Date.parse(`${iso}Z`);

test.each([
  ['Europe/Berlin', '2026-10-25T00:59:59Z', '2026-10-25T02:59:59+02:00'],
  ['Europe/Berlin', '2026-10-25T01:00:00Z', '2026-10-25T02:00:00+01:00'],
  ['America/New_York', '2026-03-08T06:59:59Z', '2026-03-08T01:59:59-05:00'],
  ['America/New_York', '2026-03-08T07:00:00Z', '2026-03-08T03:00:00-04:00'],
  ['Asia/Kolkata', '2026-11-18T20:00:00Z', '2026-11-19T01:30:00+05:30'],
  ['UTC', '2026-11-18T20:00:00Z', '2026-11-18T20:00:00Z'],
])('in %s a clock on the wall at %s shows %s', (name, moment, shown) => {
  expect(wallTime(zoneOf(name), at(moment))).toBe(shown);
});

test('a day begins where the wall shows midnight, in summer and in winter', () => {
  expect(berlin.momentOf(wall('2026-10-25T00:00'))).toBe(at('2026-10-24T22:00Z'));
  expect(berlin.momentOf(wall('2026-10-26T00:00'))).toBe(at('2026-10-25T23:00Z'));
  expect(berlin.momentOf(wall('2026-03-29T00:00'))).toBe(at('2026-03-28T23:00Z'));
});

test('an hour that comes twice is the first of the two, and one that is left out is the one after', () => {
  expect(berlin.momentOf(wall('2026-10-25T02:30'))).toBe(at('2026-10-25T00:30Z'));
  expect(berlin.momentOf(wall('2026-03-29T02:30'))).toBe(at('2026-03-29T01:30Z'));
  // In Beirut the clock leaps at midnight: that day begins at one.
  const beirut = zoneOf('Asia/Beirut');
  expect(beirut.momentOf(wall('2026-03-29T00:00'))).toBe(at('2026-03-28T22:00Z'));
});

test('a year has three stretches, and the clock changes at their very ends', () => {
  expect(berlin.stretches(at('2026-01-01T00:00Z'), at('2026-12-31T00:00Z'))).toEqual([
    { untilMs: at('2026-03-29T01:00Z'), aheadMs: 3_600_000 },
    { untilMs: at('2026-10-25T01:00Z'), aheadMs: 7_200_000 },
    { untilMs: undefined, aheadMs: 3_600_000 },
  ]);
  expect(zoneOf('UTC').stretches(0, at('2026-12-31T00:00Z'))).toHaveLength(1);
});

test('a zone nobody knows is told from one that is known', () => {
  expect(isZone('Europe/Berlin')).toBe(true);
  expect(isZone('Mars/Olympus')).toBe(false);
});
