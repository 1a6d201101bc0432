/** Puts the fictional customers into the bank; the same ones, with the same identifiers, every time. */
import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { hashSecret } from '#bank/secret.ts';
import type { BankTables } from '#bank/tables.ts';
import type { Database } from '#database/database.ts';
import { accountsPart } from './accounts.ts';
import { cardActivityPart } from './card-activity.ts';
import { cardsPart } from './cards.ts';
import { CUSTOMERS, customersPart } from './customers.ts';
import { loansPart } from './loans.ts';
import type { Filling, SeedPart } from './part.ts';
import { servicesPart } from './services.ts';

/** Parents before children: they are filled in this order, and emptied in the other. */
const PARTS: readonly SeedPart[] = [
  customersPart,
  accountsPart,
  cardsPart,
  servicesPart,
  loansPart,
  cardActivityPart,
];

export const FILLED_TABLES = PARTS.flatMap(({ tables }) => tables);

/** Which seed a bank was filled from. */
const FINGERPRINT = createHash('sha256')
  .update(JSON.stringify(PARTS.map(({ data }) => data)))
  .digest('hex');

/** What happened in a bank is kept, unless its customers were others than those of this version. */
export async function fillIfNew(database: Database, at: number): Promise<void> {
  const filled = await database
    .tables<BankTables>()
    .selectFrom('seeds')
    .select('fingerprint')
    .executeTakeFirst();
  if (filled?.fingerprint === FINGERPRINT) return;
  const filling = { at, pinHashes: await pinHashes() };
  await database.transaction<BankTables, void>(async (tx) => {
    // Another process, started at the same moment, may be first.
    if (await claim(tx, at)) await fill(tx, filling);
  });
}

/** Empties the bank and fills it again, all or nothing. */
export async function reset(database: Database, at: number): Promise<void> {
  const filling = { at, pinHashes: await pinHashes() };
  await database.transaction<BankTables, void>(async (tx) => {
    await claim(tx, at);
    await fill(tx, filling);
  });
}

/** @returns whether it is ours to fill: not where it has been filled from this seed. */
async function claim(tx: Transaction<BankTables>, at: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('seeds')
    .values({ id: 'demo', fingerprint: FINGERPRINT, filled_at: at })
    .onConflict((filled) =>
      filled
        .column('id')
        .doUpdateSet({ fingerprint: FINGERPRINT, filled_at: at })
        .where('seeds.fingerprint', '!=', FINGERPRINT),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

async function fill(tx: Transaction<BankTables>, filling: Filling): Promise<void> {
  for (const table of FILLED_TABLES.toReversed()) await tx.deleteFrom(table).execute();
  for (const part of PARTS) await part.fill(tx, filling);
}

let hashes: Promise<ReadonlyMap<string, string>> | undefined;

/** Once per process: a reset may be asked for often. */
function pinHashes(): Promise<ReadonlyMap<string, string>> {
  hashes ??= Promise.all(
    CUSTOMERS.map(async ({ name, pin }) => [name, await hashSecret(pin)] as const),
  ).then((all) => new Map(all));
  return hashes;
}
