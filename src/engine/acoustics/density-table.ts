/** The Gaussians laid out for speed, made once for the model and shared by all calls. */
import type { Gaussians } from './gaussians.ts';

export interface DensityTable {
  /** [codebook][stream][density][dimension]: mean and precision (1 / 2σ²) side by side. */
  readonly parameters: Float32Array;
  /** [codebook][stream][density]: the logarithm of the height. */
  readonly peaks: Float32Array;
}

export function densityTable({ means, variances, dimensions }: Gaussians): DensityTable {
  const parameters = new Float32Array(2 * means.length);
  const peaks = new Float32Array(means.length / dimensions);
  for (let i = 0; i < means.length; i++) {
    const variance = variances[i] as number;
    parameters[2 * i] = means[i] as number;
    parameters[2 * i + 1] = 0.5 / variance;
    const density = Math.floor(i / dimensions);
    peaks[density] = (peaks[density] as number) - 0.5 * Math.log(2 * Math.PI * variance);
  }
  return { parameters, peaks };
}
