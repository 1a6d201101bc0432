/** A customer's own accounts, as far as money may be moved between them. */
import type { Transaction } from 'kysely';
import type { Database } from '#database/database.ts';
import { type Cents, cents } from '#lib/brand.ts';
import type { BankTables } from './tables.ts';

/** What a caller can name; loans and mortgages are spoken of elsewhere. */
export type OwnKind = 'checking' | 'savings' | 'credit_card';
const OWN_KINDS: readonly OwnKind[] = ['checking', 'savings', 'credit_card'];

export interface OwnAccount {
  readonly id: string;
  readonly kind: OwnKind;
  readonly lastFour: string;
  readonly open: boolean;
  /** Negative: owed to the bank. */
  readonly balance: Cents;
  /** What may still be taken from it, credit included; never negative. */
  readonly available: Cents;
}

export interface AccountReader {
  /** Open and closed ones, in the order checking, savings, credit card. */
  accounts(customerId: string): Promise<OwnAccount[]>;
}

export function accountReader(database: Database): AccountReader {
  return { accounts: (customerId) => ownAccounts(database.tables<BankTables>(), customerId) };
}

/** Within a transaction too. */
export async function ownAccounts(
  tables: Pick<Transaction<BankTables>, 'selectFrom'>,
  customerId: string,
): Promise<OwnAccount[]> {
  const rows = await tables
    .selectFrom('accounts')
    .select(['id', 'kind', 'number', 'status', 'balance_cents', 'floor_cents'])
    .where('customer_id', '=', customerId)
    .where('kind', 'in', OWN_KINDS)
    .orderBy('id')
    .execute();
  return OWN_KINDS.flatMap((kind) =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ id, number, status, balance_cents, floor_cents }) => ({
        id,
        kind,
        lastFour: number.slice(-4),
        open: status === 'open',
        balance: balance_cents,
        available: cents(Math.max(0, balance_cents - (floor_cents ?? 0))),
      })),
  );
}

/** Where there are several of a kind, an open one. */
export function accountOf(accounts: readonly OwnAccount[], kind: OwnKind): OwnAccount | undefined {
  const theirs = accounts.filter((account) => account.kind === kind);
  return theirs.find(({ open }) => open) ?? theirs[0];
}
