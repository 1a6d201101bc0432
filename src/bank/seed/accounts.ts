/** The seed's part for money: accounts, and the opening balances, which come out of the vault. */
import type { Insertable, Transaction } from 'kysely';
import { INTERNAL, postEntry } from '#bank/ledger.ts';
import type { BankTables } from '#bank/tables.ts';
import { type Cents, cents } from '#lib/brand.ts';
import { CUSTOMERS } from './customers.ts';
import type { SeedPart } from './part.ts';
import { OPENED_AT, type SeedAccount, accountIdOf, customerIdOf, dollars } from './shape.ts';

type AccountRow = Insertable<BankTables['accounts']>;

/** The customers themselves belong to another part. */
export const accountsPart: SeedPart = {
  tables: ['accounts', 'journal_entries', 'postings'],
  data: Object.values(INTERNAL),
  async fill(tx) {
    const theirs = CUSTOMERS.flatMap(({ name, accounts }, customer) =>
      accounts.map((account, place) => ({
        opening: account.opening,
        row: accountRow(name, account, `7300${4100 + customer * 10 + place}`),
      })),
    );
    await tx
      .insertInto('accounts')
      .values([...Object.values(INTERNAL).map(internalRow), ...theirs.map(({ row }) => row)])
      .execute();
    for (const { row, opening } of theirs)
      if (opening !== 0) await open(tx, row.id, dollars(opening));
  },
};

function internalRow(id: string): AccountRow {
  return {
    id,
    customer_id: null,
    kind: 'internal',
    number: id.replace('acct_', 'NW-').toUpperCase(),
    status: 'open',
    balance_cents: cents(0),
    floor_cents: null,
    opened_at: OPENED_AT,
  };
}

function accountRow(customer: string, account: SeedAccount, number: string): AccountRow {
  const { kind, name = kind, limit = 0, closed = false } = account;
  const borrowed = kind === 'loan' || kind === 'mortgage';
  return {
    id: accountIdOf(customer, name),
    customer_id: customerIdOf(customer),
    kind,
    number,
    status: closed ? 'closed' : 'open',
    balance_cents: cents(0),
    floor_cents: borrowed ? null : dollars(0 - limit),
    opened_at: OPENED_AT,
  };
}

async function open(tx: Transaction<BankTables>, accountId: string, amount: Cents): Promise<void> {
  await postEntry(
    tx,
    {
      kind: 'opening_balance',
      memo: 'Opening balance',
      idempotencyKey: `opening:${accountId}`,
      postings: [
        { accountId, amount },
        { accountId: INTERNAL.vault, amount: cents(0 - amount) },
      ],
    },
    OPENED_AT,
  );
}
