/** What all calls together have come to, in one reading of the record. */
import type { Database } from '#database/database.ts';
import { isDemo } from './demo/demo-id.ts';
import type { RecordTables } from './tables.ts';

export interface Figures {
  /** Conversations of people that are over, scripted ones included; programs' own are not. */
  readonly calls: number;
  readonly contained: number;
  readonly escalated: number;
  /** From ring to goodbye; null while there is no call. */
  readonly averageHandlingSeconds: number | null;
  /** By who answered: a speech model, the embedded engine, nobody. */
  readonly modes: { readonly ai: number; readonly local: number; readonly scripted: number };
}

type Sum = number | string | null;

export async function readFigures(database: Database): Promise<Figures> {
  const tables = database.tables<RecordTables>();
  const [calls, plays] = await Promise.all([
    tables
      .selectFrom('calls')
      .select((of) => [
        of.fn.countAll<number>().as('all'),
        of.fn.count<number>('id').filterWhere('outcome', '=', 'contained').as('contained'),
        of.fn.count<number>('id').filterWhere('outcome', '=', 'escalated').as('escalated'),
        of.fn.count<number>('id').filterWhere('provider', '=', 'embedded').as('local'),
        of.fn.sum<Sum>(of('ended_at', '-', of.ref('started_at'))).as('ms'),
      ])
      .where('ended_at', 'is not', null)
      .where('outcome', '!=', 'relayed')
      // Talks about the calls are no calls of the bank, and made-up ones are nobody's.
      .where('scenario', '!=', 'insights')
      .where((of) => of.not(isDemo(of.ref('id'))))
      .executeTakeFirstOrThrow(),
    tables
      .selectFrom('scripted_plays')
      .select((of) => [
        of.fn.countAll<number>().as('all'),
        of.fn.count<number>('id').filterWhere('outcome', '=', 'contained').as('contained'),
        of.fn.count<number>('id').filterWhere('outcome', '=', 'escalated').as('escalated'),
        of.fn.sum<Sum>('took_ms').as('ms'),
      ])
      .executeTakeFirstOrThrow(),
  ]);
  const all = calls.all + plays.all;
  // PostgreSQL gives the sum of big numbers as text.
  const seconds = (Number(calls.ms ?? 0) + Number(plays.ms ?? 0)) / 1000;
  return {
    calls: all,
    contained: calls.contained + plays.contained,
    escalated: calls.escalated + plays.escalated,
    averageHandlingSeconds: all === 0 ? null : Math.round((seconds / all) * 10) / 10,
    modes: { ai: calls.all - calls.local, local: calls.local, scripted: plays.all },
  };
}
