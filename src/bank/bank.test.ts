import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { describeEveryStore } from '#database/every-store.ts';
import { cents } from '#lib/brand.ts';
import { openBank, resetBank } from './bank.ts';
import { openTestBank, stillClock } from './fixture.ts';
import { FILLED_TABLES } from './seed/seed.ts';
import type { BankTables } from './tables.ts';

describeEveryStore('the bank', (openFresh) => {
  test('is filled when it is first opened, and keeps what happened when it is opened again', async () => {
    await using database = await openFresh();
    const { bank, clock } = await openTestBank(database);
    const emma = await bank.reader.customerByPhone('+15550104829');
    expect(emma).toMatchObject({ fullName: 'Emma Carter', firstName: 'Emma' });
    await bank.blocker.block({ cardId: 'card_emma_carter_4829', reason: 'lost', callId: null });

    const again = await openBank(database, clock);
    const [card] = await again.reader.cards({ lastFour: '4829' });
    expect(card).toMatchObject({ status: 'blocked', blockedReason: 'lost' });
  });

  test('is filled once when several processes start at the same moment', async () => {
    await using database = await openFresh();
    const banks = await Promise.all([1, 2, 3].map(() => openBank(database, stillClock())));
    expect(banks).toHaveLength(3);
    const customers = database.tables<BankTables>().selectFrom('customers').select('id');
    expect(await customers.execute()).toHaveLength(30);
  });

  test('is filled anew where an older version had put other customers in', async () => {
    await using database = await openFresh();
    const { bank, clock } = await openTestBank(database);
    await bank.blocker.block({ cardId: 'card_emma_carter_4829', reason: 'lost', callId: null });
    const tables = database.tables<BankTables>();
    await tables.updateTable('seeds').set({ fingerprint: 'of an older version' }).execute();
    await Promise.all([1, 2].map(() => openBank(database, clock)));
    expect(await bank.reader.cards({ lastFour: '4829' })).toMatchObject([{ status: 'active' }]);
    expect(await tables.selectFrom('changes').select('id').execute()).toEqual([]);
  });

  test('has no table that a reset would forget', async () => {
    await using database = await openFresh();
    await openTestBank(database);
    const made = (await database.tables<BankTables>().introspection.getTables())
      .map(({ name }) => name)
      .filter((name) => !name.startsWith('bank_migrations'));
    expect(made.toSorted()).toEqual(['seeds', ...FILLED_TABLES].toSorted());
  });

  test('a reset puts everything back as it was', async () => {
    await using database = await openFresh();
    const { bank, clock } = await openTestBank(database);
    const before = await everything(database.tables<BankTables>());
    await bank.blocker.block({ cardId: 'card_emma_carter_4829', reason: 'lost', callId: 'call_1' });
    await bank.replacer.order({ cardId: 'card_emma_carter_4829', callId: 'call_1' });
    await bank.identity.verify({ lastFour: '4829', pin: '0000', callId: 'call_1' });
    const yuki = { customerId: 'cust_yuki_tanaka', callId: 'call_1' };
    await bank.access.sendResetLink({ ...yuki, channel: 'email' });
    await bank.wires.initiate({
      ...yuki,
      recipientName: 'maria',
      from: 'checking',
      amount: cents(100),
    });
    expect(await everything(database.tables<BankTables>())).not.toEqual(before);
    await resetBank(database, clock);
    expect(await everything(database.tables<BankTables>())).toEqual(before);
  });

  test('finds a card by its last four digits, and both where two customers share them', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    expect(await bank.reader.cards({ lastFour: '4829' })).toHaveLength(1);
    expect(await bank.reader.cards({ lastFour: '5544' })).toHaveLength(2);
    expect(
      await bank.reader.cards({ lastFour: '5544', customerId: 'cust_priya_raman' }),
    ).toMatchObject([{ id: 'card_priya_raman_5544' }]);
    expect(await bank.reader.cards({ lastFour: '0000' })).toEqual([]);
    expect(await bank.reader.customerByPhone('+12025550199')).toBeUndefined();
  });

  test('no PIN is kept as it is', async () => {
    await using database = await openFresh();
    await openTestBank(database);
    const factors = await database
      .tables<BankTables>()
      .selectFrom('identity_factors')
      .select('hash')
      .execute();
    expect(factors.length).toBeGreaterThan(9);
    for (const { hash } of factors) expect(hash).toMatch(/^scrypt\$\d+\$[^$]{20,}\$[^$]{40,}$/);
  });
});

/** All that a reset must restore. PINs are salted anew, and entries of the ledger have random identifiers. */
async function everything(tables: Kysely<BankTables>): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const table of FILLED_TABLES) {
    const rows: Record<string, unknown>[] = await tables.selectFrom(table).selectAll().execute();
    found[table] = rows
      .map(({ hash: _hash, entry_id: _entry, id, ...row }) =>
        JSON.stringify(table === 'journal_entries' ? row : { id, ...row }),
      )
      .toSorted();
  }
  return found;
}
