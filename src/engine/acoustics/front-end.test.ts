import { expect, test } from 'vitest';
import { readAcousticModel } from './acoustic-model.ts';
import { CepstralMean } from './cepstral-mean.ts';
import { Features } from './features.ts';
import { FrontEnd } from './front-end.ts';
import { LineWidth } from './line-width.ts';
import { CEPSTRA, cepstraOf, MEL_BANDS, SMOOTHED_BANDS } from './mel.ts';
import { acousticModelFolder } from './model-files.ts';
import { NoiseLevel } from './noise-level.ts';
import { powerSpectrum, BIN_HZ, FRAME_SAMPLES, SPECTRUM_BINS } from './power-spectrum.ts';
import { speechPrior } from './speech-prior.ts';

const prior = speechPrior(readAcousticModel(acousticModelFolder()));

function tone(hz: number, samples: number): Int16Array {
  return Int16Array.from({ length: samples }, (_, i) =>
    Math.round(8000 * Math.sin((2 * Math.PI * hz * i) / 16_000)),
  );
}

function cepstraOfSound(samples: Int16Array, piece: number): number[][] {
  const frames: number[][] = [];
  const frontEnd = new FrontEnd(prior, {
    mean: new CepstralMean().now,
    onFrame: (cepstra) => frames.push([...cepstra]),
  });
  frontEnd.start();
  for (let at = 0; at < samples.length; at += piece)
    frontEnd.push(samples.subarray(at, at + piece));
  return frames;
}

test('a tone stands at its own frequency in the spectrum', () => {
  const power = new Float64Array(SPECTRUM_BINS);
  powerSpectrum(Float64Array.from(tone(1000, FRAME_SAMPLES)), power);
  expect(power.indexOf(Math.max(...power))).toBe(1000 / BIN_HZ);
});

test('a second of sound gives a frame each 10 ms, however it is cut', () => {
  const sound = tone(440, 16_000);
  const frames = cepstraOfSound(sound, 16_000);
  expect(frames).toHaveLength(1 + Math.floor((16_000 - FRAME_SAMPLES) / 160));
  expect(cepstraOfSound(sound, 37)).toEqual(frames);
});

test('digital silence gives finite numbers', () => {
  const frames = cepstraOfSound(new Int16Array(4000), 320);
  expect(frames.flat().every(Number.isFinite)).toBe(true);
});

test('cepstra turned back into bands give the same cepstra again', () => {
  const cepstra = Float64Array.from({ length: CEPSTRA }, (_, i) => 10 - i);
  const bands = Float64Array.from({ length: MEL_BANDS }, (_, band) =>
    cepstra.reduce((sum, c, i) => sum + c * (SMOOTHED_BANDS[band * CEPSTRA + i] ?? 0), 0),
  );
  const again = new Float64Array(CEPSTRA);
  cepstraOf(bands, again);
  for (const [i, value] of again.entries()) expect(value).toBeCloseTo(cepstra[i] ?? 0, 6);
});

test('a spectrum that rises steadily has a slope, and no curvature', () => {
  const seen: number[][] = [];
  const features = new Features((frame) => seen.push([...frame]));
  features.start();
  for (let frame = 0; frame < 12; frame++) {
    features.next.fill(frame);
    features.added();
  }
  features.finish();
  expect(seen).toHaveLength(12);
  expect(seen[6]?.[0]).toBe(6);
  expect(seen[6]?.[CEPSTRA]).toBe(4);
  expect(seen[6]?.[2 * CEPSTRA]).toBe(0);
});

test('the mean of the line is learnt, and kept for the next utterance', () => {
  const mean = new CepstralMean();
  const normalised = new Float32Array(CEPSTRA);
  for (let frame = 0; frame < 2000; frame++)
    mean.normalise(new Float64Array(CEPSTRA).fill(30), normalised);
  expect(Math.abs(normalised[0] ?? 0)).toBeLessThan(1);
  mean.finishUtterance();
  expect(mean.now[1]).toBeGreaterThan(25);
});

test('the noise level is that of the pause, not of the voice after it', () => {
  const noise = new NoiseLevel();
  for (let frame = 0; frame < 60; frame++) {
    const isVoice = frame > 20 && frame % 12 > 3;
    noise.listen(new Float64Array(MEL_BANDS).fill(isVoice ? 15 : 6));
  }
  for (const level of noise.bands) expect(level).toBeLessThan(8);
});

test('a line stays known as quiet while somebody speaks without a breath', () => {
  const noise = new NoiseLevel();
  for (let frame = 0; frame < 300; frame++)
    noise.listen(new Float64Array(MEL_BANDS).fill(frame < 30 ? 2 : 12));
  expect(noise.floor).toBeLessThan(3);
  for (let frame = 0; frame < 400; frame++) noise.listen(new Float64Array(MEL_BANDS).fill(9));
  expect(noise.floor).toBeGreaterThan(8);
});

test('noise that begins in mid-call is found within a second', () => {
  const noise = new NoiseLevel();
  for (let frame = 0; frame < 20; frame++) noise.listen(new Float64Array(MEL_BANDS).fill(2));
  for (let frame = 0; frame < 110; frame++) noise.listen(new Float64Array(MEL_BANDS).fill(9));
  for (const level of noise.bands) expect(level).toBeGreaterThan(8);
});

test('a telephone is told from a headset within a syllable', () => {
  const line = new LineWidth();
  const telephone = Float64Array.from({ length: MEL_BANDS }, (_, band) => (band < 20 ? 17 : 3));
  for (let frame = 0; frame < 15; frame++) line.listen(telephone);
  expect(line.isNarrow).toBe(true);
  const headset = Float64Array.from({ length: MEL_BANDS }, (_, band) => (band < 20 ? 17 : 12));
  for (let frame = 0; frame < 15; frame++) line.listen(headset);
  expect(line.isNarrow).toBe(false);
});
