/** Figures as they are read on a card, an axis or in a table. Pure. */
const MINUTE_S = 60;
const CENT_USD = 0.01;

/** "1,204", "68.2 %", "2:05 min", "780 ms", "$0.42". @param unit of the metric. */
export function amountText(value: number | null, unit: string): string {
  if (value === null) return '–';
  switch (unit) {
    case 'calls':
      return Math.round(value).toLocaleString('en-US');
    case '%':
      return `${value.toFixed(1)} %`;
    case 's':
      return value < MINUTE_S ? `${value.toFixed(1)} s` : `${clockText(value)} min`;
    case 'ms':
      return `${Math.round(value).toLocaleString('en-US')} ms`;
    case 'US$':
      return `$${value.toFixed(value > 0 && value < CENT_USD ? 4 : 2)}`;
    case 'per call':
      return value.toFixed(2);
    default:
      return `${value.toLocaleString('en-US', { maximumFractionDigits: 2 })} ${unit}`;
  }
}

function clockText(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / MINUTE_S)}:${String(whole % MINUTE_S).padStart(2, '0')}`;
}

/** Beside an axis the unit stands once, in its name. */
export function tickText(value: number, unit: string): string {
  if (unit === 's' && value >= MINUTE_S) return clockText(value);
  const most = Math.abs(value) < 1 ? 3 : 1;
  return value.toLocaleString('en-US', { maximumFractionDigits: most });
}

/** "containment rate (%)"; seconds are shown as minutes where they are that long. */
export function axisName(label: string, unit: string, highest: number): string {
  const shown = unit === 's' && highest >= MINUTE_S ? 'min' : unit;
  return unit === 'calls' || unit === 'per call' ? label : `${label} (${shown})`;
}

export interface Change {
  /** "4.2 points", "12.0 %". */
  readonly size: string;
  readonly way: 'up' | 'down' | 'same';
  /** Whether that is good news; null where it is neither. */
  readonly good: boolean | null;
}

/** Against the period before: a rate moves by points, anything else by its share. Undefined where nothing can be compared. */
export function changeOf(
  value: number | null,
  before: number | null,
  { unit, better }: { unit: string; better: 'up' | 'down' | 'neither' },
): Change | undefined {
  if (value === null || before === null) return undefined;
  const isRate = unit === '%';
  if (!isRate && before === 0) return undefined;
  const change = isRate ? value - before : (value / before - 1) * 100;
  const size = `${Math.abs(change).toFixed(1)} ${isRate ? 'points' : '%'}`;
  if (Math.abs(change) < 0.05) return { size, way: 'same', good: null };
  const way = change > 0 ? 'up' : 'down';
  return { size, way, good: better === 'neither' ? null : better === way };
}

/** Null where there is no target, or nothing to measure against it. */
export function isOnTarget(
  value: number | null,
  target: number | null,
  better: 'up' | 'down' | 'neither',
): boolean | null {
  if (value === null || target === null || better === 'neither') return null;
  return better === 'up' ? value >= target : value <= target;
}
