/** Live cepstral mean normalisation: takes the sound of the microphone and the line out of the cepstra. */
import { CEPSTRA } from './mel.ts';

/** The mean of a common headset, until this caller's own is known. */
const PRIOR = [41, -5.3, -0.1, 5.1, 2.5, -4.1, -1.4, -1.8, -5.1, -2.1, -6.5, -1.4, 1.2];
/** How many frames of this caller weigh as much as the prior. */
const PRIOR_FRAMES = 100;
const LONGEST_MEMORY_FRAMES = 500;
/** Frames this much quieter than the mean (in units of the zeroth cepstrum) are pauses. */
const PAUSE_BELOW_MEAN = 25;

export class CepstralMean {
  /** As far as it is known now. */
  readonly now = Float64Array.from(PRIOR);
  readonly #remembered = Float64Array.from(PRIOR);
  readonly #sum = new Float64Array(CEPSTRA);
  #memoryFrames = PRIOR_FRAMES;
  #frames = 0;

  /** Learns from one frame and writes it without the mean. */
  normalise(cepstra: Float64Array, normalised: Float32Array): void {
    const quietest = (this.#remembered[0] as number) - PAUSE_BELOW_MEAN;
    if (this.#frames === 0 || (cepstra[0] as number) > quietest) this.#learn(cepstra);
    for (let i = 0; i < CEPSTRA; i++)
      normalised[i] = (cepstra[i] as number) - (this.now[i] as number);
  }

  /** Keeps what was learnt from an utterance for the next one. */
  finishUtterance(): void {
    this.#remembered.set(this.now);
    this.#sum.fill(0);
    this.#memoryFrames = Math.min(this.#memoryFrames + this.#frames, LONGEST_MEMORY_FRAMES);
    this.#frames = 0;
  }

  /** Between utterances: the same line, heard through other filters. */
  shift(by: Float64Array): void {
    for (let i = 0; i < CEPSTRA; i++) {
      this.now[i] = (this.now[i] as number) + (by[i] as number);
      this.#remembered[i] = this.now[i] as number;
    }
  }

  #learn(cepstra: Float64Array): void {
    this.#frames++;
    const weight = 1 / (this.#memoryFrames + this.#frames);
    for (let i = 0; i < CEPSTRA; i++) {
      this.#sum[i] = (this.#sum[i] as number) + (cepstra[i] as number);
      const known = (this.#remembered[i] as number) * this.#memoryFrames;
      this.now[i] = (known + (this.#sum[i] as number)) * weight;
    }
  }
}
