import { expect, test } from 'vitest';
import { describeEveryStore } from '#database/every-store.ts';
import { cents } from '#lib/brand.ts';
import type { Bank } from './bank.ts';
import { openTestBank } from './fixture.ts';
import type { BankTables } from './tables.ts';

describeEveryStore('credit', (openFresh) => {
  test('is scored: the latest score counts, and not everybody has one', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    const priya = { score: 742, scoredOn: '2026-09-22' };
    expect(await bank.credit.score('cust_priya_raman')).toEqual(priya);
    await database
      .tables<BankTables>()
      .insertInto('credit_scores')
      .values({ customer_id: 'cust_priya_raman', scored_on: '2020-01-01', score: 500 })
      .execute();
    expect(await bank.credit.score('cust_priya_raman')).toEqual(priya);
    expect(await bank.credit.score('cust_oliver_novak')).toBeUndefined();
  });

  test('has a limit, which is that of the account', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    expect(await bank.credit.cards('cust_priya_raman')).toMatchObject([
      { lastFour: '9063', limit: 3_500_00, status: 'active', waiting: null },
    ]);
    expect(await bank.credit.cards('cust_sofia_marin')).toMatchObject([{ status: 'expired' }]);
    expect(await bank.credit.cards('cust_hannah_weiss')).toEqual([]);
  });

  test('is asked for once, whoever asks at the same moment, and is not raised by it', async () => {
    await using database = await openFresh();
    const { bank, clock } = await openTestBank(database);
    const outcomes = await Promise.all([6_000, 7_000, 8_000].map((limit) => ask(bank, limit)));
    expect(outcomes.filter(({ outcome }) => outcome === 'requested')).toHaveLength(1);
    expect(new Set(outcomes.map(({ reference }) => reference)).size).toBe(1);
    expect(await bank.credit.cards('cust_priya_raman')).toMatchObject([
      { limit: 3_500_00, waiting: outcomes[0]?.reference },
    ]);
    const tables = database.tables<BankTables>();
    expect(await tables.selectFrom('limit_requests').selectAll().execute()).toMatchObject([
      {
        current_limit_cents: 3_500_00,
        annual_income_cents: 58_000_00,
        status: 'awaiting_specialist',
        requested_at: clock.date(),
        call_id: 'call_1',
      },
    ]);
    expect(await tables.selectFrom('changes').select('action').execute()).toEqual([
      { action: 'limit.requested' },
    ]);
  });
});

async function ask(bank: Bank, newLimit: number) {
  const customerId = 'cust_priya_raman';
  const [card] = await bank.credit.cards(customerId);
  if (card === undefined) throw new Error('Priya has no credit card.');
  return bank.credit.requestLimit({
    customerId,
    card,
    newLimit: cents(newLimit * 100),
    annualIncome: cents(58_000_00),
    callId: 'call_1',
  });
}
