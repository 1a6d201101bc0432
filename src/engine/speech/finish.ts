/** From flite's samples to what is sent: silences cut, level set, ends faded, 16 to 24 kHz. */
import { resample } from '#audio/resampler.ts';
import { FLITE_RATE_HZ } from './flite.ts';

export const SPEECH_RATE_HZ = 24_000;

/** 5 ms. */
const FRAME = FLITE_RATE_HZ / 200;
/** flite begins with 200 ms of silence, which the caller would wait through. Its hiss is 45 dB below its voice. */
const SILENCE_BELOW_PEAK_DB = 38;
/** Kept round the speech, in frames: a weak "f" or "h" may be as soft as the hiss. */
const KEPT_BEFORE = 4;
const KEPT_AFTER = 8;
/** 5 ms at each end: too short to hear, long enough not to click. */
const FADE = FRAME;

const FULL_SCALE = 32_768;
/** The level of a telephone announcement: -20 dB below full scale, over the voiced frames. */
const LEVEL = FULL_SCALE * 10 ** (-20 / 20);
const VOICED_BELOW_PEAK_DB = 25;
/** One decibel below full scale. */
const HIGHEST = FULL_SCALE * 10 ** (-1 / 20);

/** 16 kHz in, 24 kHz out. Empty where nothing is said. */
export function finish(spoken: Int16Array): Int16Array<ArrayBuffer> {
  const powers = framePowers(spoken);
  const loudest = powers.reduce((most, power) => Math.max(most, power), 0);
  if (loudest === 0) return new Int16Array();
  const kept = withoutSilence(spoken, powers, loudest * 10 ** (-SILENCE_BELOW_PEAK_DB / 10));
  const gain = gainFor(spoken, powers, loudest);
  const shaped = kept.map((sample, index) => {
    const fromEnd = Math.min(index, kept.length - 1 - index);
    return Math.round(sample * gain * Math.min(1, fromEnd / FADE));
  });
  return resample(shaped, FLITE_RATE_HZ, SPEECH_RATE_HZ);
}

/** Mean square of each 5 ms. */
function framePowers(samples: Int16Array): number[] {
  const powers: number[] = [];
  for (let start = 0; start + FRAME <= samples.length; start += FRAME) {
    let sum = 0;
    for (let index = start; index < start + FRAME; index++) sum += (samples[index] ?? 0) ** 2;
    powers.push(sum / FRAME);
  }
  return powers;
}

function withoutSilence(
  samples: Int16Array,
  powers: readonly number[],
  threshold: number,
): Int16Array {
  // A single loud frame is a crackle of the hiss.
  const sounds = (frame: number): boolean =>
    (powers[frame] ?? 0) > threshold && (powers[frame + 1] ?? 0) > threshold;
  const frames = [...powers.keys()];
  const first = frames.find(sounds) ?? 0;
  const last = (frames.findLast(sounds) ?? powers.length) + 1;
  return samples.slice(Math.max(0, first - KEPT_BEFORE) * FRAME, (last + 1 + KEPT_AFTER) * FRAME);
}

function gainFor(samples: Int16Array, powers: readonly number[], loudest: number): number {
  const voiced = powers.filter((power) => power > loudest * 10 ** (-VOICED_BELOW_PEAK_DB / 10));
  const level = Math.sqrt(voiced.reduce((sum, power) => sum + power, 0) / voiced.length);
  const highest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 1);
  return Math.min(LEVEL / level, HIGHEST / highest);
}
