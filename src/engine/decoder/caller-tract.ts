/** Learns the length of the caller's vocal tract from the words that were surely heard. */
import type { CepstralMean } from '#engine/acoustics/cepstral-mean.ts';
import { CEPSTRA, melFilters, type MelFilters } from '#engine/acoustics/mel.ts';
import type { PhoneFit } from '#engine/acoustics/phone-fit.ts';
import {
  chooseWarp,
  NO_EVIDENCE,
  WARPS,
  type TractEvidence,
} from '#engine/acoustics/vocal-tract.ts';
import type { WarpedSound } from '#engine/acoustics/warped-sound.ts';
import type { Hypothesis } from '#engine/recognizer.ts';

const FILTERS: readonly MelFilters[] = WARPS.map(melFilters);
const FRAME_MS = 10;
const SURE_ABOVE = 0.6;
/** Frames on either side of a word that its slopes need. */
const AROUND = 3;
/** After six seconds of words the choice stands. */
const ENOUGH_FRAMES = 600;

export class CallerTract {
  readonly #fit: PhoneFit;
  readonly #mean: CepstralMean;
  #chosen = WARPS.indexOf(1);
  #evidence: TractEvidence = NO_EVIDENCE;
  /** [warp]: sums of the cepstra of all frames that were looked at. */
  readonly #sums = WARPS.map(() => new Float64Array(CEPSTRA));
  #counted = 0;

  constructor(fit: PhoneFit, mean: CepstralMean) {
    this.#fit = fit;
    this.#mean = mean;
  }

  get filters(): MelFilters {
    return FILTERS[this.#chosen] as MelFilters;
  }

  /** @param phonesOf the ways in which a word sounds */
  learn(
    sound: WarpedSound,
    { words, rejected }: Hypothesis,
    phonesOf: (word: string) => readonly (readonly number[])[],
  ): void {
    if (rejected || this.#evidence.frames > ENOUGH_FRAMES) return;
    const sure = words
      .filter(({ confidence }) => confidence > SURE_ABOVE)
      .map(({ word, startMs, endMs }) => ({
        ways: phonesOf(word),
        first: startMs / FRAME_MS - AROUND,
        end: endMs / FRAME_MS + AROUND,
      }))
      .filter(({ first, end }) => first >= 0 && end <= sound.frames);
    const heard = sure.map(({ first, end }) =>
      FILTERS.map((filters, warp) => this.#hear(sound, filters, warp, first, end)),
    );
    for (const [i, { ways, first, end }] of sure.entries()) {
      const scores = WARPS.map((_, warp) => {
        const cepstra = this.#withoutMean(heard[i]?.[warp] as Float32Array, warp);
        return Math.max(...ways.map((phones) => this.#fit.score(cepstra, phones)));
      });
      if (!scores.every(Number.isFinite)) continue;
      const frames = end - first - 2 * AROUND;
      this.#evidence = {
        frames: this.#evidence.frames + frames,
        scores: this.#evidence.scores.map((score, warp) => score + (scores[warp] as number)),
      };
    }
    this.#choose();
  }

  #choose(): void {
    const chosen = chooseWarp(this.#evidence, this.#chosen);
    if (chosen === this.#chosen) return;
    this.#mean.shift(this.#offset(chosen));
    this.#chosen = chosen;
  }

  #hear(
    sound: WarpedSound,
    filters: MelFilters,
    warp: number,
    first: number,
    end: number,
  ): Float32Array {
    const heard = new Float32Array((end - first) * CEPSTRA);
    const sums = this.#sums[warp] as Float64Array;
    for (let frame = first; frame < end; frame++) {
      const cepstra = sound.cepstra(frame, filters);
      heard.set(cepstra, (frame - first) * CEPSTRA);
      for (let i = 0; i < CEPSTRA; i++) sums[i] = (sums[i] as number) + (cepstra[i] as number);
    }
    if (warp === 0) this.#counted += end - first;
    return heard;
  }

  #withoutMean(cepstra: Float32Array, warp: number): Float32Array {
    const offset = this.#offset(warp);
    return cepstra.map(
      (value, i) =>
        value - (this.#mean.now[i % CEPSTRA] as number) - (offset[i % CEPSTRA] as number),
    );
  }

  /** How the mean through these filters differs from that through the chosen ones. */
  #offset(warp: number): Float64Array {
    const now = this.#sums[this.#chosen] as Float64Array;
    return (this.#sums[warp] as Float64Array).map(
      (sum, i) => (sum - (now[i] as number)) / this.#counted,
    );
  }
}
