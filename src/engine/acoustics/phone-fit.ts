/** How well a stretch of sound fits a row of phones, wherever in it each of them begins. */
import type { DensityTable } from './density-table.ts';
import { FEATURES, featuresAt, FRAMES_AROUND } from './features.ts';
import type { Gaussians } from './gaussians.ts';
import { CEPSTRA } from './mel.ts';

export class PhoneFit {
  readonly #gaussians: Gaussians;
  readonly #table: DensityTable;
  readonly #features: Float32Array;

  constructor(gaussians: Gaussians, table: DensityTable) {
    this.#gaussians = gaussians;
    this.#table = table;
    this.#features = new Float32Array(FEATURES);
  }

  /**
   * @param cepstra without the mean, [frame][cepstrum]; the first and the last three frames are only for slopes
   * @returns the logarithm of the likelihood, of the best places of the phones
   */
  score(cepstra: Float32Array, phones: readonly number[]): number {
    const frames = cepstra.length / CEPSTRA;
    const path = new Float64Array(phones.length).fill(-Infinity);
    path[0] = 0;
    for (let frame = FRAMES_AROUND; frame < frames - FRAMES_AROUND; frame++) {
      featuresAt(cepstra, frame, this.#features);
      for (let i = phones.length - 1; i >= 0; i--) {
        const begun = frame > FRAMES_AROUND && i > 0 ? (path[i - 1] as number) : -Infinity;
        const best = Math.max(path[i] as number, begun);
        path[i] = best === -Infinity ? best : best + this.#height(phones[i] as number);
      }
    }
    return path.at(-1) ?? -Infinity;
  }

  /** The best density of each stream. */
  #height(codebook: number): number {
    const { streams, densities } = this.#gaussians;
    const { parameters, peaks } = this.#table;
    let height = 0;
    for (let stream = 0; stream < streams; stream++) {
      const first = (codebook * streams + stream) * densities;
      let best = -Infinity;
      for (let density = first; density < first + densities; density++) {
        let score = peaks[density] as number;
        let parameter = density * 2 * CEPSTRA;
        for (let i = stream * CEPSTRA; i < (stream + 1) * CEPSTRA; i++) {
          const distance = (this.#features[i] as number) - (parameters[parameter] as number);
          score -= distance * distance * (parameters[parameter + 1] as number);
          if (score < best) break;
          parameter += 2;
        }
        if (score > best) best = score;
      }
      height += best;
    }
    return height;
  }
}
