/** What clean speech looks like in mel bands: a small mixture, drawn from the acoustic model's own densities. */
import type { AcousticModel } from './acoustic-model.ts';
import { gatherDensities, type Cluster } from './density-clusters.ts';
import { CEPSTRA, MEL_BANDS, SMOOTHED_BANDS } from './mel.ts';
import type { Phones } from './phones.ts';

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
}

export function speechPrior({ gaussians, phones }: AcousticModel): SpeechPrior {
  const components = gaussians.codebooks * CLUSTERS_PER_PHONE;
  const prior = {
    components,
    means: new Float64Array(components * MEL_BANDS),
    variances: new Float64Array(components * MEL_BANDS),
    logWeights: new Float64Array(components),
  };
  for (let phone = 0; phone < gaussians.codebooks; phone++) {
    const share = shareOf(phone, phones) / gaussians.densities;
    for (const [i, cluster] of gatherDensities(gaussians, phone, CLUSTERS_PER_PHONE).entries()) {
      const component = phone * CLUSTERS_PER_PHONE + i;
      prior.logWeights[component] = Math.log(share * cluster.members.length);
      writeBands(cluster, prior, component * MEL_BANDS);
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
