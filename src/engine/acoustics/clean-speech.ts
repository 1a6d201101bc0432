/**
 * Estimates the clean speech in a noisy frame. For each kind of sound in the prior it is known what the
 * noise would add to each band; the frame tells how likely each kind is, and their average is taken away.
 * (Vector Taylor series compensation of features, P. Moreno 1996.) Bands the line does not carry are
 * filled in with what the likely kinds of sound have there.
 */
import { LineWidth, NARROW_BANDS } from './line-width.ts';
import { CEPSTRA, MEL_BANDS, SMOOTHED_BANDS } from './mel.ts';
import { NoiseLevel } from './noise-level.ts';
import { LOST_BANDS, type SpeechPrior } from './speech-prior.ts';

/** How much steady noise swings from frame to frame, in logarithmic bands. */
const NOISE_VARIANCE = 0.3;
const LEAST_VARIANCE = 0.05;
/** Noise and line change slowly: what follows from them is computed every so many frames. */
const REFRESH_FRAMES = 4;
/**
 * How far the mean of the voice stands above the quietest moment of the line, in natural logarithms: with noise of
 * 20 dB it lies 2 to 4 below, on a quiet line 6 to 10 above. A quiet line is heard best as it is (an estimate is
 * never quite right); between the two the change is made in part.
 */
const QUIET_ABOVE = 2;
const NOISY_BELOW = 0;
/** Kinds of sound less likely than this do not count. */
const LEAST_SHARE = 1e-4;

export class CleanSpeech {
  readonly #prior: SpeechPrior;
  readonly #noise = new NoiseLevel();
  readonly #width = new LineWidth();
  /** Clean speech of the mean loudness and colour of this line. */
  readonly #line = new Float64Array(MEL_BANDS);
  /** [component][band]: what the noise adds, how much of the sum is noise, what is heard, how surely. */
  readonly #added: Float32Array;
  readonly #noiseShare: Float32Array;
  readonly #heard: Float32Array;
  readonly #precision: Float32Array;
  /** [component]: the height of the density, with the component's weight. */
  readonly #heights: Float64Array;
  readonly #shares: Float64Array;
  readonly #change = new Float64Array(MEL_BANDS);
  readonly #surplus = new Float64Array(MEL_BANDS);
  #frames = 0;
  /** On a quiet line there is nothing to do. */
  #isIdle = true;

  constructor(prior: SpeechPrior) {
    const size = prior.components * MEL_BANDS;
    this.#prior = prior;
    this.#added = new Float32Array(size);
    this.#noiseShare = new Float32Array(size);
    this.#heard = new Float32Array(size);
    this.#precision = new Float32Array(size);
    this.#heights = new Float64Array(prior.components);
    this.#shares = new Float64Array(prior.components);
  }

  /** A new utterance begins. */
  start(): void {
    this.#noise.reset();
    this.#frames = 0;
  }

  /**
   * Changes the logarithmic bands of one frame in place.
   * @param mean the cepstral mean of the line
   */
  apply(bands: Float64Array, mean: Float64Array): void {
    this.#noise.listen(bands);
    this.#width.listen(bands);
    const isDue = this.#noise.isBeginning || this.#frames % REFRESH_FRAMES === 0;
    this.#frames++;
    if (isDue) this.#followLine(mean);
    const trust = this.#trust();
    const wasIdle = this.#isIdle;
    this.#isIdle = trust === 0 && !this.#width.isNarrow;
    if (this.#isIdle) return;
    if (isDue || wasIdle) this.#refresh();
    const carried = this.#width.isNarrow ? NARROW_BANDS : MEL_BANDS;
    this.#judge(bands, carried);
    this.#average(bands, carried);
    this.#noise.follow(this.#surplus);
    for (let band = 0; band < carried; band++)
      bands[band] = (bands[band] as number) - trust * (this.#change[band] as number);
    for (let band = carried; band < MEL_BANDS; band++) bands[band] = this.#change[band] as number;
  }

  /** How much of what the noise seems to add is taken away, 0 to 1. */
  #trust(): number {
    const voice = this.#line.reduce((sum, level) => sum + level, 0) / MEL_BANDS;
    const clearance = voice - this.#noise.floor;
    return Math.min(1, Math.max(0, (QUIET_ABOVE - clearance) / (QUIET_ABOVE - NOISY_BELOW)));
  }

  #followLine(mean: Float64Array): void {
    for (let band = 0; band < MEL_BANDS; band++) {
      let level = 0;
      for (let i = 0; i < CEPSTRA; i++)
        level += (SMOOTHED_BANDS[band * CEPSTRA + i] as number) * (mean[i] as number);
      this.#line[band] = level;
    }
  }

