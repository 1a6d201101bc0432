/** Writes in batches, a moment later: whoever records a fact never waits for the database. */
import type { Transaction } from 'kysely';
import type { Database } from '#database/database.ts';
import type { Clock } from '#lib/clock.ts';
import type { RecordTables } from './tables.ts';

const FLUSH_EVERY_MS = 200;
/** Some minutes of a hundred calls; beyond that the oldest are lost, and said to be. */
const MOST_WAITING = 20_000;

type Write = (tx: Transaction<RecordTables>) => Promise<unknown>;

export interface Writer {
  write(write: Write): void;
  /** Everything written so far is in the database, or was reported as lost. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

export function createWriter(
  database: Database,
  clock: Clock,
  onLost: (error: unknown, writes: number) => void,
): Writer {
  let waiting: Write[] = [];
  let cancelTimer: (() => void) | undefined;
  let flushing: Promise<void> = Promise.resolve();

  const inOneGo = (writes: readonly Write[]) =>
    database.transaction<RecordTables, void>(async (tx) => {
      for (const write of writes) await write(tx);
    });

  const flushNow = async (): Promise<void> => {
    cancelTimer?.();
    cancelTimer = undefined;
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    try {
      await inOneGo(batch);
    } catch (error) {
      await rescue(batch, error);
    }
  };

  /** One write the database will not take must not cost the others. */
  const rescue = async (batch: readonly Write[], reason: unknown): Promise<void> => {
    const refused: Write[] = [];
    for (const write of batch) {
      try {
        await inOneGo([write]);
      } catch {
        refused.push(write);
      }
    }
    // None was taken: the database is away, and we try again later.
    const away = refused.length === batch.length && batch.length > 1;
    if (away) waiting = [...refused, ...waiting];
    else if (refused.length > 0) onLost(reason, refused.length);
    if (waiting.length > 0) arm();
  };

  const arm = () => {
    cancelTimer ??= clock.after(FLUSH_EVERY_MS, () => void flush());
  };

  const flush = (): Promise<void> => {
    flushing = flushing.then(flushNow);
    return flushing;
  };

  return {
    write(write) {
      waiting.push(write);
      if (waiting.length > MOST_WAITING) {
        waiting.shift();
        onLost(new Error('The database does not keep up.'), 1);
      }
      arm();
    },
    flush,
    async close() {
      await flush();
      cancelTimer?.();
      if (waiting.length > 0) onLost(new Error('The database does not answer.'), waiting.length);
      waiting = [];
    },
  };
}
