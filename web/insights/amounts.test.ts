import { expect, test } from 'vitest';
import { amountText, changeOf, isOnTarget } from './amounts.ts';

test.each([
  [1204, 'calls', '1,204'],
  [68.24, '%', '68.2 %'],
  [45.21, 's', '45.2 s'],
  [125, 's', '2:05 min'],
  [780.4, 'ms', '780 ms'],
  [0.416, 'US$', '$0.42'],
  [0.0042, 'US$', '$0.0042'],
  [0, 'US$', '$0.00'],
  [1.333, 'per call', '1.33'],
  [null, '%', '–'],
])('%s %s is read as %s', (value, unit, text) => {
  expect(amountText(value, unit)).toBe(text);
});

test('a rate moves by points, a time by its share, and what is worse is not good', () => {
  expect(changeOf(62.4, 66.9, { unit: '%', better: 'up' })).toEqual({
    size: '4.5 points',
    way: 'down',
    good: false,
  });
  expect(changeOf(99, 110, { unit: 's', better: 'down' })).toEqual({
    size: '10.0 %',
    way: 'down',
    good: true,
  });
  expect(changeOf(120, 100, { unit: 'calls', better: 'neither' })?.good).toBeNull();
  expect(changeOf(100.01, 100, { unit: 'calls', better: 'up' })?.way).toBe('same');
});

test('nothing is compared with nothing', () => {
  const calls = { unit: 'calls', better: 'up' } as const;
  expect(changeOf(12, null, calls)).toBeUndefined();
  expect(changeOf(null, 12, calls)).toBeUndefined();
  // From none to twelve is no percentage.
  expect(changeOf(12, 0, calls)).toBeUndefined();
});

test('a target is met from the right side', () => {
  expect(isOnTarget(70, 70, 'up')).toBe(true);
  expect(isOnTarget(69.9, 70, 'up')).toBe(false);
  expect(isOnTarget(800, 800, 'down')).toBe(true);
  expect(isOnTarget(801, 800, 'down')).toBe(false);
  expect(isOnTarget(1, null, 'up')).toBeNull();
  expect(isOnTarget(null, 70, 'up')).toBeNull();
});
