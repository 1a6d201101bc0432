/** The door of `database/`: one SQLite file, or one PostgreSQL, that several owners keep their tables in. */
import { Kysely, type Transaction } from 'kysely';
import { Migrator } from 'kysely/migration';
import { postgresDialect } from './postgres.ts';
import { sqliteDialect } from './sqlite.ts';

type Step = (schema: Kysely<unknown>) => Promise<void>;

/** An owner's migrations by name ("001-cards"), applied once each, in the order of their names. */
export type Migrations = Readonly<Record<string, Step>>;

export interface Database extends AsyncDisposable {
  readonly kind: 'sqlite' | 'postgres';
  /** The tables as one owner sees them. */
  tables<Tables>(): Kysely<Tables>;
  /**
   * All or nothing, at "read committed": what must not be overtaken is guarded in the `where` of an update.
   * Inside, only the transaction may be used: on SQLite another query would wait for it for ever.
   */
  transaction<Tables, Value>(work: (tx: Transaction<Tables>) => Promise<Value>): Promise<Value>;
  /** Brings an owner's tables up to date. Throws what the failing step threw; SQLite and PostgreSQL undo it. */
  migrate(owner: string, migrations: Migrations): Promise<void>;
  close(): Promise<void>;
}

/** @param where `postgres://…`, the path of an SQLite file (made if missing), or `:memory:`. */
export function openDatabase(where: string): Database {
  const kind = /^postgres(ql)?:\/\//.test(where) ? 'postgres' : 'sqlite';
  const root = new Kysely<unknown>({
    dialect: kind === 'postgres' ? postgresDialect(where) : sqliteDialect(where),
  });
  const close = () => root.destroy();
  return {
    kind,
    tables: <Tables>() => root as Kysely<Tables>,
    transaction: <Tables, Value>(work: (tx: Transaction<Tables>) => Promise<Value>) =>
      (root as Kysely<Tables>).transaction().execute(work),
    migrate: (owner, migrations) => migrate(root, owner, migrations),
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function migrate(root: Kysely<unknown>, owner: string, migrations: Migrations) {
  const steps = Object.entries(migrations).map(([name, up]) => [name, { up }] as const);
  const migrator = new Migrator({
    db: root,
    provider: { getMigrations: async () => Object.fromEntries(steps) },
    migrationTableName: `${owner}_migrations`,
    migrationLockTableName: `${owner}_migrations_lock`,
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
