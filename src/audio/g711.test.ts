import { expect, test } from 'vitest';
import { decodeALaw, decodeMuLaw, encodeALaw, encodeMuLaw } from './g711.ts';

const CODES = Uint8Array.from({ length: 256 }, (_, code) => code);
const EVERY_SAMPLE = Int16Array.from({ length: 65_536 }, (_, i) => i - 32_768);

test('every code of either law survives the way there and back', () => {
  expect(encodeALaw(decodeALaw(CODES))).toEqual(CODES);
  // µ-law has two zeros, 0x7f below and 0xff above; PCM has one.
  const expected = CODES.map((code) => (code === 0x7f ? 0xff : code));
  expect(encodeMuLaw(decodeMuLaw(CODES))).toEqual(expected);
});

test('the values of the standard', () => {
  expect([...decodeMuLaw(Uint8Array.of(0x00, 0x80, 0xff, 0x7f, 0xf0))]).toEqual([
    -32_124, 32_124, 0, 0, 120,
  ]);
  expect([...decodeALaw(Uint8Array.of(0xd5, 0x55, 0x2a, 0xaa))]).toEqual([8, -8, -32_256, 32_256]);
});

test.each([
  ['µ-law', encodeMuLaw, decodeMuLaw],
  ['A-law', encodeALaw, decodeALaw],
] as const)('%s is never further off than its step', (_law, encode, decode) => {
  const heard = decode(encode(EVERY_SAMPLE));
  let worst = 0;
  for (const [i, sample] of EVERY_SAMPLE.entries()) {
    const error = Math.abs(sample - (heard[i] ?? 0));
    worst = Math.max(worst, error / (Math.abs(sample) + 260));
  }
  expect(worst).toBeLessThan(0.04);
});
