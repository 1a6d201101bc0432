/** How much audio to hold back before an item sounds: little at first, more after each gap, less after steady play. */

/** Two network hiccups' worth on a good line; a caller does not notice it. */
const SHORTEST_MS = 60;
const LONGEST_MS = 400;
/** After this long without a gap the cushion shrinks again. */
const STEADY_MS = 10_000;

export interface Cushion {
  readonly wantedMs: number;
  readonly steadyMs: number;
}

export const FIRST_CUSHION: Cushion = { wantedMs: SHORTEST_MS, steadyMs: 0 };

/** The buffer ran dry in the middle of an item. */
export function afterGap({ wantedMs }: Cushion): Cushion {
  return { wantedMs: Math.min(LONGEST_MS, wantedMs * 1.7), steadyMs: 0 };
}

export function afterPlaying({ wantedMs, steadyMs }: Cushion, playedMs: number): Cushion {
  if (steadyMs + playedMs < STEADY_MS) return { wantedMs, steadyMs: steadyMs + playedMs };
  return { wantedMs: Math.max(SHORTEST_MS, wantedMs * 0.8), steadyMs: 0 };
}
