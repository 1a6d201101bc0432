/** What customers have borrowed, and where they stand with it today. */
import type { Database } from '#database/database.ts';
import { type Cents, cents } from '#lib/brand.ts';
import type { Clock } from '#lib/clock.ts';
import { type MilliPercent, monthlyPayment } from './amortisation.ts';
import { addMonths, dateOf } from './calendar.ts';
import type { LoanKind, MortgageProduct } from './loan-tables.ts';
import { type PayoffQuote, quotePayoff } from './payoff.ts';
import type { BankTables } from './tables.ts';

interface Standing {
  /** Principal left, as the ledger has it. */
  readonly balance: Cents;
  readonly rate: MilliPercent;
  readonly monthlyPayment: Cents;
  readonly paymentsLeft: number;
  /** Interest is paid up to this day. */
  readonly paidTo: string;
  /** The first payment that falls due today or later; undefined where none does. */
  readonly nextDueOn: string | undefined;
  /** The days on which payments fell due that were not made, the earliest first. */
  readonly missed: readonly string[];
  readonly overdue: Cents;
}

export interface Loan extends Standing {
  readonly kind: LoanKind;
}

export interface Mortgage extends Standing {
  readonly product: MortgageProduct;
}

export interface LoanReader {
  /** The customer's loans that are not paid off; mortgages are told apart. */
  loans(customerId: string): Promise<Loan[]>;
  mortgages(customerId: string): Promise<Mortgage[]>;
  /** @param on `YYYY-MM-DD`; default: today */
  payoff(loan: Loan, on?: string): PayoffQuote;
}

export function loanReader(database: Database, clock: Clock): LoanReader {
  const tables = database.tables<BankTables>();
  const today = () => dateOf(clock.date());
  const open = (customerId: string) =>
    tables
      .selectFrom('loans')
      .innerJoin('accounts', 'accounts.id', 'loans.account_id')
      .leftJoin('mortgages', 'mortgages.loan_id', 'loans.id')
      .selectAll('loans')
      .select(['accounts.balance_cents', 'mortgages.product'])
      .where('loans.customer_id', '=', customerId)
      .where('accounts.status', '=', 'open')
      .where('accounts.balance_cents', '<', cents(0))
      .orderBy('loans.id')
      .execute();
  return {
    async loans(customerId) {
      const rows = await open(customerId);
      return rows.flatMap((row) =>
        row.kind === 'mortgage' ? [] : [{ kind: row.kind, ...standing(row, today()) }],
      );
    },
    async mortgages(customerId) {
      const rows = await open(customerId);
      return rows.flatMap((row) =>
        row.product === null ? [] : [{ product: row.product, ...standing(row, today()) }],
      );
    },
    payoff: (loan, on = today()) => quotePayoff(loan, on, today()),
  };
}

type Row = Omit<BankTables['loans'], 'kind'> & { readonly balance_cents: Cents };

function standing(row: Row, today: string): Standing {
  const balance = cents(0 - row.balance_cents);
  const monthly = monthlyPayment({
    principal: row.original_cents,
    rate: row.rate_millipercent,
    months: row.term_months,
  });
  const due = Array.from({ length: row.term_months - row.payments_made }, (_, index) =>
    addMonths(row.first_due_on, row.payments_made + index),
  );
  const missed = due.filter((day) => day < today);
  return {
    balance,
    rate: row.rate_millipercent,
    monthlyPayment: monthly,
    paymentsLeft: due.length,
    paidTo: row.paid_to,
    nextDueOn: due[missed.length],
    missed,
    overdue: cents(missed.length * monthly),
  };
}
