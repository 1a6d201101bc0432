/** How a made-up call is told from a real one, wherever calls are read: by its id. */
import { type Expression, type RawBuilder, sql } from 'kysely';

export const DEMO_PREFIX = 'demo_';

/** @param id the column that holds a call's id. */
export function isDemo(id: Expression<string>): RawBuilder<boolean> {
  return sql<boolean>`substr(${id}, 1, ${sql.lit(DEMO_PREFIX.length)}) = ${DEMO_PREFIX}`;
}
