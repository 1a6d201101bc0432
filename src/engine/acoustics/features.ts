/** From cepstra to features: the cepstra, their slopes and their curvatures, three frames late. */
import { CEPSTRA } from './mel.ts';

export const FEATURES = 3 * CEPSTRA;
/** Frames that must be known before and after the one whose features are computed. */
export const FRAMES_AROUND = 3;
const AHEAD = FRAMES_AROUND;
/** A power of two, at least 2 · AHEAD + 1. */
const REMEMBERED = 8;

export class Features {
  readonly #cepstra = Array.from({ length: REMEMBERED }, () => new Float32Array(CEPSTRA));
  readonly #features = new Float32Array(FEATURES);
  readonly #onFeatures: (features: Float32Array) => void;
  #count = 0;

  /** @param onFeatures called for each frame, with an array that is used again for the next one. */
  constructor(onFeatures: (features: Float32Array) => void) {
    this.#onFeatures = onFeatures;
  }

  start(): void {
    this.#count = 0;
  }

  /** Where the next frame's cepstra are to be written; call `added` afterwards. */
  get next(): Float32Array {
    return this.#at(this.#count);
  }

  added(): void {
    this.#count++;
    if (this.#count > AHEAD) this.#compute(this.#count - 1 - AHEAD, this.#count);
  }

  /** The last frames, as if the sound went on as it ended. */
  finish(): void {
    const last = this.#count - 1;
    for (let frame = Math.max(0, this.#count - AHEAD); frame <= last; frame++)
      this.#compute(frame, this.#count);
  }

  #compute(frame: number, count: number): void {
    const from = (shift: number) => this.#at(Math.min(Math.max(frame + shift, 0), count - 1));
    const [m3, m2, m1, now, p1, p2, p3] = [-3, -2, -1, 0, 1, 2, 3].map(from) as [
      Float32Array,
      Float32Array,
      Float32Array,
      Float32Array,
      Float32Array,
      Float32Array,
      Float32Array,
    ];
    const features = this.#features;
    for (let i = 0; i < CEPSTRA; i++) {
      features[i] = now[i] as number;
      features[CEPSTRA + i] = (p2[i] as number) - (m2[i] as number);
      features[2 * CEPSTRA + i] =
        (p3[i] as number) - (m1[i] as number) - ((p1[i] as number) - (m3[i] as number));
    }
    this.#onFeatures(features);
  }

  #at(frame: number): Float32Array {
    return this.#cepstra[frame % REMEMBERED] as Float32Array;
  }
}

/** Writes the features of a frame inside a sound. @param cepstra [frame][cepstrum] */
export function featuresAt(
  cepstra: Float32Array,
  frame: number,
  features: Float32Array,
): Float32Array {
  for (let i = 0; i < CEPSTRA; i++) {
    const at = (shift: number) => cepstra[(frame + shift) * CEPSTRA + i] as number;
    features[i] = at(0);
    features[CEPSTRA + i] = at(2) - at(-2);
    features[2 * CEPSTRA + i] = at(3) - at(-1) - (at(1) - at(-3));
  }
  return features;
}
