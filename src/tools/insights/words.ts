/** Figures, days and names as a person says them. Pure. */
import type { Dimension } from '#record/record.ts';

const MINUTE_S = 60;
const DIMENSION_WORDS: Readonly<Record<Dimension, string>> = {
  day: 'day',
  week: 'week',
  hour: 'hour of the day',
  weekday: 'weekday',
  scenario: 'scenario',
  outcome: 'outcome',
  escalation_reason: 'escalation reason',
  provider: 'provider',
  mode: 'mode',
  channel: 'channel',
};
const DAY = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', timeZone: 'UTC' });

export function dimensionWords(dimension: Dimension): string {
  return DIMENSION_WORDS[dimension];
}

/** "68.2 percent", "2 minutes 5 seconds", "780 milliseconds", "1,204 calls". @param unit of the metric. */
export function amountWords(value: number, unit: string): string {
  switch (unit) {
    case 'calls':
      return `${Math.round(value).toLocaleString('en-US')} ${Math.round(value) === 1 ? 'call' : 'calls'}`;
    case '%':
      return `${rounded(value, 1)} percent`;
    case 's':
      return secondsWords(value);
    case 'ms':
      return `${Math.round(value).toLocaleString('en-US')} milliseconds`;
    case 'US$':
      return value < 1 ? `${rounded(value * 100, 1)} cents` : `$${value.toFixed(2)}`;
    default:
      return String(rounded(value, 2));
  }
}

function secondsWords(value: number): string {
  if (value < MINUTE_S)
    return rounded(value, 1) === 1 ? '1 second' : `${rounded(value, 1)} seconds`;
  const whole = Math.round(value);
  const minutes = Math.floor(whole / MINUTE_S);
  const seconds = whole % MINUTE_S;
  const first = minutes === 1 ? '1 minute' : `${minutes} minutes`;
  if (seconds === 0) return first;
  return `${first} ${seconds === 1 ? '1 second' : `${seconds} seconds`}`;
}

/** "up 4.2 percent on the period before"; a rate moves by points. undefined where there is nothing to compare. */
export function changeWords(
  value: number | null,
  before: number | null,
  unit: string,
): string | undefined {
  if (value === null || before === null) return undefined;
  const points = unit === '%';
  const change = points ? value - before : before === 0 ? undefined : (value / before - 1) * 100;
  if (change === undefined) return undefined;
  const size = rounded(Math.abs(change), 1);
  if (size === 0) return 'the same as in the period before';
  const how = points ? (size === 1 ? 'point' : 'points') : 'percent';
  return `${change > 0 ? 'up' : 'down'} ${size} ${how} on the period before`;
}

/** "Monday", "November 9", "10 o'clock", "block card". @param x as the record labels its places. */
export function placeWords(x: string, dimension: Dimension): string {
  switch (dimension) {
    case 'day':
      return DAY.format(new Date(x));
    case 'week':
      return `the week of ${DAY.format(new Date(x))}`;
    case 'hour':
      return hourWords(Number(x));
    case 'weekday':
      return `${x.slice(0, 1).toUpperCase()}${x.slice(1)}`;
    case 'mode':
      return x === 'ai' ? 'AI mode' : `${x} mode`;
    case 'provider':
      return PROVIDER_WORDS[x] ?? x;
    case 'scenario':
    case 'outcome':
    case 'escalation_reason':
    case 'channel':
      return x.replaceAll(/[-_]/g, ' ');
  }
}

const PROVIDER_WORDS: Readonly<Record<string, string>> = {
  embedded: 'the embedded engine',
  openai: 'OpenAI',
  azure: 'Azure',
};

function hourWords(hour: number): string {
  if (hour === 0) return 'midnight';
  if (hour === 12) return 'noon';
  return hour < 12
    ? `${hour} in the morning`
    : `${hour - 12} in the ${hour < 18 ? 'afternoon' : 'evening'}`;
}

export function rounded(value: number, places: number): number {
  const scale = 10 ** places;
  return Math.round(value * scale) / scale;
}

export function sentence(words: string): string {
  const trimmed = words.trim();
  return `${trimmed.slice(0, 1).toUpperCase()}${trimmed.slice(1)}${/[.?!]$/.test(trimmed) ? '' : '.'}`;
}
