/** From a power spectrum to 25 mel bands, and from their logarithms to 13 cepstra. */
import { BIN_HZ, SPECTRUM_BINS } from './power-spectrum.ts';

export const MEL_BANDS = 25;
export const CEPSTRA = 13;

const LOWEST_HZ = 130;
const HIGHEST_HZ = 6_800;
const LIFTER = 22;

function melOf(hz: number): number {
  return 2595 * Math.log10(1 + hz / 700);
}

function hzOf(mel: number): number {
  return 700 * (10 ** (mel / 2595) - 1);
}

interface Filter {
  readonly firstBin: number;
  readonly weights: Float64Array;
}

/** Triangles of equal area for each band. */
export type MelFilters = readonly Filter[];

/**
 * Edges on whole bins of the spectrum, as the model was trained.
 * @param warp 1 as the model was trained; less for filters that lie lower, as suits a longer vocal tract
 */
export function melFilters(warp: number): MelFilters {
  const width = (melOf(HIGHEST_HZ) - melOf(LOWEST_HZ)) / (MEL_BANDS + 1);
  return Array.from({ length: MEL_BANDS }, (_, band) => {
    const [low = 0, middle = 0, high = 0] = [0, 1, 2].map(
      (edge) =>
        Math.round((warp * hzOf(melOf(LOWEST_HZ) + (band + edge) * width)) / BIN_HZ) * BIN_HZ,
    );
    const firstBin = Math.floor(low / BIN_HZ) + 1;
    const lastBin = Math.min(Math.ceil(high / BIN_HZ) - 1, SPECTRUM_BINS - 1);
    const weights = Float64Array.from({ length: lastBin - firstBin + 1 }, (__, i) => {
      const hz = (firstBin + i) * BIN_HZ;
      const height = Math.min((hz - low) / (middle - low), (high - hz) / (high - middle));
      return (height * 2) / (high - low);
    });
    return { firstBin, weights };
  });
}

const LIFT = Float64Array.from(
  { length: CEPSTRA },
  (_, i) => 1 + (LIFTER / 2) * Math.sin((i * Math.PI) / LIFTER),
);

function cosine(cepstrum: number, band: number): number {
  const scale = Math.sqrt((cepstrum === 0 ? 1 : 2) / MEL_BANDS);
  return scale * Math.cos((Math.PI * cepstrum * (band + 0.5)) / MEL_BANDS);
}

/** [cepstrum][band]: from logarithmic bands to liftered cepstra. */
const CEPSTRA_OF_BANDS = Float64Array.from({ length: CEPSTRA * MEL_BANDS }, (_, i) => {
  const cepstrum = Math.floor(i / MEL_BANDS);
  return (LIFT[cepstrum] as number) * cosine(cepstrum, i % MEL_BANDS);
});

/** [band][cepstrum]: back again, with the detail smoothed away that the cepstra do not hold. */
export const SMOOTHED_BANDS = Float64Array.from({ length: MEL_BANDS * CEPSTRA }, (_, i) => {
  const cepstrum = i % CEPSTRA;
  return cosine(cepstrum, Math.floor(i / CEPSTRA)) / (LIFT[cepstrum] as number);
});

/** Writes the energy of `MEL_BANDS` bands. */
export function melBands(
  power: Float64Array | Float32Array,
  filters: MelFilters,
  bands: Float64Array,
): void {
  for (let band = 0; band < MEL_BANDS; band++) {
    const { firstBin, weights } = filters[band] as Filter;
    let sum = 0;
    for (let i = 0; i < weights.length; i++)
      sum += (weights[i] as number) * (power[firstBin + i] as number);
    bands[band] = sum;
  }
}

/** Writes `CEPSTRA` cepstra of the logarithms of the bands. */
export function cepstraOf(logBands: Float64Array, cepstra: Float64Array): void {
  for (let i = 0; i < CEPSTRA; i++) {
    let sum = 0;
    for (let band = 0; band < MEL_BANDS; band++)
      sum += (CEPSTRA_OF_BANDS[i * MEL_BANDS + band] as number) * (logBands[band] as number);
    cepstra[i] = sum;
  }
}
