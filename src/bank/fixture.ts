/** For tests: a freshly seeded bank whose clock stands still until it is set. */
import type { Database } from '#database/database.ts';
import type { Clock } from '#lib/clock.ts';
import { type Bank, openBank } from './bank.ts';
import type { BankTables } from './tables.ts';

/** Thursday, 1 October 2026, noon. */
const NOON = Date.UTC(2026, 9, 1, 12);

export interface StillClock extends Clock {
  setDate(date: number): void;
}

export function stillClock(start = NOON): StillClock {
  let date = start;
  return {
    now: () => date - start,
    date: () => date,
    after: () => () => undefined,
    setDate: (to) => {
      date = to;
    },
  };
}

export async function openTestBank(database: Database): Promise<{ bank: Bank; clock: StillClock }> {
  const clock = stillClock();
  return { bank: await openBank(database, clock), clock };
}

/** Entries that do not sum to nothing; accounts that are not the sum of their postings, or below their floor. */
export async function flaws(database: Database): Promise<string[]> {
  const tables = database.tables<BankTables>();
  const postings = await tables.selectFrom('postings').selectAll().execute();
  const byEntry = new Map<string, number>();
  const byAccount = new Map<string, number>();
  for (const { entry_id, account_id, amount_cents } of postings) {
    byEntry.set(entry_id, (byEntry.get(entry_id) ?? 0) + amount_cents);
    byAccount.set(account_id, (byAccount.get(account_id) ?? 0) + amount_cents);
  }
  const accounts = await tables
    .selectFrom('accounts')
    .select(['id', 'balance_cents', 'floor_cents'])
    .execute();
  return [
    ...[...byEntry].filter(([, sum]) => sum !== 0).map(([id]) => id),
    ...accounts
      .filter(
        ({ id, balance_cents, floor_cents }) =>
          balance_cents !== (byAccount.get(id) ?? 0) ||
          (floor_cents !== null && balance_cents < floor_cents),
      )
      .map(({ id }) => id),
  ];
}
