import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bytesOf,
  decodeBase64,
  decodePcm16,
  encodeBase64,
  encodePcm16,
  samplesOf,
} from './pcm16.ts';

test('sound comes back from base64 exactly as it went in', () => {
  fc.assert(
    fc.property(fc.int16Array({ maxLength: 400 }), (samples) => {
      expect(decodePcm16(encodePcm16(samples))).toEqual({ ok: true, samples });
    }),
  );
});

test('our base64 is the base64 everybody else speaks', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const text = Buffer.from(bytes).toString('base64');
      expect(encodeBase64(bytes)).toBe(text);
      expect(decodeBase64(text)).toEqual(bytes);
      expect(decodeBase64(text.replaceAll('=', ''))).toEqual(bytes);
    }),
  );
});

test('more samples than fit on the stack are encoded', () => {
  const samples = new Int16Array(30_001).map((_, i) => i * 7);
  expect(decodePcm16(encodePcm16(samples))).toEqual({ ok: true, samples });
});

test('half a sample at the end is reported, not guessed', () => {
  expect(decodePcm16(encodeBase64(Uint8Array.of(1, 2, 3)))).toEqual({
    ok: false,
    why: 'odd-bytes',
  });
});

test.each(['@@@@', 'AAAA AAA', 'AAAAA', 'A=', 'AA==AAAA', '====', 'Āāāā'])(
  'garbage instead of sound is reported: %s',
  (text) => expect(decodePcm16(text)).toEqual({ ok: false, why: 'not-base64' }),
);

test('an empty message is no sound, and no error', () => {
  expect(decodePcm16('')).toEqual({ ok: true, samples: new Int16Array() });
});

test('a view into a larger buffer gives its own bytes only', () => {
  const samples = Int16Array.of(1, -2, 3).subarray(1, 2);
  expect([...bytesOf(samples)]).toEqual([0xfe, 0xff]);
  expect([...samplesOf(Uint8Array.of(9, 0xfe, 0xff).subarray(1))]).toEqual([-2]);
  expect([...samplesOf(Buffer.from([9, 0xfe, 0xff]).subarray(1))]).toEqual([-2]);
});
