/** What the fictional customers have borrowed, and what the bank lends at. */
import type { LoanKind, MortgageProduct } from '#bank/loan-tables.ts';

export interface SeedLoan {
  readonly customer: string;
  readonly kind: LoanKind | 'mortgage';
  readonly product?: MortgageProduct;
  /** Whole dollars. */
  readonly borrowed: number;
  /** Thousandths of a percent. */
  readonly rate: number;
  readonly months: number;
  /** Monthly payments made. */
  readonly paid: number;
  /** The day of the month on which payments fall due; one that every month has. */
  readonly dueDay: number;
  /** The last payments that fell due and were not made. */
  readonly missed?: number;
}

type Parts = readonly [
  borrowed: number,
  rate: number,
  months: number,
  paid: number,
  dueDay: number,
];

export const LOANS: readonly SeedLoan[] = [
  // About 12,400 left.
  loan('Miguel Santos', 'auto', 17_800, 5_490, 60, 20, 5),
  // He has lost his job.
  { ...loan('Daniel Okafor', 'personal', 12_000, 9_250, 48, 16, 8), missed: 2 },
  loan('James Whitfield', 'home_improvement', 9_000, 7_100, 60, 37, 15),
  loan('Samuel Osei', 'student', 30_000, 4_990, 120, 34, 20),
  // Two loans: which one is meant has to be asked.
  loan('Marcus Reed', 'auto', 21_500, 6_240, 72, 24, 12),
  { ...loan('Marcus Reed', 'personal', 3_000, 11_500, 24, 9, 27), missed: 1 },
  loan('Victor Almeida', 'home_improvement', 40_000, 6_800, 120, 35, 1),
  loan('Rafael Moreno', 'personal', 9_400, 10_750, 48, 20, 18),
  // One more payment, and it is paid back.
  loan('Beatrice Holt', 'auto', 8_800, 3_900, 36, 35, 22),
  // About 186,000 left.
  mortgage('Thomas Beaumont', 'fixed_30', 209_000, 6_875, 360, 98, 1),
  mortgage('Elena Petrova', 'fixed_15', 160_000, 4_250, 180, 86, 10),
  mortgage('Ingrid Solberg', 'adjustable_5', 252_000, 5_125, 360, 31, 3),
];

/** Thousandths of a percent. */
export const RATES: Readonly<Record<MortgageProduct, number>> = {
  fixed_30: 6_125,
  fixed_15: 5_375,
  adjustable_5: 5_750,
};

function loan(customer: string, kind: LoanKind, ...parts: Parts): SeedLoan {
  return { customer, kind, ...named(parts) };
}

function mortgage(customer: string, product: MortgageProduct, ...parts: Parts): SeedLoan {
  return { customer, kind: 'mortgage', product, ...named(parts) };
}

function named([borrowed, rate, months, paid, dueDay]: Parts) {
  return { borrowed, rate, months, paid, dueDay };
}
