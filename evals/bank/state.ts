/** The bank's tables as they stand: read whole, compared row by row, and put back. */
import { sql } from 'kysely';
import type { Database } from '#database/database.ts';

export type Row = Readonly<Record<string, unknown>>;

/** Tables by name, rows by their primary key. */
export type BankState = ReadonlyMap<string, ReadonlyMap<string, Row>>;

export interface RowChange {
  readonly table: string;
  readonly key: string;
  readonly before: Row | undefined;
  readonly after: Row | undefined;
}

/** Of the same database, but not the bank's: what remains of calls, and how tables came to be. */
const NOT_THE_BANKS = /^calls?$|^call_|migrations|^sqlite_/;

/** @param database SQLite: the evaluation gives each of its servers a file of its own */
export async function readBank(database: Database): Promise<BankState> {
  const root = database.tables<Record<string, Row>>();
  const { rows } = await sql<{
    name: string;
  }>`select name from sqlite_master where type = 'table'`.execute(root);
  const state = new Map<string, Map<string, Row>>();
  for (const { name } of rows.filter((table) => !NOT_THE_BANKS.test(table.name))) {
    const keys = await keysOf(database, name);
    const all = await root.selectFrom(name).selectAll().execute();
    state.set(
      name,
      new Map(all.map((row) => [keys.map((key) => String(row[key])).join(' '), row])),
    );
  }
  return state;
}

async function keysOf(database: Database, table: string): Promise<string[]> {
  const { rows } = await sql<{
    name: string;
    pk: number;
  }>`select name, pk from pragma_table_info(${table}) where pk > 0 order by pk`.execute(
    database.tables<Record<string, Row>>(),
  );
  return rows.map(({ name }) => name);
}

export function differences(before: BankState, after: BankState): RowChange[] {
  const changes: RowChange[] = [];
  for (const table of new Set([...before.keys(), ...after.keys()])) {
    const was = before.get(table) ?? new Map<string, Row>();
    const is = after.get(table) ?? new Map<string, Row>();
    for (const key of new Set([...was.keys(), ...is.keys()])) {
      const [old, now] = [was.get(key), is.get(key)];
      if (JSON.stringify(old) !== JSON.stringify(now))
        changes.push({ table, key, before: old, after: now });
    }
  }
  return changes;
}

/** Undoes the changes, so that the next caller finds the bank as this one did. */
export async function putBack(database: Database, changes: readonly RowChange[]): Promise<void> {
  await database.transaction<Record<string, Row>, void>(async (tx) => {
    await sql`pragma defer_foreign_keys = on`.execute(tx);
    for (const { table, after } of changes) {
      if (after !== undefined) {
        let rows = tx.deleteFrom(table);
        for (const [column, value] of Object.entries(after))
          rows = rows.where(column, value === null ? 'is' : '=', value);
        await rows.execute();
      }
    }
    for (const { table, before } of changes)
      if (before !== undefined) await tx.insertInto(table).values(before).execute();
  });
}
