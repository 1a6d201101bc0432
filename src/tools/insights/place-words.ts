/** Days, hours and names as a person says them. Pure. */
import type { Dimension } from '#record/record.ts';
import { capital } from './words.ts';

const DAY = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });

const NAMES: Readonly<Partial<Record<Dimension, Readonly<Record<string, string>>>>> = {
  scenario: {
    'block-card': 'blocked cards',
    'loan-balance': 'loan balances',
    dispute: 'disputes',
    restructure: 'restructuring',
    'reset-password': 'password resets',
    'activate-card': 'card activation',
    'transfer-funds': 'transfers',
    'credit-limit': 'credit limits',
    'mortgage-rate': 'mortgages',
    'wire-transfer': 'wire transfers',
    freeform: 'no single matter',
  },
  escalation_reason: {
    asked_for_person: 'callers who asked for a person',
    identity_failed: 'failed identity checks',
    not_understood: 'callers who were not understood',
    specialist: 'matters for a specialist',
    upset: 'upset callers',
    other: 'other reasons',
  },
  provider: { embedded: 'the embedded engine', openai: 'OpenAI', azure: 'Azure' },
  mode: { ai: 'AI mode', local: 'local mode', scripted: 'scripted mode' },
  channel: { browser: 'the browser', realtime: 'programs' },
};

/** "Monday", "November 9", "10 in the morning", "blocked cards". @param x as the record labels its places. */
export function placeWords(x: string, dimension: Dimension): string {
  switch (dimension) {
    case 'day':
      return DAY.format(new Date(x));
    case 'week':
      return `the week of ${DAY.format(new Date(x))}`;
    case 'month':
      return MONTH.format(new Date(x));
    case 'hour':
      return hourWords(Number(x));
    case 'weekday':
      return capital(x);
    case 'scenario':
    case 'outcome':
    case 'escalation_reason':
    case 'provider':
    case 'mode':
    case 'channel':
      return NAMES[dimension]?.[x] ?? x.replaceAll(/[-_]/g, ' ');
  }
}

/** @param hour 0 to 24. */
export function hourWords(hour: number): string {
  if (hour % 24 === 0) return 'midnight';
  if (hour === 12) return 'noon';
  return hour < 12
    ? `${hour} in the morning`
    : `${hour - 12} in the ${hour < 18 ? 'afternoon' : 'evening'}`;
}
