import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Database } from '#database/database.ts';
import { describeEveryStore } from '#database/every-store.ts';
import { cents } from '#lib/brand.ts';
import type { Bank } from './bank.ts';
import { DAILY_LIMIT } from './daily-total.ts';
import { flaws, openTestBank } from './fixture.ts';
import type { BankTables } from './tables.ts';

const KINDS = ['checking', 'savings', 'credit_card'] as const;
const CUSTOMERS = [
  'cust_emma_carter',
  'cust_james_whitfield',
  'cust_elena_petrova',
  'cust_walter_brandt',
];
const NAMES = ['Olivia', 'Robert', 'Anna', 'Anna Petrova', 'Holiday Fund', 'Pedro'];

type Act = (bank: Bank) => Promise<{ readonly outcome: string }>;

const customerId = fc.constantFrom(...CUSTOMERS);
const kind = fc.constantFrom(...KINDS);
// Few calls: some orders come twice. Amounts about as large as what the accounts hold, and the limits.
const callId = fc.constantFrom('call_1', 'call_2', 'call_3');
const amount = fc
  .oneof(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 3_000_000 }))
  .map(cents);

const transfer = fc.record({ customerId, from: kind, to: kind, amount, callId }).map(
  (order): Act =>
    (bank) =>
      bank.transfers.transfer(order),
);
const wire = fc
  .record({
    customerId,
    from: fc.constantFrom('checking', 'savings'),
    recipientName: fc.constantFrom(...NAMES),
    amount,
    callId,
  })
  .map(
    (order): Act =>
      (bank) =>
        bank.wires.initiate(order),
  );

describeEveryStore('money', (openFresh) => {
  test('is neither made nor lost, whatever callers move at the same moment', async () => {
    await using database = await openFresh();
    const { bank, clock } = await openTestBank(database);
    const outcomes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(transfer, wire), { minLength: 2, maxLength: 12 }),
        async (acts) => {
          // A day of its own: else the limits would soon end it.
          clock.setDate(clock.date() + 24 * 3_600_000);
          const made = await Promise.all(acts.map((act) => act(bank)));
          for (const { outcome } of made) outcomes.add(outcome);
          expect(await flaws(database)).toEqual([]);
          expect(await misreported(database)).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
    // It would hold for a bank that moves nothing.
    expect([...outcomes]).toEqual(
      expect.arrayContaining(['transferred', 'awaiting_release', 'insufficient_funds']),
    );
  });
});

/** Transfers and wires that are not what was posted for them; days whose total is not theirs, or above the limit. */
async function misreported(database: Database): Promise<string[]> {
  const tables = database.tables<BankTables>();
  const transfers = await tables.selectFrom('transfers').selectAll().execute();
  const wires = await tables.selectFrom('wires').selectAll().execute();
  const days = await tables.selectFrom('daily_totals').selectAll().execute();
  const posted = await tables
    .selectFrom('postings')
    .innerJoin('journal_entries', 'journal_entries.id', 'postings.entry_id')
    .select(['idempotency_key', 'account_id', 'amount_cents'])
    .where('kind', 'in', ['transfer', 'wire'])
    .execute();
  const found = (key: string, account: string) =>
    posted.find(
      ({ idempotency_key, account_id }) => idempotency_key === key && account_id === account,
    )?.amount_cents;
  const totals = new Map<string, number>();
  const count = (customer: string, what: string, at: number, cost: number) => {
    const day = `${customer} ${what} ${new Date(at).toISOString().slice(0, 10)}`;
    totals.set(day, (totals.get(day) ?? 0) + cost);
  };
  for (const move of transfers) count(move.customer_id, 'transfer', move.at, move.amount_cents);
  for (const sent of wires) count(sent.customer_id, 'wire', sent.requested_at, sent.amount_cents);
  return [
    ...transfers
      .filter(
        (move) =>
          found(move.idempotency_key, move.from_account_id) !== 0 - move.amount_cents ||
          found(move.idempotency_key, move.to_account_id) !== move.amount_cents,
      )
      .map(({ id }) => id),
    ...wires
      .filter(
        (sent) =>
          found(sent.idempotency_key, sent.account_id) !== 0 - sent.amount_cents - sent.fee_cents,
      )
      .map(({ id }) => id),
    ...(posted.length === 2 * (transfers.length + wires.length) ? [] : ['postings of nothing']),
    ...days
      .filter(
        ({ customer_id, kind: what, day, total_cents }) =>
          totals.get(`${customer_id} ${what} ${day}`) !== total_cents ||
          total_cents > DAILY_LIMIT[what],
      )
      .map(({ customer_id, day }) => `${customer_id} on ${day}`),
    ...(days.length === totals.size ? [] : ['a day that was not counted']),
  ];
}
