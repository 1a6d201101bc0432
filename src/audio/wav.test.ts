import { expect, test } from 'vitest';
import { type WantedWav, type Wav, mixDown, readWav, writeWav } from './wav.ts';

const STEREO: Wav = {
  rateHz: 24_000,
  channels: [Int16Array.of(1, 2, -32_768), Int16Array.of(-1, 4, 32_767)],
};

function ascii(text: string): number[] {
  return [...Buffer.from(text, 'latin1')];
}

function le(value: number, bytes: number): number[] {
  return Array.from({ length: bytes }, (_, i) => (value >> (8 * i)) & 255);
}

/** A WAV of any format, with a chunk of odd size before the sound as some editors write. */
function wavOf(kind: number, bits: number, body: readonly number[], channels = 1): Uint8Array {
  return Uint8Array.from([
    ...ascii('RIFF'),
    ...le(0, 4),
    ...ascii('WAVEfmt '),
    ...le(16, 4),
    ...le(kind, 2),
    ...le(channels, 2),
    ...le(16_000, 4),
    ...le(0, 4),
    ...le(0, 2),
    ...le(bits, 2),
    ...ascii('LIST'),
    ...le(3, 4),
    7,
    7,
    7,
    0,
    ...ascii('data'),
    ...le(body.length, 4),
    ...body,
  ]);
}

function samplesIn(bytes: Uint8Array): number[] {
  const read = readWav(bytes);
  if (!read.ok) throw new Error(read.why);
  return [...mixDown(read.wav)];
}

function refusal(bytes: Uint8Array, wanted: WantedWav = {}): string {
  const read = readWav(bytes, wanted);
  return read.ok ? 'it was read' : read.why;
}

test('a recording of both sides is read as it was written', () => {
  expect(readWav(writeWav(STEREO))).toEqual({ ok: true, wav: STEREO });
  expect(mixDown(STEREO)).toEqual(Int16Array.of(0, 3, -0));
});

test('the side that stopped earlier is silent to the end', () => {
  const file = writeWav({ rateHz: 8000, channels: [Int16Array.of(5), Int16Array.of(6, 7)] });
  expect(readWav(file)).toMatchObject({
    wav: { channels: [Int16Array.of(5, 0), Int16Array.of(6, 7)] },
  });
});

test('other sizes of samples are understood', () => {
  expect(samplesIn(wavOf(1, 8, [128, 0, 255]))).toEqual([0, -32_768, 32_512]);
  expect(samplesIn(wavOf(1, 24, [9, 0xfe, 0xff, 0, 0, 0x80]))).toEqual([-2, -32_768]);
  const floats = [...new Uint8Array(Float32Array.of(0.5, -2).buffer)];
  expect(samplesIn(wavOf(3, 32, floats))).toEqual([16_384, -32_768]);
  const doubles = [...new Uint8Array(Float64Array.of(-0.25).buffer)];
  expect(samplesIn(wavOf(3, 64, doubles))).toEqual([-8192]);
});

test('a recording that was cut off gives what there is', () => {
  expect(
    samplesIn(writeWav({ rateHz: 8000, channels: [Int16Array.of(1, 2, 3)] }).subarray(0, 49)),
  ).toEqual([1, 2]);
});

test('each refusal says what is wrong', () => {
  expect(refusal(new Uint8Array())).toBe('this is not a WAV file');
  expect(refusal(Uint8Array.from({ length: 2000 }, () => 77))).toBe('this is not a WAV file');
  expect(refusal(writeWav(STEREO).subarray(0, 30))).toBe('the WAV format header is cut off');
  expect(refusal(writeWav(STEREO).subarray(0, 36))).toBe('the WAV file holds no sound');
  expect(refusal(wavOf(6, 8, []))).toMatch(/format 6 with 8 bits/);
  expect(refusal(wavOf(1, 16, [], 0))).toBe('the WAV file has no channels');
  expect(refusal(writeWav(STEREO), { rateHz: 16_000 })).toBe(
    'the WAV file has a sample rate of 24000 Hz instead of 16000 Hz',
  );
  expect(refusal(writeWav(STEREO), { channels: 1 })).toBe(
    'the WAV file has 2 channels instead of 1',
  );
});
