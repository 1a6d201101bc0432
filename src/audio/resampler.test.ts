import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { rms } from './level.ts';
import { Resampler, resample } from './resampler.ts';

const PAIRS = [
  [24_000, 16_000],
  [16_000, 24_000],
  [44_100, 24_000],
  [48_000, 24_000],
  [8_000, 24_000],
  [24_000, 8_000],
  [22_050, 16_000],
] as const;

function tone(hz: number, rateHz: number, seconds = 0.5): Int16Array {
  return Int16Array.from({ length: rateHz * seconds }, (_, i) =>
    Math.round(16_000 * Math.sin((2 * Math.PI * hz * i) / rateHz)),
  );
}

/** The middle, where the filter sees no edge. */
function middle(samples: Int16Array): Int16Array {
  return samples.subarray(samples.length / 4, (samples.length * 3) / 4);
}

test.each(PAIRS)('a voice keeps its pitch, loudness and place from %i to %i Hz', (from, to) => {
  for (const hz of [200, 1000, 0.4 * Math.min(from, to)]) {
    const wanted = middle(tone(hz, to));
    const heard = middle(resample(tone(hz, from), from, to));
    const error = Float64Array.from(wanted, (sample, i) => Math.abs(sample - (heard[i] ?? 0)));
    expect(Math.max(...error)).toBeLessThan(30);
  }
});

test.each(PAIRS.filter(([from, to]) => from > to))(
  'what the lower rate cannot hold is gone, not folded down: %i to %i Hz',
  (from, to) => {
    for (const part of [0.51, 0.55, 0.6]) {
      if (part * to >= from / 2) continue;
      expect(rms(middle(resample(tone(part * to, from), from, to)))).toBeLessThan(0.0002);
    }
  },
);

test('no image of the voice appears above the old band', () => {
  const up = resample(tone(7000, 16_000), 16_000, 24_000);
  const back = middle(resample(up, 24_000, 16_000));
  const before = middle(tone(7000, 16_000));
  expect(Math.abs(rms(back) - rms(before))).toBeLessThan(0.12 * rms(before));
});

test('a stream cut anywhere gives the same samples as a whole one', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...PAIRS),
      fc.int16Array({ minLength: 0, maxLength: 3000 }),
      fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 12 }),
      ([from, to], samples, cuts) => {
        const resampler = new Resampler(from, to);
        const pieces: number[] = [];
        let at = 0;
        for (const cut of cuts) {
          pieces.push(...resampler.push(samples.subarray(at, at + cut)));
          at += cut;
        }
        pieces.push(...resampler.push(samples.subarray(at)), ...resampler.flush());
        expect(Int16Array.from(pieces)).toEqual(resample(samples, from, to));
        expect(pieces.length).toBe(Math.ceil((samples.length * to) / from));
      },
    ),
    { numRuns: 60 },
  );
});

test('after its end a stream may begin anew, with nothing of the old one in it', () => {
  const resampler = new Resampler(24_000, 16_000);
  resampler.push(tone(300, 24_000));
  resampler.flush();
  const again = [...resampler.push(tone(500, 24_000)), ...resampler.flush()];
  expect(Int16Array.from(again)).toEqual(resample(tone(500, 24_000), 24_000, 16_000));
});

test('an unchanged rate changes nothing', () => {
  const samples = tone(440, 24_000);
  expect(resample(samples, 24_000, 24_000)).toEqual(samples);
});

test('the loudest sound is clipped, not wrapped round', () => {
  const square = Int16Array.from({ length: 4800 }, (_, i) => (i % 48 < 24 ? 32_767 : -32_768));
  const up = resample(square, 16_000, 24_000);
  const jumps = up
    .subarray(1)
    .map((sample, i) => (Math.abs(sample - (up[i] ?? 0)) > 60_000 ? 1 : 0));
  expect(jumps.includes(1)).toBe(false);
});

test.each([0, -1, 1.5, Number.NaN])('%f Hz is refused', (rate) => {
  expect(() => new Resampler(rate, 16_000)).toThrow(RangeError);
});
