/** The CMU en-us acoustic model (phonetically tied mixtures), read once and shared by all calls. */
import { join } from 'node:path';
import { readGaussians, type Gaussians } from './gaussians.ts';
import { readPhones, STATES_PER_PHONE, type Phones } from './phones.ts';
import { SphinxFile } from './sphinx-file.ts';

const TRANSITION_FLOOR = 1e-4;

export interface AcousticModel {
  readonly phones: Phones;
  readonly gaussians: Gaussians;
  /** [senone][stream][density]: negative logarithms, base 1.0001, divided by 1024. */
  readonly mixtureWeights: Uint8Array;
  /** [transition matrix][state]: natural logarithms of staying and of going on. */
  readonly stay: Float32Array;
  readonly advance: Float32Array;
}

/** @param folder holds mdef, means, variances, sendump and transition_matrices. */
export function readAcousticModel(folder: string): AcousticModel {
  const phones = readPhones(join(folder, 'mdef'));
  const gaussians = readGaussians(join(folder, 'means'), join(folder, 'variances'));
  return {
    phones,
    gaussians,
    mixtureWeights: readMixtureWeights(join(folder, 'sendump'), phones, gaussians),
    ...readTransitions(join(folder, 'transition_matrices')),
  };
}

function readMixtureWeights(path: string, phones: Phones, gaussians: Gaussians): Uint8Array {
  const { bytes } = new SphinxFile(path);
  const { senoneCount } = phones;
  const rows = gaussians.streams * gaussians.densities;
  // The header is of no fixed size; the weights are all that follows it.
  const start = bytes.length - rows * senoneCount;
  if (start <= 0 || start > 4096) throw new Error(`${path} does not fit the model definition`);
  const weights = new Uint8Array(rows * senoneCount);
  // Turned round, so that the weights of one senone lie together.
  for (let row = 0; row < rows; row++) {
    const from = start + row * senoneCount;
    for (let senone = 0; senone < senoneCount; senone++)
      weights[senone * rows + row] = bytes[from + senone] as number;
  }
  return weights;
}

function readTransitions(path: string): Pick<AcousticModel, 'stay' | 'advance'> {
  const file = new SphinxFile(path).skipHeader();
  const matrices = file.int32();
  const from = file.int32();
  const to = file.int32();
  if (from !== STATES_PER_PHONE) throw new Error(`${path} is not for phones of 3 states`);
  file.offset += 4;
  const stay = new Float32Array(matrices * from);
  const advance = new Float32Array(matrices * from);
  for (let row = 0; row < matrices * from; row++) {
    const state = row % from;
    const counts = file.float32s(to);
    const total = counts.reduce((sum, count) => sum + count, 0);
    stay[row] = Math.log(Math.max((counts[state] ?? 0) / total, TRANSITION_FLOOR));
    advance[row] = Math.log(Math.max((counts[state + 1] ?? 0) / total, TRANSITION_FLOOR));
  }
  return { stay, advance };
}
