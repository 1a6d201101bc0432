/** How loud sound is, as a part of the loudest there can be (0 to 1). */
const FULL_SCALE = 32_768;

/** Root mean square: what a meter shows and the ear feels. 0 for no samples. */
export function rms(samples: Int16Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return samples.length === 0 ? 0 : Math.sqrt(sum / samples.length) / FULL_SCALE;
}

export function peak(samples: Int16Array): number {
  let loudest = 0;
  for (const sample of samples) loudest = Math.max(loudest, Math.abs(sample));
  return loudest / FULL_SCALE;
}

/** Decibels below full scale; -Infinity for silence. */
export function decibels(level: number): number {
  return 20 * Math.log10(level);
}
