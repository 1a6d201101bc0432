/** Double entry: money is never made or lost, only moved; every entry's postings sum to nothing. */
import type { Transaction } from 'kysely';
import type { Database } from '#database/database.ts';
import type { Cents } from '#lib/brand.ts';
import type { Clock } from '#lib/clock.ts';
import { makeId } from '#lib/id.ts';
import type { BankTables } from './tables.ts';

/** The bank's own accounts, without a floor. */
export const INTERNAL = {
  /** The other side of every opening balance. */
  vault: 'acct_vault',
  /** What has left a customer's account and waits to be released to another bank, its fee included. */
  wires: 'acct_wires',
  /** Interest that borrowers have paid. */
  interest: 'acct_interest',
  /** What was paid by card, on its way to the merchants. */
  merchants: 'acct_merchants',
  /** What has been given back until a dispute is decided. */
  disputes: 'acct_disputes',
} as const;

interface Posting {
  readonly accountId: string;
  /** Positive: the account gains. */
  readonly amount: Cents;
}

export interface Entry {
  readonly kind: string;
  readonly memo: string;
  /** Posting the same key again changes nothing. */
  readonly idempotencyKey: string;
  readonly postings: readonly Posting[];
}

export type Posted = 'posted' | 'already_posted' | 'insufficient_funds';

export interface Ledger {
  /** @throws RangeError where the postings do not balance, Error where an account is missing or closed. */
  post(entry: Entry): Promise<Posted>;
  balance(accountId: string): Promise<Cents | undefined>;
}

/** Undoes the transaction; caught by whoever began it. */
export class InsufficientFunds extends Error {}

export function ledger(database: Database, clock: Clock): Ledger {
  return {
    async post(entry) {
      try {
        return await database.transaction<BankTables, Posted>((tx) =>
          postEntry(tx, entry, clock.date()),
        );
      } catch (error) {
        if (error instanceof InsufficientFunds) return 'insufficient_funds';
        throw error;
      }
    },
    async balance(accountId) {
      const account = await database
        .tables<BankTables>()
        .selectFrom('accounts')
        .select('balance_cents')
        .where('id', '=', accountId)
        .executeTakeFirst();
      return account?.balance_cents;
    },
  };
}

/** Within a transaction of the bank's, so that money and what it was paid for change together. */
export async function postEntry(
  tx: Transaction<BankTables>,
  { kind, memo, idempotencyKey, postings }: Entry,
  at: number,
): Promise<Posted> {
  const sum = postings.reduce((total, { amount }) => total + amount, 0);
  if (sum !== 0 || postings.length < 2 || postings.some(({ amount }) => amount === 0))
    throw new RangeError(`The postings of a ${kind} do not balance.`);
  const id = makeId('ent');
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('journal_entries')
    .values({ id, kind, memo, posted_at: at, idempotency_key: idempotencyKey })
    .onConflict((conflict) => conflict.column('idempotency_key').doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return 'already_posted';
  // Always in the same order: two transfers that cross each other must not wait for one another.
  for (const posting of postings.toSorted((a, b) => (a.accountId < b.accountId ? -1 : 1)))
    await move(tx, posting);
  await tx
    .insertInto('postings')
    .values(
      postings.map(({ accountId, amount }, line) => ({
        entry_id: id,
        line,
        account_id: accountId,
        amount_cents: amount,
      })),
    )
    .execute();
  return 'posted';
}

async function move(tx: Transaction<BankTables>, { accountId, amount }: Posting): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('accounts')
    .set((account) => ({ balance_cents: account('balance_cents', '+', amount) }))
    .where('id', '=', accountId)
    .where('status', '=', 'open')
    .$if(amount < 0, (update) =>
      update.where((account) =>
        account.or([
          account('floor_cents', 'is', null),
          account(account('balance_cents', '+', amount), '>=', account.ref('floor_cents')),
        ]),
      ),
    )
    .executeTakeFirst();
  if (numUpdatedRows === 1n) return;
  const account = await tx
    .selectFrom('accounts')
    .select('status')
    .where('id', '=', accountId)
    .executeTakeFirst();
  if (account?.status === 'open') throw new InsufficientFunds();
  throw new Error(`The account ${accountId} is missing or closed.`);
}
