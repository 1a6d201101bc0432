/** The densities of the acoustic model: for each codebook and stream 128 Gaussians of 13 dimensions. */
import { SphinxFile } from './sphinx-file.ts';

const VARIANCE_FLOOR = 1e-4;

export interface Gaussians {
  readonly codebooks: number;
  /** Cepstra, their slopes and their curvatures. */
  readonly streams: number;
  readonly densities: number;
  readonly dimensions: number;
  /** [codebook][stream][density][dimension] */
  readonly means: Float32Array;
  readonly variances: Float32Array;
}

interface Table {
  readonly shape: readonly [codebooks: number, streams: number, densities: number, size: number];
  readonly values: Float32Array;
}

/** @throws when the two files do not belong together. */
export function readGaussians(meansPath: string, variancesPath: string): Gaussians {
  const means = readTable(meansPath);
  const variances = readTable(variancesPath);
  if (means.shape.join() !== variances.shape.join())
    throw new Error(`${meansPath} and ${variancesPath} differ in shape`);
  const [codebooks, streams, densities, dimensions] = means.shape;
  return {
    codebooks,
    streams,
    densities,
    dimensions,
    means: means.values,
    variances: variances.values.map((variance) => Math.max(variance, VARIANCE_FLOOR)),
  };
}

function readTable(path: string): Table {
  const file = new SphinxFile(path).skipHeader();
  const codebooks = file.int32();
  const streams = file.int32();
  const densities = file.int32();
  const sizes = Array.from({ length: streams }, () => file.int32());
  const size = sizes[0] ?? 0;
  if (sizes.some((other) => other !== size)) throw new Error(`${path} has streams of unequal size`);
  return {
    shape: [codebooks, streams, densities, size],
    values: file.float32s(file.int32()),
  };
}
