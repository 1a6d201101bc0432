/**
 * What is known of how a caller's cepstra differ from those the acoustic model expects: sums from which the likeliest
 * linear map is worked out (`caller-map.ts`).
 */
import type { AcousticModel } from './acoustic-model.ts';
import type { Gaussians } from './gaussians.ts';
import { CEPSTRA } from './mel.ts';
import { STATES_PER_PHONE } from './phones.ts';
import { WEIGHT } from './senone-scores.ts';

/** The cepstra, and a 1 for the offset. */
export const EXTENDED = CEPSTRA + 1;

export interface CallerEvidence {
  frames: number;
  /** [row of the map][i][j]: products of what was heard, each weighed by how exactly the model knows the row. */
  readonly heard: Float64Array;
  /** [row][i]: the same with what was expected. */
  readonly expected: Float64Array;
}

export function noEvidence(): CallerEvidence {
  return {
    frames: 0,
    heard: new Float64Array(CEPSTRA * EXTENDED * EXTENDED),
    expected: new Float64Array(CEPSTRA * EXTENDED),
  };
}

/**
 * One frame of one stream; the slopes and the curvatures have no offset, so their last number is 0.
 * @param density that the frame came from
 * @param share how surely it did, 0 to 1
 */
export function addFrame(
  { heard, expected }: CallerEvidence,
  { means, variances }: Gaussians,
  frame: Float64Array,
  density: number,
  share: number,
): void {
  const first = density * CEPSTRA;
  for (let row = 0; row < CEPSTRA; row++) {
    const precision = share / (variances[first + row] as number);
    const target = precision * (means[first + row] as number);
    for (let i = 0; i < EXTENDED; i++) {
      const place = row * EXTENDED + i;
      const value = frame[i] as number;
      expected[place] = (expected[place] as number) + target * value;
      const line = place * EXTENDED;
      for (let j = 0; j < EXTENDED; j++)
        heard[line + j] = (heard[line + j] as number) + precision * value * (frame[j] as number);
    }
  }
}

/** What one frame of all kinds of speech would tell, if the caller spoke just as the model expects. */
export function averageCaller(model: AcousticModel): CallerEvidence {
  const { gaussians, phones } = model;
  const evidence = noEvidence();
  const frame = new Float64Array(EXTENDED);
  const speech = [...phones.names.keys()].filter((phone) => !phones.isFiller[phone]);
  for (const phone of speech)
    for (let stream = 0; stream < gaussians.streams; stream++) {
      const first = (phone * gaussians.streams + stream) * gaussians.densities;
      frame[CEPSTRA] = stream === 0 ? 1 : 0;
      for (const [i, share] of sharesOf(model, phone, stream).entries()) {
        const from = (first + i) * CEPSTRA;
        frame.set(gaussians.means.subarray(from, from + CEPSTRA));
        addFrame(evidence, gaussians, frame, first + i, share / speech.length);
        addScatter(evidence, gaussians, first + i, share / speech.length);
      }
    }
  evidence.frames = 1;
  return evidence;
}

/** Frames lie about the mean of their density, not on it; what is expected is the mean. */
function addScatter(
  { heard }: CallerEvidence,
  { variances }: Gaussians,
  density: number,
  share: number,
): void {
  const first = density * CEPSTRA;
  for (let row = 0; row < CEPSTRA; row++) {
    const precision = share / (variances[first + row] as number);
    for (let i = 0; i < CEPSTRA; i++) {
      const place = (row * EXTENDED + i) * EXTENDED + i;
      heard[place] = (heard[place] as number) + precision * (variances[first + i] as number);
    }
  }
}

/** How often each density of a phone is to be expected, whatever its neighbours. */
function sharesOf(
  { gaussians, phones, mixtureWeights }: AcousticModel,
  phone: number,
  stream: number,
): Float64Array {
  const shares = new Float64Array(gaussians.densities);
  for (let state = 0; state < STATES_PER_PHONE; state++) {
    const senone = phones.senones[phone * STATES_PER_PHONE + state] as number;
    const row = (senone * gaussians.streams + stream) * gaussians.densities;
    for (let i = 0; i < shares.length; i++)
      shares[i] = (shares[i] as number) + (WEIGHT[mixtureWeights[row + i] as number] as number);
  }
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}
