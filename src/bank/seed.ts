/** Puts the fictional customers into the bank; the same ones, with the same identifiers, every time. */
import type { Insertable, Transaction } from 'kysely';
import type { Database } from '#database/database.ts';
import { type Cents, cents } from '#lib/brand.ts';
import { postEntry } from './ledger.ts';
import { hashSecret } from './secret.ts';
import { SEED, type SeedCustomer } from './seed-data.ts';
import type { BankTables } from './tables.ts';

/** When the demo bank opened: 2 January 2024. */
const OPENED_AT = Date.UTC(2024, 0, 2);
/** The other side of every opening balance. */
const VAULT = 'acct_vault';

/** Children before their parents. */
const ALL_TABLES = [
  'changes',
  'card_orders',
  'cards',
  'postings',
  'journal_entries',
  'accounts',
  'identity_attempts',
  'identity_factors',
  'customers',
] as const satisfies readonly (keyof BankTables)[];

/** Puts the customers into a bank that has none; a bank that has been filled keeps what happened in it. */
export async function fillIfNew(database: Database): Promise<void> {
  const vault = await database
    .tables<BankTables>()
    .selectFrom('accounts')
    .select('id')
    .where('id', '=', VAULT)
    .executeTakeFirst();
  if (vault !== undefined) return;
  const hashes = await pinHashes();
  await database.transaction<BankTables, void>((tx) => fill(tx, hashes));
}

/** Empties the bank and fills it again, all or nothing. */
export async function reset(database: Database): Promise<void> {
  const hashes = await pinHashes();
  await database.transaction<BankTables, void>(async (tx) => {
    for (const table of ALL_TABLES) await tx.deleteFrom(table).execute();
    await fill(tx, hashes);
  });
}

/** Made before a transaction begins: hashing takes its time, and nobody should wait for it. */
function pinHashes(): Promise<string[]> {
  return Promise.all(SEED.map(({ pin }) => hashSecret(pin)));
}

async function fill(tx: Transaction<BankTables>, hashes: readonly string[]): Promise<void> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('accounts')
    .values({ ...account(VAULT, null, 'internal', 'NW-VAULT'), floor_cents: null })
    .onConflict((known) => known.column('id').doNothing())
    .executeTakeFirst();
  // Another process, started at the same moment, was first.
  if (numInsertedOrUpdatedRows !== 1n) return;
  for (const [index, customer] of SEED.entries())
    await seedCustomer(tx, customer, index, hashes[index] ?? '');
}

async function seedCustomer(
  tx: Transaction<BankTables>,
  customer: SeedCustomer,
  index: number,
  pinHash: string,
): Promise<void> {
  const slug = customer.name.toLowerCase().replace(' ', '_');
  const customerId = `cust_${slug}`;
  await tx
    .insertInto('customers')
    .values({
      id: customerId,
      full_name: customer.name,
      first_name: customer.name.split(' ')[0] ?? customer.name,
      date_of_birth: customer.born,
      phone: customer.phone,
      email: `${slug.replace('_', '.')}@example.com`,
      created_at: OPENED_AT,
    })
    .execute();
  await tx
    .insertInto('identity_factors')
    .values({ customer_id: customerId, kind: 'pin', hash: pinHash, changed_at: OPENED_AT })
    .execute();
  for (const [place, { kind, opening, limit = 0, cards = [] }] of customer.accounts.entries()) {
    const accountId = `acct_${slug}_${kind}`;
    const borrowed = kind === 'loan' || kind === 'mortgage';
    await tx
      .insertInto('accounts')
      .values({
        ...account(accountId, customerId, kind, `7300${4100 + index * 10 + place}`),
        floor_cents: borrowed ? null : dollars(0 - limit),
      })
      .execute();
    if (opening !== 0) await open(tx, accountId, dollars(opening));
    for (const card of cards)
      await tx
        .insertInto('cards')
        .values({
          id: `card_${slug}_${card.lastFour}`,
          customer_id: customerId,
          account_id: accountId,
          kind: card.kind,
          brand: card.brand,
          last_four: card.lastFour,
          expires_on: card.expiresOn,
          status: card.status ?? 'active',
          blocked_reason: card.blockedReason ?? null,
          blocked_at: card.blockedReason === undefined ? null : OPENED_AT,
        })
        .execute();
  }
}

function account(
  id: string,
  customerId: string | null,
  kind: BankTables['accounts']['kind'],
  number: string,
): Omit<Insertable<BankTables['accounts']>, 'floor_cents'> {
  return {
    id,
    customer_id: customerId,
    kind,
    number,
    status: 'open',
    balance_cents: cents(0),
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
        { accountId: VAULT, amount: cents(0 - amount) },
      ],
    },
    OPENED_AT,
  );
}

function dollars(amount: number): Cents {
  return cents(amount * 100);
}