  /** What would be heard of each kind of sound, now that noise and line are as they are. */
  #refresh(): void {
    const { components, means, variances, logWeights } = this.#prior;
    const noise = this.#noise.bands;
    for (let component = 0; component < components; component++) {
      let height = logWeights[component] as number;
      for (let band = 0; band < MEL_BANDS; band++) {
        const place = component * MEL_BANDS + band;
        const clean = (means[place] as number) + (this.#line[band] as number);
        const ratio = Math.exp(Math.min((noise[band] as number) - clean, 50));
        const added = Math.log1p(ratio);
        const share = ratio / (1 + ratio);
        const variance =
          (1 - share) ** 2 * (variances[place] as number) +
          share ** 2 * NOISE_VARIANCE +
          LEAST_VARIANCE;
        this.#added[place] = added;
        this.#noiseShare[place] = share;
        this.#heard[place] = clean + added;
        this.#precision[place] = 0.5 / variance;
        if (band < NARROW_BANDS || !this.#width.isNarrow) height -= 0.5 * Math.log(variance);
      }
      this.#heights[component] = height;
    }
  }

  /** How likely each kind of sound is, from the bands the line carries. */
  #judge(bands: Float64Array, carried: number): void {
    const { components } = this.#prior;
    let best = -Infinity;
    for (let component = 0; component < components; component++) {
      const row = component * MEL_BANDS;
      let score = this.#heights[component] as number;
      for (let band = 0; band < carried; band++) {
        const distance = (bands[band] as number) - (this.#heard[row + band] as number);
        score -= distance * distance * (this.#precision[row + band] as number);
      }
      this.#shares[component] = score;
      if (score > best) best = score;
    }
    let sum = 0;
    for (let component = 0; component < components; component++) {
      const likelihood = Math.exp((this.#shares[component] as number) - best);
      this.#shares[component] = likelihood;
      sum += likelihood;
    }
    for (let component = 0; component < components; component++)
      this.#shares[component] = (this.#shares[component] as number) / sum;
  }

  /** The average over the likely kinds: what noise added, or for bands not carried the clean speech itself. */
  #average(bands: Float64Array, carried: number): void {
    const { components, means } = this.#prior;
    this.#change.fill(0);
    this.#surplus.fill(0);
    for (let component = 0; component < components; component++) {
      const share = this.#shares[component] as number;
      if (share < LEAST_SHARE) continue;
      const row = component * MEL_BANDS;
      for (let band = 0; band < carried; band++) {
        const unexpected = (bands[band] as number) - (this.#heard[row + band] as number);
        this.#change[band] =
          (this.#change[band] as number) + share * (this.#added[row + band] as number);
        this.#surplus[band] =
          (this.#surplus[band] as number) +
          share * (this.#noiseShare[row + band] as number) * unexpected;
      }
      for (let band = carried; band < MEL_BANDS; band++)
        this.#change[band] =
          (this.#change[band] as number) +
          share *
            ((means[row + band] as number) +
              (this.#line[band] as number) +
              this.#raised(bands, component, band - carried));
    }
  }

  /** How far a lost band lies above the mean of a kind of sound, judged by the bands that are heard. */
  #raised(bands: Float64Array, component: number, lost: number): number {
    const { slopes } = this.#prior;
    const row = component * MEL_BANDS;
    const slope = (component * LOST_BANDS + lost) * NARROW_BANDS;
    let sum = 0;
    for (let band = 0; band < NARROW_BANDS; band++) {
      const unexpected = (bands[band] as number) - (this.#heard[row + band] as number);
      const speech = 1 - (this.#noiseShare[row + band] as number);
      sum += (slopes[slope + band] as number) * speech * unexpected;
    }
    return sum;
  }
}
