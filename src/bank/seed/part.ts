/** One part of the seed; all of them are listed in `seed.ts`. */
import type { Transaction } from 'kysely';
import type { BankTables } from '#bank/tables.ts';

export interface Filling {
  /** When the bank is filled, milliseconds since 1970: for what happened "last week". */
  readonly at: number;
  /** By the customer's name. Made beforehand: hashing takes its time, and a transaction should not wait. */
  readonly pinHashes: ReadonlyMap<string, string>;
}

export interface SeedPart {
  /** All tables this part fills, or that calls fill about it; parents before children. */
  readonly tables: readonly (keyof BankTables)[];
  /** What it fills them from: a bank that was filled from anything else is filled anew. */
  readonly data: unknown;
  fill(tx: Transaction<BankTables>, filling: Filling): Promise<void>;
}
