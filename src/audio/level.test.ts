import { expect, test } from 'vitest';
import { decibels, peak, rms } from './level.ts';

test('silence, and no sound at all, have no level', () => {
  expect(rms(new Int16Array(100))).toBe(0);
  expect(rms(new Int16Array())).toBe(0);
  expect(peak(new Int16Array())).toBe(0);
  expect(decibels(0)).toBe(-Infinity);
});

test('a full square wave is as loud as can be, a sine 3 dB less', () => {
  const square = Int16Array.from({ length: 1000 }, (_, i) => (i % 2 ? -32_768 : 32_767));
  const sine = square.map((_, i) => Math.round(32_767 * Math.sin((2 * Math.PI * i) / 50)));
  expect(peak(square)).toBe(1);
  expect(rms(square)).toBeCloseTo(1, 3);
  expect(decibels(rms(sine))).toBeCloseTo(-3.01, 2);
});
