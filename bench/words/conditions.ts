/** What happens to a voice on its way: noise of a room, or a telephone line. */
import { decodeMuLaw, encodeMuLaw } from '#audio/g711.ts';
import { resample } from '#audio/resampler.ts';

export interface Condition {
  readonly name: string;
  readonly change: (samples: Int16Array, seed: number) => Int16Array;
}

const RATE_HZ = 16_000;

export const CONDITIONS: readonly Condition[] = [
  { name: 'clean', change: (samples) => samples },
  { name: '20 dB pink', change: (samples, seed) => withPinkNoise(samples, 20, seed) },
  { name: '15 dB pink', change: (samples, seed) => withPinkNoise(samples, 15, seed) },
  { name: 'telephone', change: (samples) => overTelephone(samples) },
];

/** 8 kHz µ-law and back. */
function overTelephone(samples: Int16Array): Int16Array {
  const narrow = decodeMuLaw(encodeMuLaw(resample(samples, RATE_HZ, 8000)));
  return resample(narrow, 8000, RATE_HZ);
}

/** The ratio is that of the voiced samples' power to the noise's, so silences do not flatter it. */
function withPinkNoise(samples: Int16Array, decibels: number, seed: number): Int16Array {
  const noise = pinkNoise(samples.length, seed);
  let speech = 0;
  let voiced = 0;
  let hiss = 0;
  samples.forEach((sample, i) => {
    if (Math.abs(sample) > 200) {
      speech += sample * sample;
      voiced += 1;
    }
    hiss += (noise[i] ?? 0) ** 2;
  });
  if (voiced === 0) return samples;
  const wanted = speech / voiced / 10 ** (decibels / 10);
  const gain = Math.sqrt(wanted / (hiss / samples.length));
  return samples.map((sample, i) =>
    Math.max(-32_768, Math.min(32_767, Math.round(sample + gain * (noise[i] ?? 0)))),
  );
}

/** White noise through Paul Kellet's filter: -3 dB for each octave within 0.5 dB. The same for the same seed. */
function pinkNoise(length: number, seed: number): Float64Array {
  const random = randomNumbers(seed);
  const poles = [0.998_86, 0.993_32, 0.969, 0.8665, 0.55, -0.7616];
  const gains = [0.055_517_9, 0.075_075_9, 0.153_852, 0.310_485_6, 0.532_952_2, -0.016_898];
  const state = new Float64Array(poles.length);
  let delayed = 0;
  return Float64Array.from({ length }, () => {
    const white = 2 * random() - 1;
    let pink = delayed + 0.5362 * white;
    poles.forEach((pole, i) => {
      state[i] = pole * (state[i] ?? 0) + (gains[i] ?? 0) * white;
      pink += state[i] ?? 0;
    });
    delayed = 0.115_926 * white;
    return pink;
  });
}

/** Mulberry32: small, fast, and the same everywhere. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
