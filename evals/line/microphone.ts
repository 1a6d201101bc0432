/** What the caller's line does to his voice: noise of a room all through the call, or a telephone. 24 kHz, mono. */
import { decodeMuLaw, encodeMuLaw } from '#audio/g711.ts';
import { resample } from '#audio/resampler.ts';
import { type Chance, chanceOf } from '../caller/chance.ts';

export const CONDITIONS = ['clean', '20dB', '15dB', 'telephone'] as const;
export type Condition = (typeof CONDITIONS)[number];

export const LINE_RATE_HZ = 24_000;
const TELEPHONE_RATE_HZ = 8_000;
/** The band of an old telephone. */
const BAND_HZ = { from: 300, to: 3_400 };
const NOISE_SECONDS = 11;
/** Quieter samples are pauses and count nothing for the level of speech. */
const VOICED = 200;
const DECIBELS: Readonly<Partial<Record<Condition, number>>> = { '20dB': 20, '15dB': 15 };

export class Microphone {
  readonly #condition: Condition;
  readonly #noise: Float64Array;
  #at = 0;

  /** @param reference speech of this voice, for the noise's level */
  constructor(condition: Condition, reference: Int16Array, seed: string) {
    this.#condition = condition;
    const decibels = DECIBELS[condition];
    this.#noise =
      decibels === undefined
        ? new Float64Array()
        : noiseAt(levelOf(reference) / 10 ** (decibels / 20), chanceOf(seed));
  }

  /** A whole utterance on its way through the line, without the noise. */
  carry(speech: Int16Array): Int16Array {
    if (this.#condition !== 'telephone') return speech;
    const banded = lowPass(highPass(speech, BAND_HZ.from), BAND_HZ.to);
    const narrow = resample(banded, LINE_RATE_HZ, TELEPHONE_RATE_HZ);
    return resample(decodeMuLaw(encodeMuLaw(narrow)), TELEPHONE_RATE_HZ, LINE_RATE_HZ);
  }

  /** Adds what is heard in the room, in his pauses too. */
  frame(samples: Int16Array): Int16Array {
    if (this.#noise.length === 0) return samples;
    return samples.map((sample) => {
      const noise = this.#noise[this.#at] ?? 0;
      this.#at = (this.#at + 1) % this.#noise.length;
      return clamp(sample + noise);
    });
  }
}

/** Of the voiced samples, so that pauses do not flatter it. */
function levelOf(samples: Int16Array): number {
  let power = 0;
  let voiced = 0;
  for (const sample of samples)
    if (Math.abs(sample) > VOICED) {
      power += sample * sample;
      voiced += 1;
    }
  return Math.sqrt(power / Math.max(1, voiced));
}

/** White noise through Paul Kellet's filter: -3 dB for each octave within 0.5 dB. */
function noiseAt(level: number, chance: Chance): Float64Array {
  const poles = [0.998_86, 0.993_32, 0.969, 0.8665, 0.55, -0.7616];
  const gains = [0.055_517_9, 0.075_075_9, 0.153_852, 0.310_485_6, 0.532_952_2, -0.016_898];
  const state = new Float64Array(poles.length);
  let delayed = 0;
  const pink = Float64Array.from({ length: NOISE_SECONDS * LINE_RATE_HZ }, () => {
    const white = 2 * chance.next() - 1;
    let sum = delayed + 0.5362 * white;
    poles.forEach((pole, i) => {
      state[i] = pole * (state[i] ?? 0) + (gains[i] ?? 0) * white;
      sum += state[i] ?? 0;
    });
    delayed = 0.115_926 * white;
    return sum;
  });
  const now = Math.sqrt(pink.reduce((sum, sample) => sum + sample * sample, 0) / pink.length);
  return pink.map((sample) => (sample * level) / now);
}

function highPass(samples: Int16Array, hz: number): Int16Array {
  return biquad(samples, hz, (cos) => [(1 + cos) / 2, -(1 + cos), (1 + cos) / 2]);
}

function lowPass(samples: Int16Array, hz: number): Int16Array {
  return biquad(samples, hz, (cos) => [(1 - cos) / 2, 1 - cos, (1 - cos) / 2]);
}

/** Second order, Butterworth; after Robert Bristow-Johnson's audio EQ cookbook. */
function biquad(
  samples: Int16Array,
  hz: number,
  numerator: (cos: number) => readonly [number, number, number],
): Int16Array {
  const omega = (2 * Math.PI * hz) / LINE_RATE_HZ;
  const cos = Math.cos(omega);
  const alpha = Math.sin(omega) / Math.SQRT2;
  const [b0, b1, b2] = numerator(cos);
  const [a0, a1, a2] = [1 + alpha, -2 * cos, 1 - alpha];
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  return samples.map((x) => {
    const y = (b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2) / a0;
    [x1, x2, y1, y2] = [x, x1, y, y1];
    return clamp(y);
  });
}

function clamp(sample: number): number {
  return Math.max(-32_768, Math.min(32_767, Math.round(sample)));
}
