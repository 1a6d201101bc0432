/** Figures and changes as a person says them. Pure. */
import type { Dimension } from '#record/record.ts';

const MINUTE_S = 60;
/** From here on a change is said as so many times. */
const MANY_TIMES = 3;
/** Percent: less than this is not worth a number. */
const LEAST_SAID = 0.5;

const DIMENSION_WORDS: Readonly<Record<Dimension, string>> = {
  day: 'day',
  week: 'week',
  month: 'month',
  hour: 'hour of the day',
  weekday: 'weekday',
  scenario: 'scenario',
  outcome: 'outcome',
  escalation_reason: 'escalation reason',
  provider: 'provider',
  mode: 'mode',
  channel: 'channel',
};

export function dimensionWords(dimension: Dimension): string {
  return DIMENSION_WORDS[dimension];
}

/** "68.2 percent", "2 minutes 5 seconds", "1.2 seconds", "1,204 calls". @param unit of the metric. */
export function amountWords(value: number, unit: string): string {
  switch (unit) {
    case 'calls':
      return `${Math.round(value).toLocaleString('en-US')} ${Math.round(value) === 1 ? 'call' : 'calls'}`;
    case '%':
      return `${rounded(value, 1)} percent`;
    case 's':
      return secondsWords(value);
    case 'ms':
      return Math.round(value) < 1000
        ? counted(Math.round(value), 'millisecond')
        : secondsWords(rounded(value / 1000, 1));
    case 'US$':
      return value < 1 ? counted(rounded(value * 100, 1), 'cent') : `$${value.toFixed(2)}`;
    default:
      return String(rounded(value, 2));
  }
}

function secondsWords(value: number): string {
  if (rounded(value, 1) < MINUTE_S) return counted(rounded(value, value < 1 ? 2 : 1), 'second');
  const whole = Math.round(value);
  const seconds = whole % MINUTE_S;
  const first = counted(Math.floor(whole / MINUTE_S), 'minute');
  return seconds === 0 ? first : `${first} ${counted(seconds, 'second')}`;
}

function counted(amount: number, unit: string): string {
  return `${amount.toLocaleString('en-US')} ${unit}${amount === 1 ? '' : 's'}`;
}

export interface Compared {
  readonly value: number | null;
  readonly before: number | null;
  readonly unit: string;
  /** "The week before", "the same part of last week". */
  readonly label: string;
}

/** "up 4.2 percent on the week before"; a rate moves by points. undefined where there is nothing to compare. */
function changeWords({ value, before, unit, label }: Compared): string | undefined {
  if (value === null || before === null || label === '') return undefined;
  if (before === 0) return value === 0 ? `as in ${label}` : `after ${none(unit)} in ${label}`;
  if (unit === '%') {
    const points = rounded(Math.abs(value - before), 1);
    if (points === 0) return `the same as in ${label}`;
    return `${value > before ? 'up' : 'down'} ${counted(points, 'point')} on ${label}`;
  }
  const times = value / before;
  if (times >= MANY_TIMES) return `${rounded(times, 1)} times ${label}`;
  const percent = Math.abs(times - 1) * 100;
  // Nobody hears the tenth of a change of a quarter.
  const size = rounded(percent, percent < 10 ? 1 : 0);
  if (size < LEAST_SAID) return `${size === 0 ? 'the same as' : 'nearly the same as'} in ${label}`;
  return `${times > 1 ? 'up' : 'down'} ${size} percent on ${label}`;
}

function none(unit: string): string {
  return unit === 'calls' ? 'none' : 'nothing';
}

/** A change this small is chance: in points of a rate, in percent of anything else. */
const LEAST_POINTS = 0.5;
const LEAST_PERCENT = 2;

/** Whether a change is one for the better; undefined where nothing changed to speak of, or neither way is better. */
export function improves(
  { value, before, unit }: Compared,
  better: 'up' | 'down' | 'neither',
): boolean | undefined {
  if (value === null || before === null || before === 0 || better === 'neither') return undefined;
  const isRate = unit === '%';
  const change = isRate ? value - before : (value / before - 1) * 100;
  if (Math.abs(change) < (isRate ? LEAST_POINTS : LEAST_PERCENT)) return undefined;
  return change > 0 === (better === 'up');
}

/** "up 2 points on the week before, an improvement". */
export function movedWords(compared: Compared, better: 'up' | 'down' | 'neither'): string[] {
  const change = changeWords(compared);
  if (change === undefined) return [];
  const isBetter = improves(compared, better);
  if (isBetter === undefined) return [change];
  return [change, isBetter ? 'an improvement' : 'which is worse'];
}

/** "within the target of 3 minutes", "below the target of 70 percent". */
export function targetWords(
  value: number,
  target: number,
  { unit, better }: { readonly unit: string; readonly better: 'up' | 'down' | 'neither' },
): string {
  const aim = `the target of ${amountWords(target, unit)}`;
  if (amountWords(value, unit) === amountWords(target, unit)) return `exactly on ${aim}`;
  if (value < target) return `${better === 'down' ? 'within' : 'below'} ${aim}`;
  return `${better === 'down' ? 'over' : 'above'} ${aim}`;
}

export function onTarget(
  value: number | null,
  target: number | undefined,
  better: 'up' | 'down' | 'neither',
): boolean | null {
  if (value === null || target === undefined || better === 'neither') return null;
  return better === 'up' ? value >= target : value <= target;
}

export function rounded(value: number, places: number): number {
  const scale = 10 ** places;
  return Math.round(value * scale) / scale;
}

export function sentence(words: string): string {
  const trimmed = words.trim();
  return `${capital(trimmed)}${/[.?!]$/.test(trimmed) ? '' : '.'}`;
}

export function capital(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** "a, b and c". */
export function listed(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;
}
