/** What clean speech looks like in mel bands: a small mixture, drawn from the acoustic model's own densities. */
import type { AcousticModel } from './acoustic-model.ts';
import { gatherDensities, type Cluster } from './density-clusters.ts';
import { NARROW_BANDS } from './line-width.ts';
import { CEPSTRA, MEL_BANDS, SMOOTHED_BANDS } from './mel.ts';
import type { Phones } from './phones.ts';
import { inverse } from './small-matrix.ts';

const CLUSTERS_PER_PHONE = 6;
/** Detail of a spectrum that 13 cepstra leave out, as a variance of logarithmic bands. */
const DETAIL_VARIANCE = 0.4;
/** Of all frames of a call, so many hold no speech, and so many a cough or a click. */
const SILENCE_SHARE = 0.3;
const NOISE_SHARE = 0.01;

/** Logarithmic mel bands, relative to the mean of the line. */
export interface SpeechPrior {
  readonly components: number;
  /** [component][band] */
  readonly means: Float64Array;
  readonly variances: Float64Array;
  readonly logWeights: Float64Array;
  /**
   * [component][band above a telephone line][band below]: how the one goes with the other, in sounds of this kind.
   */
  readonly slopes: Float32Array;
}

/** Bands that a telephone line does not carry. */
export const LOST_BANDS = MEL_BANDS - NARROW_BANDS;

export function speechPrior({ gaussians, phones }: AcousticModel): SpeechPrior {
  const components = gaussians.codebooks * CLUSTERS_PER_PHONE;
  const prior = {
    components,
    means: new Float64Array(components * MEL_BANDS),
    variances: new Float64Array(components * MEL_BANDS),
    logWeights: new Float64Array(components),
    slopes: new Float32Array(components * LOST_BANDS * NARROW_BANDS),
  };
  for (let phone = 0; phone < gaussians.codebooks; phone++) {
    const share = shareOf(phone, phones) / gaussians.densities;
    for (const [i, cluster] of gatherDensities(gaussians, phone, CLUSTERS_PER_PHONE).entries()) {
      const component = phone * CLUSTERS_PER_PHONE + i;
      prior.logWeights[component] = Math.log(share * cluster.members.length);
      writeBands(cluster, prior, component * MEL_BANDS);
      writeSlopes(cluster, prior, component);
    }
  }
  return prior;
}

function shareOf(phone: number, { isFiller, silence }: Phones): number {
  if (phone === silence) return SILENCE_SHARE;
  const fillers = isFiller.reduce((count, filler) => count + filler, 0);
  return isFiller[phone]
    ? NOISE_SHARE / (fillers - 1)
    : (1 - SILENCE_SHARE - NOISE_SHARE) / (isFiller.length - fillers);
}

/** From cepstra to the logarithmic bands they stand for. */
function writeBands({ mean, variance }: Cluster, prior: SpeechPrior, row: number): void {
  for (let band = 0; band < MEL_BANDS; band++) {
    let bandMean = 0;
    let bandVariance = DETAIL_VARIANCE;
    for (let i = 0; i < CEPSTRA; i++) {
      const weight = SMOOTHED_BANDS[band * CEPSTRA + i] as number;
      bandMean += weight * (mean[i] as number);
      bandVariance += weight * weight * (variance[i] as number);
    }
    prior.means[row + band] = bandMean;
    prior.variances[row + band] = bandVariance;
  }
}

/** What follows for the lost bands from those that are heard (the conditional mean of a normal distribution). */
function writeSlopes({ variance }: Cluster, { slopes }: SpeechPrior, component: number): void {
  const covariance = (a: number, b: number): number => {
    let sum = a === b ? DETAIL_VARIANCE : 0;
    for (let i = 0; i < CEPSTRA; i++)
      sum +=
        (SMOOTHED_BANDS[a * CEPSTRA + i] as number) *
        (SMOOTHED_BANDS[b * CEPSTRA + i] as number) *
        (variance[i] as number);
    return sum;
  };
  const heard = Float64Array.from({ length: NARROW_BANDS ** 2 }, (_, i) =>
    covariance(Math.floor(i / NARROW_BANDS), i % NARROW_BANDS),
  );
  const back = inverse(heard, NARROW_BANDS);
  for (let lost = 0; lost < LOST_BANDS; lost++)
    for (let band = 0; band < NARROW_BANDS; band++) {
      let slope = 0;
      for (let i = 0; i < NARROW_BANDS; i++)
        slope += covariance(NARROW_BANDS + lost, i) * (back[i * NARROW_BANDS + band] as number);
      slopes[(component * LOST_BANDS + lost) * NARROW_BANDS + band] = slope;
    }
}
