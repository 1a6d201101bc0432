/** Whether a caller could be served now: the house takes calls, and its record can be read. */
import type { Clock } from '#lib/clock.ts';
import type { RecordReader } from '#record/record.ts';

export type Readiness = 'ready' | 'closing' | 'no database';

/** Whoever asks waits a few seconds at most. */
const PATIENCE_MS = 2_000;

export async function readinessOf(parts: {
  readonly isOpen: () => boolean;
  readonly records: Pick<RecordReader, 'list'>;
  readonly clock: Clock;
}): Promise<Readiness> {
  if (!parts.isOpen()) return 'closing';
  const { promise: tooLate, resolve } = Promise.withResolvers<Readiness>();
  const stop = parts.clock.after(PATIENCE_MS, () => resolve('no database'));
  const reading = parts.records.list(1).then(
    (): Readiness => 'ready',
    (): Readiness => 'no database',
  );
  try {
    return await Promise.race([reading, tooLate]);
  } finally {
    stop();
  }
}
