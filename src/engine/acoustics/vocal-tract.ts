/** Chooses how far the mel filters are moved for a caller: a longer vocal tract puts all formants lower. */

/** What the edges of the filters are multiplied by; 1 is as the model was trained. */
export const WARPS: readonly number[] = [0.95, 1, 1.05];

/** What the words surely heard in a call say for each warp. */
export interface TractEvidence {
  readonly frames: number;
  /** [warp]: log-likelihood of the words, summed over the frames. */
  readonly scores: readonly number[];
}

export const NO_EVIDENCE: TractEvidence = { frames: 0, scores: WARPS.map(() => 0) };

/** Less speech than this tells nothing. */
const FEWEST_FRAMES = 80;
/**
 * [warp]: added to the log-likelihood of a frame. Men's voices lie between the first two warps (0.95 against 1:
 * -0.3 to +0.4) and are understood better with the first; a woman's is at -0.5 to -1.8 there, and at +0.3 to +1
 * with the last, where men's are at 0 to -0.8.
 */
const LEANING: readonly number[] = [0.4, 0, -0.15];
/** What another warp must be better by than the one in use. */
const HYSTERESIS = 0.05;

/**
 * @param current an index into `WARPS`
 * @returns another
 */
export function chooseWarp({ frames, scores }: TractEvidence, current: number): number {
  if (frames < FEWEST_FRAMES) return current;
  const merit = (warp: number) => (scores[warp] as number) / frames + (LEANING[warp] as number);
  const best = WARPS.reduce((most, _, warp) => (merit(warp) > merit(most) ? warp : most), current);
  return merit(best) > merit(current) + HYSTERESIS ? best : current;
}
