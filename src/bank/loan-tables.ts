/** The bank's tables of what it lends, and at which rates. Rates are thousandths of a percent a year. */
import type { Cents } from '#lib/brand.ts';
import type { MilliPercent } from './amortisation.ts';

export type LoanKind = 'auto' | 'personal' | 'student' | 'home_improvement';
export type MortgageProduct = 'fixed_30' | 'fixed_15' | 'adjustable_5';

export interface LoanTables {
  /** Mortgages, too. What is left of the principal is the balance of its account. */
  loans: {
    id: string;
    customer_id: string;
    account_id: string;
    kind: LoanKind | 'mortgage';
    original_cents: Cents;
    rate_millipercent: MilliPercent;
    term_months: number;
    first_due_on: string;
    payments_made: number;
    /** Interest is paid up to this day. */
    paid_to: string;
  };
  /** What only a loan on a house has. */
  mortgages: { loan_id: string; product: MortgageProduct };
  /** What a new mortgage costs; the latest day of a product counts. */
  rates: { product: MortgageProduct; as_of: string; rate_millipercent: MilliPercent };
}
