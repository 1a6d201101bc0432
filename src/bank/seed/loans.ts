/** The seed's part for loans: their accounts, what was paid out and paid back, and where they stand. */
import type { Transaction } from 'kysely';
import { type Instalment, instalments } from '#bank/amortisation.ts';
import { addMonths, dateOf } from '#bank/calendar.ts';
import { INTERNAL, postEntry } from '#bank/ledger.ts';
import type { BankTables } from '#bank/tables.ts';
import { cents } from '#lib/brand.ts';
import { LOANS, RATES, type SeedLoan } from './lending.ts';
import type { SeedPart } from './part.ts';
import { accountIdOf, customerIdOf, dollars, slugOf } from './shape.ts';

/** The customers belong to another part. */
export const loansPart: SeedPart = {
  tables: ['loans', 'mortgages', 'rates'],
  data: [LOANS, RATES],
  async fill(tx, { at }) {
    const today = dateOf(at);
    for (const [index, loan] of LOANS.entries()) await lend(tx, loan, `7500${4100 + index}`, today);
    const rates = Object.entries(RATES) as [keyof typeof RATES, number][];
    await tx
      .insertInto('rates')
      .values(rates.map(([product, rate]) => ({ product, as_of: today, rate_millipercent: rate })))
      .execute();
  },
};

async function lend(
  tx: Transaction<BankTables>,
  loan: SeedLoan,
  number: string,
  today: string,
): Promise<void> {
  const { customer, kind, product, rate, months, paid } = loan;
  const principal = dollars(loan.borrowed);
  const account = accountIdOf(customer, kind === 'mortgage' ? kind : `${kind}_loan`);
  const id = `loan_${slugOf(customer)}_${kind}`;
  const paidTo = lastPaidOn(loan, today);
  const lentOn = addMonths(paidTo, 0 - paid);
  await tx
    .insertInto('accounts')
    .values({
      id: account,
      customer_id: customerIdOf(customer),
      kind: kind === 'mortgage' ? kind : 'loan',
      number,
      status: 'open',
      balance_cents: cents(0),
      floor_cents: null,
      opened_at: Date.parse(lentOn),
    })
    .execute();
  await postEntry(
    tx,
    {
      kind: 'loan_paid_out',
      memo: 'Loan paid out',
      idempotencyKey: `lent:${account}`,
      postings: [
        { accountId: account, amount: cents(0 - principal) },
        { accountId: INTERNAL.vault, amount: principal },
      ],
    },
    Date.parse(lentOn),
  );
  await payBack(tx, account, instalments({ principal, rate, months }).slice(0, paid), paidTo);
  await tx
    .insertInto('loans')
    .values({
      id,
      customer_id: customerIdOf(customer),
      account_id: account,
      kind,
      original_cents: principal,
      rate_millipercent: rate,
      term_months: months,
      first_due_on: addMonths(lentOn, 1),
      payments_made: paid,
      paid_to: paidTo,
    })
    .execute();
  if (product !== undefined)
    await tx.insertInto('mortgages').values({ loan_id: id, product }).execute();
}

/** The last day a payment fell due before today, without those that were missed. */
function lastPaidOn({ dueDay, missed = 0 }: SeedLoan, today: string): string {
  const thisMonth = `${today.slice(0, 8)}${String(dueDay).padStart(2, '0')}`;
  return addMonths(thisMonth, (thisMonth < today ? 0 : -1) - missed);
}

/** All monthly payments so far in one entry: principal back to the loan, interest to the bank. */
async function payBack(
  tx: Transaction<BankTables>,
  account: string,
  payments: readonly Instalment[],
  paidTo: string,
): Promise<void> {
  const paid = payments.reduce((sum, { payment }) => sum + payment, 0);
  const interest = payments.reduce((sum, each) => sum + each.interest, 0);
  await postEntry(
    tx,
    {
      kind: 'loan_payments',
      memo: `${payments.length} monthly payments`,
      idempotencyKey: `paid-back:${account}`,
      postings: [
        { accountId: account, amount: cents(paid - interest) },
        { accountId: INTERNAL.interest, amount: cents(interest) },
        { accountId: INTERNAL.vault, amount: cents(0 - paid) },
      ],
    },
    Date.parse(paidTo),
  );
}
