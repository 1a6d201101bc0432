/** A change of money is judged first and then made; another call may come in between. */
import type { Transaction } from 'kysely';
import type { Database } from '#database/database.ts';
import { InsufficientFunds } from './ledger.ts';
import type { BankTables } from './tables.ts';

/** Undoes the transaction: what was judged is no longer so. */
export class Overtaken extends Error {}

/** Each round that fails, another call has succeeded; so many in a row mean that something else is wrong. */
const ROUNDS = 20;

/** Judges again where it was overtaken, so that the caller hears the reason as it is now. */
export async function untilSettled<Outcome>(
  database: Database,
  work: (tx: Transaction<BankTables>) => Promise<Outcome>,
): Promise<Outcome> {
  for (let round = 1; ; round += 1) {
    try {
      return await database.transaction<BankTables, Outcome>(work);
    } catch (error) {
      const overtaken = error instanceof Overtaken || error instanceof InsufficientFunds;
      if (!overtaken || round === ROUNDS) throw error;
    }
  }
}
