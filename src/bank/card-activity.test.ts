import { expect, test } from 'vitest';
import type { Database } from '#database/database.ts';
import { describeEveryStore } from '#database/every-store.ts';
import { cents } from '#lib/brand.ts';
import type { Bank } from './bank.ts';
import { openTestBank } from './fixture.ts';
import type { BankTables } from './tables.ts';

const FATIMA = 'cust_fatima_haddad';
const HER_CARD = 'acct_fatima_haddad_credit_card';
const BLUE_HARBOR = { customerId: FATIMA, reference: 'TX-41207', callId: 'call_1' };

describeEveryStore('a card payment', (openFresh) => {
  test('is an entry in the ledger, and the accounts hold what they were opened with', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    const tables = database.tables<BankTables>();
    const payments = await tables
      .selectFrom('card_transactions')
      .innerJoin('cards', 'cards.id', 'card_transactions.card_id')
      .innerJoin(
        'journal_entries',
        'journal_entries.idempotency_key',
        'card_transactions.idempotency_key',
      )
      .innerJoin('postings', 'postings.entry_id', 'journal_entries.id')
      .select(['merchant', 'memo', 'cards.account_id as theirs'])
      .select('postings.account_id as account')
      .select('card_transactions.amount_cents as amount')
      .select('postings.amount_cents as posted')
      .execute();
    expect(payments.length).toBeGreaterThan(40);
    for (const { posted, merchant, memo, theirs, account, amount } of payments) {
      expect(memo).toBe(merchant);
      expect(posted).toBe(account === theirs ? 0 - amount : amount);
    }
    expect(await bank.ledger.balance(HER_CARD)).toBe(-298_000);
    expect(await bank.ledger.balance('acct_james_whitfield_checking')).toBe(1_106_000);
  });

  test('is found by its owner, and by nobody else', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    const clues = { merchant: 'blue harbour' };
    expect(await bank.transactions.find(FATIMA, clues)).toMatchObject({
      outcome: 'one',
      payment: { reference: 'TX-41207', amount: 349_99, madeOn: '2026-09-25', dispute: null },
    });
    expect(await bank.transactions.find('cust_emma_carter', clues)).toMatchObject({
      outcome: 'one',
      payment: { amount: 129_95 },
    });
    expect(await bank.transactions.find('cust_grace_lindqvist', clues)).toEqual({
      outcome: 'no_payments',
    });
    expect(await bank.transactions.find(FATIMA, { date: '2026-10-02' })).toEqual({
      outcome: 'still_to_come',
    });
  });

  test('that was not theirs is given back at once, and the trace of it is whole', async () => {
    await using database = await openFresh();
    const { bank, clock } = await openTestBank(database);
    const filed = await bank.disputes.file({ ...BLUE_HARBOR, reason: 'unauthorized' });
    expect(filed).toEqual({
      outcome: 'filed',
      reference: expect.stringMatching(/^DP-\d{6}$/),
      merchant: 'Blue Harbor Electronics',
      amount: 349_99,
      madeOn: '2026-09-25',
      credited: 349_99,
      decidedBy: '2026-10-15',
    });
    expect(await bank.ledger.balance(HER_CARD)).toBe(-298_000 + 349_99);
    expect(await bank.ledger.balance('acct_disputes')).toBe(-349_99);
    expect(
      await database
        .tables<BankTables>()
        .selectFrom('changes')
        .select(['action', 'at', 'call_id', 'subject'])
        .execute(),
    ).toEqual([
      { action: 'dispute.filed', at: clock.date(), call_id: 'call_1', subject: 'disputes' },
    ]);
    expect(await bank.transactions.find(FATIMA, { merchant: 'blue harbor' })).toMatchObject({
      payment: { dispute: filed.outcome === 'filed' ? filed.reference : '' },
    });
  });

  test('is disputed once, however many calls ask for it at the same moment', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    const file = () => bank.disputes.file({ ...BLUE_HARBOR, reason: 'unauthorized' });
    const outcomes = await Promise.all([file(), file(), file(), file()]);
    const references = new Set(
      outcomes.map((each) => ('reference' in each ? each.reference : each.outcome)),
    );
    expect(outcomes.filter(({ outcome }) => outcome === 'filed')).toHaveLength(1);
    expect(outcomes.filter(({ outcome }) => outcome === 'already_disputed')).toHaveLength(3);
    expect(references.size).toBe(1);
    expect(await bank.ledger.balance('acct_disputes')).toBe(-349_99);
  });

  test.each(['wrong_amount', 'not_received'] as const)(
    'that is disputed as %s is not given back before the merchant was asked',
    async (reason) => {
      await using database = await openFresh();
      const { bank } = await openTestBank(database);
      expect(await bank.disputes.file({ ...BLUE_HARBOR, reason })).toMatchObject({ credited: 0 });
      expect(await bank.ledger.balance(HER_CARD)).toBe(-298_000);
    },
  );

  test('that was charged twice is given back once also when two calls dispute both halves', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    const twins = await database
      .tables<BankTables>()
      .selectFrom('card_transactions')
      .select('reference')
      .where('merchant', '=', 'Corner Market')
      .where('amount_cents', '=', cents(42_50))
      .execute();
    const filed = await Promise.all(
      twins.map(({ reference }) =>
        bank.disputes.file({ ...BLUE_HARBOR, reference, reason: 'duplicate' }),
      ),
    );
    const credited = filed.map((dispute) => (dispute.outcome === 'filed' ? dispute.credited : -1));
    expect(credited.toSorted((a, b) => a - b)).toEqual([0, 42_50]);
  });

  test('that was charged twice is given back once, and what was charged once not at all', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    const credited = async () => {
      const found = await bank.transactions.find(FATIMA, {
        merchant: 'corner market',
        amount: 42_50 as never,
      });
      const reference = found.outcome === 'one' ? found.payment.reference : '';
      return bank.disputes.file({ ...BLUE_HARBOR, reference, reason: 'duplicate' });
    };
    expect(await credited()).toMatchObject({ outcome: 'filed', credited: 42_50 });
    expect(await credited()).toMatchObject({ outcome: 'filed', credited: 0 });
    expect(await credited()).toMatchObject({ outcome: 'already_disputed' });
    expect(await bank.disputes.file({ ...BLUE_HARBOR, reason: 'duplicate' })).toMatchObject({
      credited: 0,
    });
  });

  test('can be disputed for 120 days', async () => {
    await using database = await openFresh();
    const { bank, clock } = await openTestBank(database);
    clock.setDate(Date.parse('2027-01-23T23:00:00Z'));
    expect(await bank.disputes.check(BLUE_HARBOR)).toMatchObject({ outcome: 'possible' });
    clock.setDate(Date.parse('2027-01-24T00:00:00Z'));
    expect(await bank.disputes.check(BLUE_HARBOR)).toEqual({ outcome: 'too_old' });
    expect(await bank.disputes.file({ ...BLUE_HARBOR, reason: 'unauthorized' })).toEqual({
      outcome: 'too_old',
    });
    expect(await written(database, bank)).toEqual([]);
  });

  test.each([
    ['of somebody else', { ...BLUE_HARBOR, customerId: 'cust_emma_carter' }],
    ['that never was', { ...BLUE_HARBOR, reference: 'TX-00000' }],
    ['without a reference', { ...BLUE_HARBOR, reference: '' }],
    ['by SQL', { ...BLUE_HARBOR, reference: "TX-41207' or '1'='1" }],
  ])('%s cannot be disputed', async (_whose, wish) => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    expect(await bank.disputes.file({ ...wish, reason: 'unauthorized' })).toEqual({
      outcome: 'no_payment',
    });
    expect(await written(database, bank)).toEqual([]);
  });
});

/** Disputes, changes, and money given back. */
async function written(database: Database, bank: Bank): Promise<unknown[]> {
  const tables = database.tables<BankTables>();
  return [
    ...(await tables.selectFrom('disputes').select('id').execute()),
    ...(await tables.selectFrom('changes').select('id').execute()),
    ...((await bank.ledger.balance('acct_disputes')) === 0 ? [] : ['money']),
  ];
}
