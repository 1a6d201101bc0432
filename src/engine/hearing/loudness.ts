/** When the caller was last audible: voice activity lags behind the end of a word, the sound itself does not. */

const RATE_HZ = 16_000;
/** 8 ms: shorter than any sound of speech. */
const BLOCK_SAMPLES = 128;
const BLOCK_MS = (1000 * BLOCK_SAMPLES) / RATE_HZ;
/** Of the loudest block of the utterance, as power: 24 dB below it a word has died away. */
const AUDIBLE = 0.004;

export class Loudness {
  /** The end of the last audible block, in milliseconds of the stream. */
  audibleMs = 0;
  #loudest = 0;

  /** A new utterance, perhaps of somebody else. */
  reset(): void {
    this.#loudest = 0;
  }

  /** Whole blocks; they begin at `startMs`. */
  hear(frame: Int16Array, startMs: number): void {
    for (let at = 0, block = 1; at < frame.length; at += BLOCK_SAMPLES, block++) {
      let power = 0;
      for (let i = at; i < at + BLOCK_SAMPLES; i++) power += (frame[i] ?? 0) ** 2;
      if (power > this.#loudest) this.#loudest = power;
      if (power > AUDIBLE * this.#loudest) this.audibleMs = startMs + block * BLOCK_MS;
    }
  }
}
