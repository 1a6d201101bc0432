/** Removes steady noise from mel bands: follows the noise of each band and weighs it down. */
import { MEL_BANDS } from './mel.ts';

const POWER_MEMORY = 0.7;
/** The noise estimate falls at once and rises slowly: speech is short, noise stays. */
const RISE_MEMORY = 0.995;
const FALL_MEMORY = 0.5;
const PEAK_MEMORY = 0.85;
const AFTER_PEAK = 0.2;
const SMALLEST_GAIN = 0.05;
const LARGEST_GAIN = 20;
const NEIGHBOURS = 4;

export class NoiseRemoval {
  readonly #power = new Float64Array(MEL_BANDS);
  readonly #noise = new Float64Array(MEL_BANDS);
  readonly #floor = new Float64Array(MEL_BANDS);
  readonly #peak = new Float64Array(MEL_BANDS);
  readonly #gain = new Float64Array(MEL_BANDS);
  #begun = false;

  reset(): void {
    this.#begun = false;
  }

  /** Changes the energies of one frame in place. */
  apply(bands: Float64Array): void {
    if (!this.#begun) this.#begin(bands);
    for (let band = 0; band < MEL_BANDS; band++)
      this.#gain[band] = this.#gainOf(band, bands[band] as number);
    for (let band = 0; band < MEL_BANDS; band++) {
      const first = Math.max(0, band - NEIGHBOURS);
      const last = Math.min(MEL_BANDS - 1, band + NEIGHBOURS);
      let sum = 0;
      for (let near = first; near <= last; near++) sum += this.#gain[near] as number;
      bands[band] = ((bands[band] as number) * sum) / (last - first + 1);
    }
  }

  #begin(bands: Float64Array): void {
    this.#begun = true;
    this.#power.set(bands);
    this.#noise.set(bands);
    this.#peak.fill(0);
    for (let band = 0; band < MEL_BANDS; band++)
      this.#floor[band] = (bands[band] as number) / LARGEST_GAIN;
  }

  #gainOf(band: number, energy: number): number {
    const power = mix(this.#power[band] as number, energy, POWER_MEMORY);
    const noise = follow(this.#noise[band] as number, power);
    const signal = Math.max(power - noise, 1);
    const floor = follow(this.#floor[band] as number, signal);
    const peak = (this.#peak[band] as number) * PEAK_MEMORY;
    const masked = signal < PEAK_MEMORY * peak ? peak * AFTER_PEAK : signal;
    this.#power[band] = power;
    this.#noise[band] = noise;
    this.#floor[band] = floor;
    this.#peak[band] = Math.max(peak, signal);
    const gain = Math.max(masked, floor) / Math.max(power, 1e-9);
    return Math.min(Math.max(gain, SMALLEST_GAIN), LARGEST_GAIN);
  }
}

function mix(old: number, now: number, memory: number): number {
  return memory * old + (1 - memory) * now;
}

function follow(level: number, now: number): number {
  return mix(level, now, now >= level ? RISE_MEMORY : FALL_MEMORY);
}
