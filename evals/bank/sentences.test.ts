import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Bank, openBank } from '#bank/bank.ts';
import { type Database, openDatabase } from '#database/database.ts';
import { sentencesOf } from './sentences.ts';
import { type BankState, differences, putBack, readBank } from './state.ts';

const CLOCK = { now: () => 0, date: () => Date.UTC(2026, 9, 1), after: () => () => undefined };
let database: Database;
let bank: Bank;
let fresh: BankState;

beforeEach(async () => {
  database = openDatabase(':memory:');
  bank = await openBank(database, CLOCK);
  fresh = await readBank(database);
});
afterEach(() => database.close());

async function blockEmmasCard(): Promise<void> {
  const [card] = await bank.reader.cards({ lastFour: '4829' });
  await bank.blocker.block({ cardId: card?.id ?? '', reason: 'lost', callId: 'call_1' });
}

test('a blocked card is told in one sentence, whatever else was written about it', async () => {
  await blockEmmasCard();
  const after = await readBank(database);
  expect(sentencesOf(differences(fresh, after), after)).toEqual(['card 4829 blocked, lost']);
});

test('the next caller finds the bank as the last one did', async () => {
  await blockEmmasCard();
  await putBack(database, differences(fresh, await readBank(database)));
  expect(differences(fresh, await readBank(database))).toEqual([]);
});

test('a balance that moved without an entry in the ledger is told', async () => {
  const accounts = database.tables<{ accounts: { id: string; balance_cents: number } }>();
  await accounts
    .updateTable('accounts')
    .set({ balance_cents: 1 })
    .where('id', '=', 'acct_emma_carter_savings')
    .execute();
  const after = await readBank(database);
  expect(sentencesOf(differences(fresh, after), after)).toEqual([
    'accounts: acct_emma_carter_savings: balance_cents 1530000 → 1',
  ]);
});
