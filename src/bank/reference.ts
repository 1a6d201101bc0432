/** Short references that people read out to each other: "DP-482913". */
import { randomInt } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { BankTables } from './tables.ts';

/** Not unique by itself: whoever writes it into a table tries again where it is taken. */
export function shortReference(prefix: string): string {
  return `${prefix}-${randomInt(100_000, 1_000_000)}`;
}

/** Of an order that was taken before: the same one of the same call is taken once. */
export async function referenceOf(
  tables: Pick<Transaction<BankTables>, 'selectFrom'>,
  orders: 'transfers' | 'wires',
  idempotencyKey: string,
): Promise<string | undefined> {
  const row = await tables
    .selectFrom(orders)
    .select('reference')
    .where('idempotency_key', '=', idempotencyKey)
    .executeTakeFirst();
  return row?.reference;
}

/** @param take resolves to whether the reference was free, and is now taken. */
export async function freshReference(
  prefix: string,
  take: (reference: string) => Promise<boolean>,
): Promise<string> {
  for (;;) {
    const reference = shortReference(prefix);
    if (await take(reference)) return reference;
  }
}
