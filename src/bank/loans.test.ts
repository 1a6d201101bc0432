import { describe, expect, test } from 'vitest';
import { describeEveryStore } from '#database/every-store.ts';
import { type Cents, cents } from '#lib/brand.ts';
import { principalAfter } from './amortisation.ts';
import { openTestBank } from './fixture.ts';
import { quotePayoff } from './payoff.ts';
import { monthlyEstimate } from './rates.ts';
import type { BankTables } from './tables.ts';

describeEveryStore('a loan', (openFresh) => {
  test('stands where its amortisation says, to the cent, in the ledger', async () => {
    await using database = await openFresh();
    await openTestBank(database);
    const loans = await database
      .tables<BankTables>()
      .selectFrom('loans')
      .innerJoin('accounts', 'accounts.id', 'loans.account_id')
      .selectAll('loans')
      .select('balance_cents')
      .execute();
    expect(loans.length).toBeGreaterThan(9);
    for (const loan of loans)
      expect(0 - loan.balance_cents).toBe(
        principalAfter(
          {
            principal: loan.original_cents,
            rate: loan.rate_millipercent,
            months: loan.term_months,
          },
          loan.payments_made,
        ),
      );
  });

  test('that is paid on time has its next payment in the month to come', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    expect(await bank.loans.loans('cust_miguel_santos')).toEqual([
      {
        kind: 'auto',
        balance: 12_399_31,
        rate: 5_490,
        monthlyPayment: 339_92,
        paymentsLeft: 40,
        paidTo: '2026-09-05',
        nextDueOn: '2026-10-05',
        missed: [],
        overdue: 0,
      },
    ]);
  });

  test('falls behind day by day: a payment is late the day after it was due', async () => {
    await using database = await openFresh();
    const { bank, clock } = await openTestBank(database);
    const missedOn = async (day: string) => {
      clock.setDate(Date.parse(`${day}T23:59:00Z`));
      const [loan] = await bank.loans.loans('cust_miguel_santos');
      return loan?.missed;
    };
    expect(await missedOn('2026-10-05')).toEqual([]);
    expect(await missedOn('2026-10-06')).toEqual(['2026-10-05']);
    expect(await missedOn('2026-12-06')).toEqual(['2026-10-05', '2026-11-05', '2026-12-05']);
  });

  test('that two payments are missing from owes them and their interest', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    const [loan] = await bank.loans.loans('cust_daniel_okafor');
    expect(loan).toMatchObject({
      kind: 'personal',
      missed: ['2026-08-08', '2026-09-08'],
      nextDueOn: '2026-10-08',
      overdue: 600_10,
      paidTo: '2026-07-08',
    });
  });

  test('on a house is a mortgage, and no other loan', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    expect(await bank.loans.loans('cust_thomas_beaumont')).toEqual([]);
    expect(await bank.loans.mortgages('cust_thomas_beaumont')).toMatchObject([
      { product: 'fixed_30', rate: 6_875, balance: 186_000_26, paymentsLeft: 262 },
    ]);
    expect(await bank.loans.mortgages('cust_miguel_santos')).toEqual([]);
    expect(await bank.loans.loans('cust_nobody')).toEqual([]);
  });

  test('that is paid back is no loan any more', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    const [loan] = await bank.loans.loans('cust_beatrice_holt');
    const owed = loan?.balance ?? cents(0);
    await bank.ledger.post({
      kind: 'loan_payments',
      memo: 'The last one',
      idempotencyKey: 'last',
      postings: [
        { accountId: 'acct_beatrice_holt_auto_loan', amount: owed },
        { accountId: 'acct_vault', amount: cents(0 - owed) },
      ],
    });
    expect(await bank.loans.loans('cust_beatrice_holt')).toEqual([]);
  });

  test('is offered at the latest rate of each product', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    await database
      .tables<BankTables>()
      .insertInto('rates')
      .values([
        { product: 'fixed_15', as_of: '2026-10-02', rate_millipercent: 5_250 },
        { product: 'fixed_15', as_of: '2025-10-02', rate_millipercent: 7_000 },
      ])
      .execute();
    expect(await bank.rates.rates()).toEqual([
      { product: 'fixed_30', rate: 6_125, asOf: '2026-10-01' },
      { product: 'fixed_15', rate: 5_250, asOf: '2026-10-02' },
      { product: 'adjustable_5', rate: 5_750, asOf: '2026-10-01' },
    ]);
  });
});

describe('a payoff', () => {
  const loan = { balance: 10_000_00 as Cents, rate: 7_300, paidTo: '2026-09-01' };

  test.each([
    // $2 a day.
    ['today', '2026-10-01', 60_00],
    ['in a month', '2026-11-01', 122_00],
    ['in a year', '2027-10-01', 790_00],
  ])('%s is the principal and the interest up to that day', (_when, on, interest) => {
    expect(quotePayoff(loan, on, '2026-10-01')).toEqual({
      outcome: 'quoted',
      on,
      principal: 10_000_00,
      interest,
      total: 10_000_00 + interest,
      perDay: 2_00,
    });
  });

  test('of who has paid ahead of time costs no interest before then', () => {
    const ahead = { ...loan, paidTo: '2026-12-01' };
    expect(quotePayoff(ahead, '2026-10-01', '2026-10-01')).toMatchObject({ interest: 0 });
  });

  test.each([
    ['yesterday', '2026-09-30', 'in_the_past'],
    ['long ago', '1999-01-01', 'in_the_past'],
    ['more than a year ahead', '2027-10-03', 'too_far_ahead'],
    ['in the year 9999', '9999-12-31', 'too_far_ahead'],
  ])('%s is not told', (_when, on, outcome) => {
    expect(quotePayoff(loan, on, '2026-10-01')).toEqual({ outcome });
  });
});

test.each([
  ['fixed_30', 6_000, 1_199_11],
  ['fixed_15', 6_000, 1_687_72],
] as const)('a new mortgage, %s, is estimated over its own term', (product, rate, monthly) => {
  const offer = { product, rate, asOf: '2026-10-01' };
  expect(monthlyEstimate(offer, cents(200_000_00))).toBe(monthly);
});
