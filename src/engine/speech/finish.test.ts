import { expect, test } from 'vitest';
import { decibels, peak, rms } from '#audio/level.ts';
import { finish } from './finish.ts';
import { pauseAfter } from './pause.ts';

/** 16 kHz: silence with a faint hiss, a tone, silence. */
function tone(beforeMs: number, lengthMs: number, afterMs: number, amplitude: number): Int16Array {
  const [from, to] = [beforeMs * 16, (beforeMs + lengthMs) * 16];
  return Int16Array.from({ length: to + afterMs * 16 }, (_, index) =>
    index >= from && index < to
      ? amplitude * Math.sin((2 * Math.PI * 300 * index) / 16_000)
      : (index % 7) - 3,
  );
}

test('the caller does not wait through the silence before the words', () => {
  const samples = finish(tone(400, 500, 300, 10_000));
  expect(samples.length / 24).toBeGreaterThan(500);
  expect(samples.length / 24).toBeLessThan(600);
  expect(Math.abs(samples.findIndex((sample) => Math.abs(sample) > 500) / 24 - 20)).toBeLessThan(
    10,
  );
});

test.each([300, 3_000, 30_000])(
  'a voice of amplitude %i comes out at the usual level',
  (amplitude) => {
    const samples = finish(tone(50, 900, 50, amplitude));
    expect(Math.abs(decibels(rms(samples.subarray(2_000, 20_000))) + 20)).toBeLessThan(0.5);
  },
);

test('a crackle is not made so loud that it clips', () => {
  const samples = tone(50, 900, 50, 300);
  samples[8_000] = 20_000;
  expect(peak(finish(samples))).toBeLessThan(0.95);
});

test('silence, or nothing at all, stays nothing', () => {
  expect(finish(new Int16Array(16_000))).toHaveLength(0);
  expect(finish(new Int16Array())).toHaveLength(0);
});

test('a sentence is followed by a longer pause than a comma, and a fast speaker pauses less', () => {
  expect(pauseAfter('Hello, ', 1)).toBeLessThan(pauseAfter('Hello. ', 1));
  expect(pauseAfter('(Hello.)" ', 1)).toBe(pauseAfter('Hello. ', 1));
  expect(pauseAfter('Hello and ', 1)).toBeLessThan(pauseAfter('Hello, ', 1));
  expect(pauseAfter('Hello.\n', 1)).toBeGreaterThan(pauseAfter('Hello. ', 1));
  expect(pauseAfter('Hello. ', 1.5)).toBeLessThan(pauseAfter('Hello. ', 1));
});
