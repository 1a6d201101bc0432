import { expect, test } from 'vitest';
import { describeEveryStore } from '#database/every-store.ts';
import { cents } from '#lib/brand.ts';
import { openTestBank } from './fixture.ts';
import type { BankTables } from './tables.ts';
import type { WireOrder } from './wires.ts';

const YUKI = 'cust_yuki_tanaka';
const ELENA = 'cust_elena_petrova';
const TO_MARIA = {
  customerId: YUKI,
  recipientName: 'maria',
  from: 'checking',
  amount: cents(250_000),
  callId: 'call_1',
} as const;

describeEveryStore('a wire', (openFresh) => {
  test('takes the money and the fee at once, and waits for a specialist', async () => {
    await using database = await openFresh();
    const { bank, clock } = await openTestBank(database);
    expect(await bank.wires.initiate(TO_MARIA)).toMatchObject({
      outcome: 'awaiting_release',
      reference: expect.stringMatching(/^WR-\d{6}$/),
      recipient: { name: 'Maria Lopez', bank: 'Banco Litoral', country: 'Spain' },
      account: { balance: 1_585_500 },
      fee: 4_500,
    });
    expect(await bank.ledger.balance('acct_yuki_tanaka_checking')).toBe(1_585_500);
    expect(await bank.ledger.balance('acct_wires')).toBe(254_500);
    const tables = database.tables<BankTables>();
    expect(await tables.selectFrom('wires').selectAll().execute()).toMatchObject([
      {
        recipient_id: 'rcp_yuki_tanaka_maria_lopez',
        amount_cents: 250_000,
        fee_cents: 4_500,
        status: 'awaiting_release',
        requested_at: clock.date(),
      },
    ]);
    expect(await tables.selectFrom('changes').select(['action', 'after_json']).execute()).toEqual([
      {
        action: 'wire.initiated',
        after_json: '{"balance":1585500,"amount":250000,"fee":4500,"status":"awaiting_release"}',
      },
    ]);
  });

  test('is taken once in a call, by whichever part of the name it is asked for', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    const names = ['maria', 'Maria Lopez', 'lopez', 'maria'];
    const outcomes = await Promise.all(
      names.map((recipientName) => bank.wires.initiate({ ...TO_MARIA, recipientName })),
    );
    const references = outcomes.map((wire) =>
      wire.outcome === 'awaiting_release' ? wire.reference : wire.outcome,
    );
    expect(new Set(references).size).toBe(1);
    expect(await bank.ledger.balance('acct_wires')).toBe(254_500);
  });

  test('within the country costs less', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    expect(
      await bank.wires.judge({
        customerId: 'cust_james_whitfield',
        recipientName: 'Robert Whitfield',
        from: 'savings',
        amount: cents(100),
      }),
    ).toMatchObject({ outcome: 'possible', fee: 2_500, recipient: { lastFour: '7735' } });
  });

  test.each([
    [
      'to somebody who is not saved',
      { recipientName: 'Pedro' },
      { outcome: 'no_recipient', saved: ['Anna Schmidt', 'Maria Lopez'] },
    ],
    [
      'to a family name that is not theirs',
      { recipientName: 'Maria Schmidt' },
      { outcome: 'no_recipient', saved: ['Anna Schmidt', 'Maria Lopez'] },
    ],
    ['to oneself', { recipientName: 'myself' }, { outcome: 'own_account' }],
    ['to one’s own name', { recipientName: 'Yuki Tanaka' }, { outcome: 'own_account' }],
    ['to one’s own account', { recipientName: 'my savings account' }, { outcome: 'own_account' }],
    [
      'to one’s own account under another name',
      { customerId: ELENA, recipientName: 'Holiday Fund' },
      { outcome: 'own_account' },
    ],
    [
      'to one of two',
      { customerId: ELENA, recipientName: 'anna' },
      { outcome: 'ambiguous_recipient', names: ['Anna Ivanova', 'Anna Petrova'] },
    ],
    ['from an account one has not got', { from: 'savings' }, { outcome: 'no_account' }],
    [
      'that leaves nothing for the fee',
      { amount: cents(1_840_000) },
      { outcome: 'insufficient_funds', available: 1_840_000, fee: 4_500 },
    ],
    [
      'of more than a day allows',
      {
        customerId: ELENA,
        recipientName: 'Anna Petrova',
        from: 'savings',
        amount: cents(2_500_001),
      },
      { outcome: 'over_limit', left: 2_500_000 },
    ],
  ] satisfies [string, Partial<WireOrder>, object][])(
    '%s is refused, and nothing is changed',
    async (_what, wrong, why) => {
      await using database = await openFresh();
      const { bank } = await openTestBank(database);
      const order = { ...TO_MARIA, ...wrong };
      expect(await bank.wires.judge(order)).toEqual(why);
      expect(await bank.wires.initiate(order)).toEqual(why);
      const tables = database.tables<BankTables>();
      expect(await tables.selectFrom('wires').select('id').execute()).toEqual([]);
      expect(await tables.selectFrom('changes').select('id').execute()).toEqual([]);
      expect(await bank.ledger.balance('acct_wires')).toBe(0);
    },
  );

  test('from a closed account is refused', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    await database
      .tables<BankTables>()
      .updateTable('accounts')
      .set({ status: 'closed' })
      .where('id', '=', 'acct_yuki_tanaka_checking')
      .execute();
    expect(await bank.wires.initiate(TO_MARIA)).toEqual({ outcome: 'closed_account' });
  });

  test('a relative’s name is not one’s own', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    expect(await bank.recipients.find(YUKI, 'Kenji Tanaka')).toMatchObject({
      outcome: 'no_recipient',
    });
    expect(await bank.recipients.find(YUKI, 'Tanaka')).toMatchObject({ outcome: 'no_recipient' });
    expect(await bank.recipients.find('cust_noah_kim', 'Maria')).toEqual({
      outcome: 'no_recipient',
      saved: [],
    });
  });
});
