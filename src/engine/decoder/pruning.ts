/** How bad a path may be and still be followed. */
import type { Tokens } from './tokens.ts';

const STEPS = 128;
const histogram = new Int32Array(STEPS);

/** @returns the lowest score within the beam that leaves at most about `most` tokens. */
export function threshold(tokens: Tokens, best: number, beam: number, most: number): number {
  if (tokens.count <= most) return best - beam;
  histogram.fill(0);
  for (let token = 0; token < tokens.count; token++) {
    const step = Math.floor(((best - (tokens.best[token] as number)) / beam) * STEPS);
    if (step < STEPS) histogram[step] = (histogram[step] as number) + 1;
  }
  let kept = 0;
  let step = 0;
  while (step < STEPS && kept <= most) kept += histogram[step++] as number;
  return best - (step * beam) / STEPS;
}
