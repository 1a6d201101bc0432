/** Puts the made-up month into the database, and takes it out again. Real calls are not touched. */
import type { Transaction } from 'kysely';
import type { Database } from '#database/database.ts';
import type { RecordTables } from '#record/tables.ts';
import { type Zone, zoneOf } from '#lib/zone.ts';
import { isDemo } from './demo-id.ts';
import { demoMonth } from './month.ts';

const SEED = 8_090;
/** SQLite binds at most 32,766 values to one statement. */
const ROWS_AT_ONCE = 500;
const OWN_TABLES = ['call_turns', 'call_tools', 'call_summaries'] as const;

/** People call by the clock on their wall. Twice is once: what was made up before goes first. @returns how many calls there are now. */
export async function addDemoCalls(
  database: Database,
  nowMs: number,
  zone: Zone = zoneOf('UTC'),
): Promise<number> {
  const month = demoMonth(SEED, nowMs, zone);
  await database.transaction<RecordTables, void>(async (tx) => {
    await removeFrom(tx);
    await insert(
      tx,
      'calls',
      month.map(({ call }) => call),
    );
    await insert(
      tx,
      'call_turns',
      month.flatMap(({ turns }) => turns),
    );
    await insert(
      tx,
      'call_tools',
      month.flatMap(({ tools }) => tools),
    );
    await insert(
      tx,
      'call_summaries',
      month.map(({ summary }) => summary),
    );
  });
  return month.length;
}

/** @returns how many calls were removed. */
export async function removeDemoCalls(database: Database): Promise<number> {
  return database.transaction<RecordTables, number>(removeFrom);
}

async function removeFrom(tx: Transaction<RecordTables>): Promise<number> {
  for (const table of OWN_TABLES)
    await tx
      .deleteFrom(table)
      .where((of) => isDemo(of.ref('call_id')))
      .execute();
  const removed = await tx
    .deleteFrom('calls')
    .where((of) => isDemo(of.ref('id')))
    .executeTakeFirst();
  return Number(removed.numDeletedRows);
}

async function insert<Table extends 'calls' | (typeof OWN_TABLES)[number]>(
  tx: Transaction<RecordTables>,
  table: Table,
  rows: readonly RecordTables[Table][],
): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    await tx
      .insertInto(table)
      .values(rows.slice(at, at + ROWS_AT_ONCE) as never)
      .execute();
}
