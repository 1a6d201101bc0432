import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Framer } from './framer.ts';

test('the microphone loses no sample and swaps none, however the device delivers them', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1_500 })), (sizes) => {
      const framer = new Framer(480);
      let next = 0;
      const frames = sizes.flatMap((size) =>
        framer.push(Int16Array.from({ length: size }, () => next++ % 30_000)),
      );
      expect(frames.every((frame) => frame.length === 480)).toBe(true);
      expect(frames.length).toBe(Math.floor(next / 480));
      const samples = frames.flatMap((frame) => [...frame]);
      expect(samples.every((sample, index) => sample === index % 30_000)).toBe(true);
    }),
  );
});
