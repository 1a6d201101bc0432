import { expect, test } from 'vitest';
import { describeEveryStore } from '#database/every-store.ts';
import { cents } from '#lib/brand.ts';
import { openTestBank } from './fixture.ts';
import type { BankTables } from './tables.ts';
import type { TransferOrder } from './transfers.ts';

const JAMES = { customerId: 'cust_james_whitfield', callId: 'call_1' };
const CHECKING = 'acct_james_whitfield_checking';
const SAVINGS = 'acct_james_whitfield_savings';
const TO_SAVINGS = { ...JAMES, from: 'checking', to: 'savings', amount: cents(50_050) } as const;

describeEveryStore('a transfer', (openFresh) => {
  test('moves the money, and is written down with what it changed', async () => {
    await using database = await openFresh();
    const { bank, clock } = await openTestBank(database);
    expect(await bank.transfers.transfer(TO_SAVINGS)).toMatchObject({
      outcome: 'transferred',
      reference: expect.stringMatching(/^TR-\d{6}$/),
      from: { balance: 1_055_950 },
      to: { balance: 5_250_050 },
    });
    expect(await bank.ledger.balance(CHECKING)).toBe(1_055_950);
    expect(await bank.ledger.balance(SAVINGS)).toBe(5_250_050);
    const tables = database.tables<BankTables>();
    expect(await tables.selectFrom('transfers').selectAll().execute()).toMatchObject([
      { from_account_id: CHECKING, to_account_id: SAVINGS, amount_cents: 50_050, at: clock.date() },
    ]);
    expect(await tables.selectFrom('changes').select(['action', 'after_json']).execute()).toEqual([
      {
        action: 'money.transferred',
        after_json: '{"from":1055950,"to":5250050,"amount":50050}',
      },
    ]);
  });

  test('is made once in a call, however often and at the same moment it is asked for', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    const same = await Promise.all([1, 2, 3].map(() => bank.transfers.transfer(TO_SAVINGS)));
    const later = await bank.transfers.transfer(TO_SAVINGS);
    const references = [...same, later].map((made) =>
      made.outcome === 'transferred' ? made.reference : made.outcome,
    );
    expect(new Set(references).size).toBe(1);
    expect(await bank.ledger.balance(CHECKING)).toBe(1_055_950);
    // Another call is another transfer.
    await bank.transfers.transfer({ ...TO_SAVINGS, callId: 'call_2' });
    expect(await bank.ledger.balance(CHECKING)).toBe(1_005_900);
  });

  test('pays a credit card, up to what is owed on it, also when two calls pay it at the same moment', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    const accounts = await bank.accounts.accounts('cust_emma_carter');
    const owed = cents(0 - (accounts.find(({ kind }) => kind === 'credit_card')?.balance ?? 0));
    const pay = (amount: number) =>
      bank.transfers.transfer({
        customerId: 'cust_emma_carter',
        callId: `call_${amount}`,
        from: 'checking',
        to: 'credit_card',
        amount: cents(amount),
      });
    expect(owed).toBeGreaterThan(0);
    expect(await pay(owed + 1)).toEqual({ outcome: 'overpaid', owed });
    const both = await Promise.all([pay(owed), pay(owed - 1)]);
    expect(both.filter(({ outcome }) => outcome === 'transferred')).toHaveLength(1);
    expect(both.filter(({ outcome }) => outcome === 'overpaid')).toHaveLength(1);
  });

  test.each([
    ['to where it came from', JAMES, 'savings', 'savings', 100, { outcome: 'same_account' }],
    [
      'of more than there is',
      JAMES,
      'checking',
      'savings',
      1_106_001,
      { outcome: 'insufficient_funds', available: 1_106_000 },
    ],
    [
      'of more than a day allows',
      JAMES,
      'savings',
      'checking',
      2_500_001,
      { outcome: 'over_limit', left: 2_500_000 },
    ],
    [
      'to an account one has not got',
      JAMES,
      'checking',
      'credit_card',
      100,
      { outcome: 'no_account', side: 'to' },
    ],
    [
      'from an account one has not got',
      { customerId: 'cust_of_no_one' },
      'checking',
      'savings',
      100,
      { outcome: 'no_account', side: 'from' },
    ],
    [
      'to a closed account',
      { customerId: 'cust_walter_brandt' },
      'checking',
      'savings',
      100,
      { outcome: 'closed_account', side: 'to' },
    ],
    [
      'from a closed account',
      { customerId: 'cust_arthur_penrose' },
      'checking',
      'savings',
      100,
      { outcome: 'closed_account', side: 'from' },
    ],
    [
      'out of a credit card',
      { customerId: 'cust_emma_carter' },
      'credit_card',
      'checking',
      100,
      { outcome: 'from_credit_card' },
    ],
  ] as const)(
    '%s is refused, and nothing is changed',
    async (_what, who, from, to, amount, why) => {
      await using database = await openFresh();
      const { bank } = await openTestBank(database);
      const order: TransferOrder = { customerId: who.customerId, from, to, amount: cents(amount) };
      expect(await bank.transfers.judge(order)).toEqual(why);
      expect(await bank.transfers.transfer({ ...order, callId: 'call_1' })).toEqual(why);
      const tables = database.tables<BankTables>();
      expect(await tables.selectFrom('transfers').select('id').execute()).toEqual([]);
      expect(await tables.selectFrom('daily_totals').select('day').execute()).toEqual([]);
      expect(await tables.selectFrom('changes').select('id').execute()).toEqual([]);
    },
  );

  test('of a day stays within the limit over many calls, and the next day begins at nought', async () => {
    await using database = await openFresh();
    const { bank, clock } = await openTestBank(database);
    const move = (callId: string) =>
      bank.transfers.transfer({
        ...JAMES,
        callId,
        from: 'savings',
        to: 'checking',
        amount: cents(1_000_000),
      });
    const outcomes = await Promise.all(['a', 'b', 'c', 'd'].map(move));
    expect(outcomes.filter(({ outcome }) => outcome === 'transferred')).toHaveLength(2);
    expect(outcomes.filter(({ outcome }) => outcome !== 'transferred')).toEqual([
      { outcome: 'over_limit', left: 500_000 },
      { outcome: 'over_limit', left: 500_000 },
    ]);
    clock.setDate(clock.date() + 24 * 3_600_000);
    expect(await move('e')).toMatchObject({ outcome: 'transferred' });
  });
});
