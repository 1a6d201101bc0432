/** Medians and tables for the benches. */

/** The value below which `share` (0 to 1) of the values lie; NaN when there is none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export interface Figure {
  readonly what: string;
  readonly measured: string;
  /** What the issue asks for, or empty where it only asks to print. */
  readonly target: string;
  readonly met: boolean | undefined;
}

export function atMost(what: string, value: number, limit: number, unit: string): Figure {
  const digits = unit === 'ms' || unit === 'MB' ? 0 : 2;
  return {
    what,
    measured: `${value.toFixed(digits)} ${unit}`,
    target: `≤ ${limit} ${unit}`,
    met: value <= limit,
  };
}

export function printFigures(title: string, figures: readonly Figure[]): void {
  const widths = [
    Math.max(...figures.map(({ what }) => what.length)),
    Math.max(...figures.map(({ measured }) => measured.length)),
  ];
  const lines = figures.map(({ what, measured, target, met }) => {
    const verdict = met === undefined ? '' : met ? 'met' : 'NOT MET';
    return `  ${what.padEnd(widths[0] ?? 0)}  ${measured.padStart(widths[1] ?? 0)}  ${target.padEnd(12)} ${verdict}`;
  });
  process.stdout.write(`\n${title}\n${lines.join('\n')}\n`);
}
