/** How well one frame fits each senone: the four best densities of each codebook, weighed by the senone. */
import type { AcousticModel } from './acoustic-model.ts';
import type { DensityTable } from './density-table.ts';
import { CEPSTRA } from './mel.ts';
import { STATES_PER_PHONE } from './phones.ts';

const BEST = 4;
/** A phone that fits so much worse than the best is looked at closely only every so many frames. */
const FAR_BELOW = 12;
const CLOSE_LOOK_FRAMES = 4;
/** Mixture weights as plain factors. */
export const WEIGHT = Float64Array.from({ length: 256 }, (_, i) =>
  Math.exp(-i * 1024 * Math.log(1.0001)),
);

export class SenoneScores {
  readonly #model: AcousticModel;
  readonly #table: DensityTable;
  /** [codebook][stream][rank] */
  readonly #densities: Uint8Array;
  readonly #scores: Float64Array;
  /** The same scores as factors, the best being 1. */
  readonly #factors: Float64Array;
  /** [codebook]: the sum over the streams of the best score. */
  readonly #heights: Float64Array;
  readonly #senoneScores: Float32Array;
  readonly #senoneFrame: Int32Array;
  #frame = 0;
  #highest = -Infinity;

  constructor(model: AcousticModel, table: DensityTable) {
    const { codebooks, streams } = model.gaussians;
    this.#model = model;
    this.#table = table;
    this.#densities = new Uint8Array(codebooks * streams * BEST);
    this.#scores = new Float64Array(codebooks * streams * BEST);
    this.#factors = new Float64Array(codebooks * streams * BEST);
    this.#heights = new Float64Array(codebooks);
    this.#senoneScores = new Float32Array(model.phones.senoneCount);
    this.#senoneFrame = new Int32Array(model.phones.senoneCount);
    for (let i = 0; i < this.#densities.length; i++) this.#densities[i] = i % BEST;
  }

  /** Looks at a new frame; the scores that follow are its. @param only codebooks, all where it is left out */
  look(features: Float32Array, only?: readonly number[]): void {
    this.#frame++;
    if (only) {
      for (const codebook of only) this.#heights[codebook] = this.#lookAt(codebook, features, true);
      return;
    }
    const { codebooks } = this.#model.gaussians;
    const near = this.#highest - FAR_BELOW;
    this.#highest = -Infinity;
    for (let codebook = 0; codebook < codebooks; codebook++) {
      // A phone that was far off may be near now: last time's densities tell.
      const due = (this.#frame + codebook) % CLOSE_LOOK_FRAMES === 0;
      let isClose = due || (this.#heights[codebook] as number) > near;
      let height = this.#lookAt(codebook, features, isClose);
      if (!isClose && height > near) {
        isClose = true;
        height = this.#lookAt(codebook, features, isClose);
      }
      this.#heights[codebook] = height;
      if (height > this.#highest) this.#highest = height;
    }
  }

  /** @returns the height of one codebook */
  #lookAt(codebook: number, features: Float32Array, isClose: boolean): number {
    const { streams } = this.#model.gaussians;
    let height = 0;
    for (let stream = 0; stream < streams; stream++) {
      const place = (codebook * streams + stream) * BEST;
      this.#scoreBest(features, stream, place);
      if (isClose) this.#findBetter(features, stream, place);
      const best = this.#scores[place] as number;
      height += best;
      for (let i = 0; i < BEST; i++)
        this.#factors[place + i] = Math.exp((this.#scores[place + i] as number) - best);
    }
    return height;
  }

  /** The logarithm of the likelihood of the frame in one senone. */
  of(senone: number): number {
    if (this.#senoneFrame[senone] === this.#frame) return this.#senoneScores[senone] as number;
    const score = this.#compute(senone);
    this.#senoneFrame[senone] = this.#frame;
    this.#senoneScores[senone] = score;
    return score;
  }

  /** How much each of the best densities has to do with the frame, if the frame was in this senone. */
  tellShares(senone: number, tell: (density: number, stream: number, share: number) => void): void {
    const { streams, densities } = this.#model.gaussians;
    const codebook = this.#model.phones.codebookOf[senone] as number;
    for (let stream = 0; stream < streams; stream++) {
      const row = (senone * streams + stream) * densities;
      const place = (codebook * streams + stream) * BEST;
      const weightOf = (i: number): number =>
        (this.#factors[i] as number) *
        (WEIGHT[
          this.#model.mixtureWeights[row + (this.#densities[i] as number)] as number
        ] as number);
      let sum = 0;
      for (let i = place; i < place + BEST; i++) sum += weightOf(i);
      const first = (codebook * streams + stream) * densities;
      for (let i = place; i < place + BEST; i++)
        tell(first + (this.#densities[i] as number), stream, weightOf(i) / sum);
    }
  }

  /** The score of the phone, of any kind, that fits the frame best. */
  bestPhone(): number {
    const { names, senones } = this.#model.phones;
    let best = -Infinity;
    for (let i = 0; i < names.length * STATES_PER_PHONE; i++)
      best = Math.max(best, this.of(senones[i] as number));
    return best;
  }

  #compute(senone: number): number {
    const { streams, densities } = this.#model.gaussians;
    const weights = this.#model.mixtureWeights;
    const codebook = this.#model.phones.codebookOf[senone] as number;
    let product = 1;
    for (let stream = 0; stream < streams; stream++) {
      const row = (senone * streams + stream) * densities;
      const place = (codebook * streams + stream) * BEST;
      let sum = 0;
      for (let i = place; i < place + BEST; i++) {
        const weight = weights[row + (this.#densities[i] as number)] as number;
        sum += (this.#factors[i] as number) * (WEIGHT[weight] as number);
      }
      product *= sum;
    }
    return (this.#heights[codebook] as number) + Math.log(product);
  }

  /** The best densities of the frame before: likely to be good again. */
  #scoreBest(features: Float32Array, stream: number, place: number): void {
    const first = (place / BEST) * this.#model.gaussians.densities;
    for (let i = place; i < place + BEST; i++) {
      const density = first + (this.#densities[i] as number);
      this.#scores[i] = this.#density(features, stream, density, -Infinity);
      this.#moveUp(place, i);
    }
  }

  /** Puts better densities in the place of those known; beside these most others fail early. */
  #findBetter(features: Float32Array, stream: number, place: number): void {
    const { densities } = this.#model.gaussians;
    const ranks = this.#densities;
    const scores = this.#scores;
    const first = (place / BEST) * densities;
    const a = ranks[place];
    const b = ranks[place + 1];
    const c = ranks[place + 2];
    const d = ranks[place + 3];
    const last = place + BEST - 1;
    for (let density = 0; density < densities; density++) {
      const worst = scores[last] as number;
      const score = this.#density(features, stream, first + density, worst);
      if (score <= worst || density === a || density === b || density === c || density === d)
        continue;
      scores[last] = score;
      ranks[last] = density;
      this.#moveUp(place, last);
    }
  }

  /** The score of one density, or anything below `worst` as soon as it is worse than that. */
  #density(features: Float32Array, stream: number, density: number, worst: number): number {
    const { parameters, peaks } = this.#table;
    const feature = stream * CEPSTRA;
    let score = peaks[density] as number;
    let parameter = density * 2 * CEPSTRA;
    for (let i = feature; i < feature + CEPSTRA; i++) {
      const distance = (features[i] as number) - (parameters[parameter] as number);
      score -= distance * distance * (parameters[parameter + 1] as number);
      if (score < worst) return score;
      parameter += 2;
    }
    return score;
  }

  /** Moves the entry `at` up to its rank among those from `top` on. */
  #moveUp(top: number, at: number): void {
    const score = this.#scores[at] as number;
    const density = this.#densities[at] as number;
    let to = at;
    while (to > top && (this.#scores[to - 1] as number) < score) {
      this.#scores[to] = this.#scores[to - 1] as number;
      this.#densities[to] = this.#densities[to - 1] as number;
      to--;
    }
    this.#scores[to] = score;
    this.#densities[to] = density;
  }
}
