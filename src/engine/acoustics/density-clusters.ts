/** Gathers the 128 densities of a phone round a few centres (k-means): a coarser picture of the same sound. */
import type { Gaussians } from './gaussians.ts';

const ROUNDS = 8;

export interface Cluster {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  /** Never empty: at worst the density it began with. */
  readonly members: readonly number[];
}

/** Only the cepstra themselves, not their slopes. */
export function gatherDensities(gaussians: Gaussians, phone: number, count: number): Cluster[] {
  const { streams, densities, dimensions } = gaussians;
  const first = phone * streams * densities;
  const vectors = (values: Float32Array) =>
    Array.from({ length: densities }, (_, density) =>
      values.subarray((first + density) * dimensions, (first + density + 1) * dimensions),
    );
  const means = vectors(gaussians.means);
  const variances = vectors(gaussians.variances);
  const everything = [...means.keys()];
  const scale = average(variances, everything, dimensions);

  const seeds = Array.from({ length: count }, (_, i) =>
    Math.floor(((i + 0.5) * densities) / count),
  );
  let centres = seeds.map((seed): Float64Array => Float64Array.from(means[seed] ?? []));
  let members: number[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    members = centres.map(() => []);
    for (const [density, mean] of means.entries())
      members[nearest(mean, centres, scale)]?.push(density);
    members = members.map((own, i) => (own.length > 0 ? own : [seeds[i] ?? 0]));
    centres = members.map((own) => average(means, own, dimensions));
  }
  return centres.map((mean, i) => {
    const own = members[i] ?? [];
    const inner = average(variances, own, dimensions);
    const variance = mean.map((centre, d) =>
      own.reduce(
        (sum, density) => sum + ((means[density]?.[d] ?? 0) - centre) ** 2 / own.length,
        inner[d] as number,
      ),
    );
    return { mean, variance, members: own };
  });
}

/** The average of some of the vectors. */
function average(
  vectors: readonly Float32Array[],
  chosen: readonly number[],
  dimensions: number,
): Float64Array {
  return Float64Array.from({ length: dimensions }, (_, d) =>
    chosen.reduce((sum, i) => sum + (vectors[i]?.[d] ?? 0) / chosen.length, 0),
  );
}

function nearest(
  vector: Float32Array,
  centres: readonly Float64Array[],
  scale: Float64Array,
): number {
  let best = 0;
  let smallest = Infinity;
  for (const [i, centre] of centres.entries()) {
    let distance = 0;
    for (let d = 0; d < centre.length; d++)
      distance += ((vector[d] as number) - (centre[d] as number)) ** 2 / (scale[d] as number);
    if (distance >= smallest) continue;
    smallest = distance;
    best = i;
  }
  return best;
}
