/** The silence a speaker leaves between two clauses, by what stands between them. */
import { SPEECH_RATE_HZ } from './finish.ts';

/** The speech itself ends with some 40 ms of silence. */
const PAUSES_MS: readonly (readonly [RegExp, number])[] = [
  [/\n\s*$/u, 400],
  [/[.!?\u2026]["'\u201d\u2019)\]]*\s*$/u, 280],
  [/[;:\u2013\u2014-]\s*$/u, 180],
  [/,\s*$/u, 120],
];
const NO_PAUSE_MS = 20;

/** Samples of silence after a clause that another one follows. */
export function pauseAfter(clause: string, speed: number): number {
  const pauseMs = PAUSES_MS.find(([ending]) => ending.test(clause))?.[1] ?? NO_PAUSE_MS;
  return Math.round(((pauseMs / speed) * SPEECH_RATE_HZ) / 1000);
}
