/** Sound in, cepstra out: 13 numbers for every 10 ms, as if the speech were clean. */
import { CleanSpeech } from './clean-speech.ts';
import { CEPSTRA, cepstraOf, MEL_BANDS, melBands, melFilters, type MelFilters } from './mel.ts';
import { FRAME_SAMPLES, powerSpectrum, SHIFT_SAMPLES, SPECTRUM_BINS } from './power-spectrum.ts';
import type { SpeechPrior } from './speech-prior.ts';
import { SMALLEST_ENERGY, WarpedSound } from './warped-sound.ts';

const PRE_EMPHASIS = 0.97;
/**
 * No microphone is perfectly silent, and the model has never heard such a thing: a line that is (a noise gate, a
 * recording) was recognised with words before the first one. So it gets the faint hiss of a quiet room, in units
 * of the smallest step of PCM16 (-81 dB).
 */
const HISS = 3;
const AS_TRAINED = melFilters(1);

/** Who uses the cepstra. */
export interface CepstraListener {
  /** The cepstral mean of this line, as far as it is known. */
  readonly mean: Float64Array;
  /** Called for each frame, with an array that is used again for the next one. */
  onFrame(cepstra: Float64Array): void;
}

export class FrontEnd {
  /** This utterance, to be heard again through other filters. */
  readonly sound = new WarpedSound();
  readonly #listener: CepstraListener;
  readonly #clean: CleanSpeech;
  readonly #frame = new Float64Array(FRAME_SAMPLES);
  readonly #power = new Float64Array(SPECTRUM_BINS);
  readonly #bands = new Float64Array(MEL_BANDS);
  readonly #cleaned = new Float64Array(MEL_BANDS);
  readonly #cepstra = new Float64Array(CEPSTRA);
  #filters: MelFilters = AS_TRAINED;
  #filled = 0;
  #lastSample = 0;
  #random = 1;

  constructor(prior: SpeechPrior, listener: CepstraListener) {
    this.#clean = new CleanSpeech(prior);
    this.#listener = listener;
  }

  /** A new utterance begins. @param filters that suit the speaker */
  start(filters = AS_TRAINED): void {
    this.#filters = filters;
    this.sound.start();
    this.#filled = 0;
    this.#lastSample = 0;
    // The same sound gives the same words every time.
    this.#random = 1;
    this.#clean.start();
  }

  /** 16 kHz mono PCM16, any number of samples. */
  push(samples: Int16Array): void {
    for (const heard of samples) {
      const sample = heard + this.#hiss();
      this.#frame[this.#filled++] = sample - PRE_EMPHASIS * this.#lastSample;
      this.#lastSample = sample;
      if (this.#filled === FRAME_SAMPLES) this.#finishFrame();
    }
  }

  /** Between -HISS and HISS. */
  #hiss(): number {
    this.#random = (Math.imul(this.#random, 1_664_525) + 1_013_904_223) | 0;
    return this.#random * (HISS / 2 ** 31);
  }

  #finishFrame(): void {
    powerSpectrum(this.#frame, this.#power);
    melBands(this.#power, this.#filters, this.#bands);
    for (let band = 0; band < MEL_BANDS; band++) {
      const level = Math.log(Math.max(this.#bands[band] as number, SMALLEST_ENERGY));
      this.#bands[band] = level;
      this.#cleaned[band] = -level;
    }
    this.#clean.apply(this.#bands, this.#listener.mean);
    for (let band = 0; band < MEL_BANDS; band++)
      this.#cleaned[band] = (this.#cleaned[band] as number) + (this.#bands[band] as number);
    this.sound.add(this.#power, this.#cleaned);
    cepstraOf(this.#bands, this.#cepstra);
    this.#listener.onFrame(this.#cepstra);
    this.#frame.copyWithin(0, SHIFT_SAMPLES);
    this.#filled = FRAME_SAMPLES - SHIFT_SAMPLES;
  }
}
