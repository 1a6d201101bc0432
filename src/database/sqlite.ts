/** Kysely over the SQLite that is built into Node. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { type Dialect, SqliteAdapter, type SqliteDatabase, SqliteDialect } from 'kysely';

/** How long a write waits for another process (`npm run bank:reset`) before it fails. */
const BUSY_TIMEOUT_MS = 5_000;

/** @param path of the file, or `:memory:`. */
export function sqliteDialect(path: string): Dialect {
  const dialect = new SqliteDialect({ database: async () => open(path) });
  return {
    createAdapter: transactionalAdapter,
    createDriver: () => dialect.createDriver(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

function open(path: string): SqliteDatabase {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
  // With a write-ahead log, NORMAL never corrupts: a power cut may lose the last commits, a killed process none.
  database.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on');
  return {
    prepare: (sql) => prepare(database, sql),
    close: () => database.close(),
  };
}

function prepare(database: DatabaseSync, sql: string) {
  // A deferred transaction that reads and then writes fails at once when another process wrote in between.
  const statement = database.prepare(sql === 'begin' ? 'begin immediate' : sql);
  return {
    reader: statement.columns().length > 0,
    all: (parameters: readonly unknown[]) => statement.all(...inputs(parameters)),
    run: (parameters: readonly unknown[]) => statement.run(...inputs(parameters)),
    iterate: (parameters: readonly unknown[]) => statement.iterate(...inputs(parameters)),
  };
}

function inputs(parameters: readonly unknown[]): readonly SQLInputValue[] {
  return parameters as readonly SQLInputValue[];
}

/** SQLite can change tables inside a transaction; so a migration that is killed leaves nothing half done. */
function transactionalAdapter(): SqliteAdapter {
  return Object.defineProperty(new SqliteAdapter(), 'supportsTransactionalDdl', { value: true });
}
