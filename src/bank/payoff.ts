/** What it costs to be rid of a loan on a certain day: the principal left, and interest since it was last paid. Pure. */
import { type Cents, cents } from '#lib/brand.ts';
import { type MilliPercent, accruedInterest } from './amortisation.ts';
import { daysBetween } from './calendar.ts';

/** How far ahead a payoff can be told. */
const DAYS_AHEAD = 366;

interface Owed {
  readonly balance: Cents;
  readonly rate: MilliPercent;
  /** Interest is paid up to this day. */
  readonly paidTo: string;
}

export type PayoffQuote =
  | {
      readonly outcome: 'quoted';
      readonly on: string;
      readonly principal: Cents;
      readonly interest: Cents;
      readonly total: Cents;
      /** What every further day adds. */
      readonly perDay: Cents;
    }
  | { readonly outcome: 'in_the_past' | 'too_far_ahead' };

/** @param on the day of the payoff @param today both `YYYY-MM-DD` */
export function quotePayoff(
  { balance, rate, paidTo }: Owed,
  on: string,
  today: string,
): PayoffQuote {
  const ahead = daysBetween(today, on);
  if (ahead < 0) return { outcome: 'in_the_past' };
  if (ahead > DAYS_AHEAD) return { outcome: 'too_far_ahead' };
  // Who has paid ahead of time owes no interest before then.
  const days = Math.max(0, daysBetween(paidTo, on));
  const interest = accruedInterest(balance, rate, days);
  return {
    outcome: 'quoted',
    on,
    principal: balance,
    interest,
    total: cents(balance + interest),
    perDay: accruedInterest(balance, rate, 1),
  };
}
