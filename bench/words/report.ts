/** The printed table: figures beside the targets. */
import type { Heard } from './listening.ts';
import { type Score, sum, wordErrorRate } from './score.ts';

/** What one voice made of one set of sentences under one condition. */
export interface Result {
  readonly set: string;
  readonly condition: string;
  readonly voice: string;
  /** Counted in the totals. */
  readonly counted: boolean;
  readonly heard: readonly Heard[];
}

export interface Target {
  readonly set: string;
  readonly condition: string;
  /** Per cent of words. */
  readonly atMost: number;
}

/** One line for each set and condition, one column for each voice. */
export function errorTable(results: readonly Result[], targets: readonly Target[]): string {
  const voices = [...new Set(results.map(({ voice }) => voice))];
  const header = ['word error rate, %', ...voices, 'total', 'target', 'whole'];
  const groups = Map.groupBy(results, ({ set, condition }) => `${set}, ${condition}`);
  const lines = [...groups].map(([name, group]) => {
    const [first] = group;
    const target = targets.find(
      ({ set, condition }) => set === first?.set && condition === first.condition,
    );
    const counted = total(group.filter((result) => result.counted));
    const cells = voices.map((voice) => {
      const own = group.filter((result) => result.voice === voice);
      return own.length === 0 ? '' : rate(total(own));
    });
    const whole = `${counted.whole}/${counted.utterances}`;
    return [name, ...cells, rate(counted), target ? `≤ ${target.atMost}` : '', whole];
  });
  return aligned([header, ...lines]);
}

/** Time of the processor for each second of sound; time to the final text. */
export function speedTable(
  results: readonly Result[],
  targets: Readonly<Record<string, number>>,
): string {
  const groups = Map.groupBy(results, ({ set }) => set);
  const lines = [...groups].map(([set, group]) => {
    const heard = group.flatMap((result) => result.heard);
    const cpuMs = heard.reduce((all, { cpuMs: ms }) => all + ms, 0);
    const audioMs = heard.reduce((all, { audioMs: ms }) => all + ms, 0);
    const finals = heard.map(({ finalMs }) => finalMs).toSorted((a, b) => a - b);
    const factor = (cpuMs / Math.max(audioMs, 1)).toFixed(3);
    const target = targets[set];
    return [
      set,
      factor,
      target === undefined ? '' : `≤ ${target}`,
      `${quantile(finals, 0.5)} / ${quantile(finals, 0.95)}`,
      '≤ 10 / 30',
    ];
  });
  const header = ['real-time factor', 'measured', 'target', 'final p50 / p95, ms', 'target'];
  return aligned([header, ...lines]);
}

function total(results: readonly Result[]): Score {
  return sum(results.flatMap(({ heard }) => heard.map(({ score }) => score)));
}

function rate(score: Score): string {
  return score.words === 0 ? '' : wordErrorRate(score).toFixed(1);
}

function quantile(sorted: readonly number[], part: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0).toFixed(1);
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  '),
    )
    .join('\n');
}
