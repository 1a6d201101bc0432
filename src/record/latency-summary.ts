/** The middle and the slow end of a call's waits. Pure. */

/** @returns null where nothing was measured. Nearest rank: a value that was measured, never one in between. */
export function percentile(values: readonly number[], percent: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = Math.ceil((percent / 100) * sorted.length);
  return sorted[Math.max(0, rank - 1)] ?? null;
}
