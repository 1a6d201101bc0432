/** Kysely over a PostgreSQL server. */
import { type Dialect, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';

/** Enough for the writes of a hundred calls; they are short. */
const CONNECTIONS = 10;
const CONNECT_TIMEOUT_MS = 5_000;

/** @param url `postgres://user:password@host/database`. */
export function postgresDialect(url: string): Dialect {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    types: {
      getTypeParser: (oid, format) =>
        oid === types.builtins.INT8 ? int8 : types.getTypeParser(oid, format),
    },
  });
  // An idle connection that the server drops is replaced by the pool; a query in flight fails by itself.
  pool.on('error', () => undefined);
  return new PostgresDialect({ pool });
}

/** Cents and milliseconds are exact as numbers; the driver would hand them over as text. */
function int8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit a number`);
  return value;
}
