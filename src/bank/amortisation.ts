/** What a loan costs: the same sum every month, first interest, then principal. Pure, in whole cents. */
import { type Cents, cents } from '#lib/brand.ts';

/** Thousandths of a percent a year: 6.875 % is 6875. */
export type MilliPercent = number;

export interface LoanTerms {
  readonly principal: Cents;
  readonly rate: MilliPercent;
  /** How many monthly payments. */
  readonly months: number;
}

export interface Instalment {
  readonly payment: Cents;
  readonly interest: Cents;
  /** Principal left after it. */
  readonly left: Cents;
}

const WHOLE = 100_000n;
const MONTHS_A_YEAR = 12n;
/** Interest accrues by the day, on a year of 365 days. */
const DAYS_A_YEAR = 365n;

/**
 * What is paid every month, rounded up to the cent, and always more than the interest.
 * @throws RangeError where nothing is borrowed, for no time, or at a rate below nothing
 */
export function monthlyPayment({ principal, rate, months }: LoanTerms): Cents {
  if (principal <= 0 || months < 1 || !Number.isInteger(months) || rate < 0)
    throw new RangeError('A loan needs a principal, a number of months and a rate.');
  const monthly = rate / Number(WHOLE * MONTHS_A_YEAR);
  const exact =
    monthly === 0 ? principal / months : (principal * monthly) / (1 - (1 + monthly) ** -months);
  return cents(Math.max(Math.ceil(exact), monthlyInterest(principal, rate) + 1));
}

/** Every payment of a loan from its first month on; the last one takes what is left, also of the rounding. */
export function instalments(terms: LoanTerms): Instalment[] {
  const level = monthlyPayment(terms);
  const all: Instalment[] = [];
  let left: number = terms.principal;
  for (let month = 1; left > 0; month += 1) {
    const interest = monthlyInterest(left, terms.rate);
    const owed = left + interest;
    const payment = cents(month === terms.months ? owed : Math.min(level, owed));
    left = owed - payment;
    all.push({ payment, interest, left: cents(left) });
  }
  return all;
}

/** @returns the principal left after so many payments; nothing where all have been made */
export function principalAfter(terms: LoanTerms, payments: number): Cents {
  return payments === 0 ? terms.principal : (instalments(terms)[payments - 1]?.left ?? cents(0));
}

function monthlyInterest(left: number, rate: MilliPercent): Cents {
  return share(left, rate, WHOLE * MONTHS_A_YEAR);
}

/** Interest for so many days on what is still owed. */
export function accruedInterest(left: Cents, rate: MilliPercent, days: number): Cents {
  return share(left, rate * days, WHOLE * DAYS_A_YEAR);
}

/** `amount × part ÷ whole`, half a cent rounded up; exact, however large the product. */
function share(amount: number, part: number, whole: bigint): Cents {
  const product = BigInt(amount) * BigInt(part);
  return cents(Number((product * 2n + whole) / (whole * 2n)));
}
