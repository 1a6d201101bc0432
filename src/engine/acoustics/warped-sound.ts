/** Keeps the spectra of one utterance, to hear it again as if the vocal tract were longer or shorter. */
import { CEPSTRA, cepstraOf, MEL_BANDS, melBands, type MelFilters } from './mel.ts';
import { SPECTRUM_BINS } from './power-spectrum.ts';

/** Three seconds: more of one utterance tells little that is new, and would take longer to think over. */
const MOST_FRAMES = 300;
/** Digital silence has no logarithm. */
export const SMALLEST_ENERGY = 1;

export class WarpedSound {
  frames = 0;
  readonly #power = new Float32Array(MOST_FRAMES * SPECTRUM_BINS);
  readonly #cleaned = new Float32Array(MOST_FRAMES * MEL_BANDS);
  readonly #bands = new Float64Array(MEL_BANDS);
  readonly #cepstra = new Float64Array(CEPSTRA);

  /** A new utterance begins. */
  start(): void {
    this.frames = 0;
  }

  /** @param cleaned what was done to each logarithmic band against noise */
  add(power: Float64Array, cleaned: Float64Array): void {
    if (this.frames === MOST_FRAMES) return;
    this.#power.set(power, this.frames * SPECTRUM_BINS);
    this.#cleaned.set(cleaned, this.frames * MEL_BANDS);
    this.frames++;
  }

  /** The cepstra of a frame through other filters, in an array that is used again. */
  cepstra(frame: number, filters: MelFilters): Float64Array {
    const row = frame * SPECTRUM_BINS;
    melBands(this.#power.subarray(row, row + SPECTRUM_BINS), filters, this.#bands);
    for (let band = 0; band < MEL_BANDS; band++)
      this.#bands[band] =
        Math.log(Math.max(this.#bands[band] as number, SMALLEST_ENERGY)) +
        (this.#cleaned[frame * MEL_BANDS + band] as number);
    cepstraOf(this.#bands, this.#cepstra);
    return this.#cepstra;
  }
}
