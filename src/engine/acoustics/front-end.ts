/** Sound in, cepstra out: 13 numbers for every 10 ms, with steady noise removed. */
import { CEPSTRA, cepstraOf, MEL_BANDS, melBands } from './mel.ts';
import { NoiseRemoval } from './noise-removal.ts';
import { FRAME_SAMPLES, powerSpectrum, SHIFT_SAMPLES, SPECTRUM_BINS } from './power-spectrum.ts';

const PRE_EMPHASIS = 0.97;
/** Digital silence has no logarithm. */
const SMALLEST_ENERGY = 1;

export class FrontEnd {
  readonly #noiseRemoval = new NoiseRemoval();
  readonly #frame = new Float64Array(FRAME_SAMPLES);
  readonly #power = new Float64Array(SPECTRUM_BINS);
  readonly #bands = new Float64Array(MEL_BANDS);
  readonly #cepstra = new Float64Array(CEPSTRA);
  readonly #onFrame: (cepstra: Float64Array) => void;
  #filled = 0;
  #lastSample = 0;

  /** @param onFrame called for each frame, with an array that is used again for the next one. */
  constructor(onFrame: (cepstra: Float64Array) => void) {
    this.#onFrame = onFrame;
  }

  /** A new utterance begins. */
  start(): void {
    this.#filled = 0;
    this.#lastSample = 0;
    this.#noiseRemoval.reset();
  }

  /** 16 kHz mono PCM16, any number of samples. */
  push(samples: Int16Array): void {
    for (const sample of samples) {
      this.#frame[this.#filled++] = sample - PRE_EMPHASIS * this.#lastSample;
      this.#lastSample = sample;
      if (this.#filled === FRAME_SAMPLES) this.#finishFrame();
    }
  }

  #finishFrame(): void {
    powerSpectrum(this.#frame, this.#power);
    melBands(this.#power, this.#bands);
    this.#noiseRemoval.apply(this.#bands);
    for (let band = 0; band < MEL_BANDS; band++)
      this.#bands[band] = Math.log(Math.max(this.#bands[band] as number, SMALLEST_ENERGY));
    cepstraOf(this.#bands, this.#cepstra);
    this.#onFrame(this.#cepstra);
    this.#frame.copyWithin(0, SHIFT_SAMPLES);
    this.#filled = FRAME_SAMPLES - SHIFT_SAMPLES;
  }
}
