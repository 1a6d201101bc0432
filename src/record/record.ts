/** The door of `record/`: what remains of a call. */
import type { Database } from '#database/database.ts';
import type { Clock } from '#lib/clock.ts';
import { type CallHead, type CallRecord, openCallRecord } from './call-record.ts';
import { summaryMigrations } from './metrics/summary.ts';
import { type RecordReader, recordReader } from './reading.ts';
import { type ScriptedPlay, writePlay } from './scripted-plays.ts';
import { recordMigrations } from './tables.ts';
import { createWriter } from './writer.ts';

export { addDemoCalls, removeDemoCalls } from './demo/demo-data.ts';
export { mask, maskArguments } from './mask.ts';
export { openMachineFigures } from './machine-figures.ts';
export { openMetrics } from './metrics/answer.ts';
export { definitionOf, METRIC_NAMES } from './metrics/definitions.ts';
export { DIMENSIONS, Filter, MetricsQuery } from './metrics/query.ts';
export { asksForSecret, redactText } from './redaction.ts';
export { EMBEDDED_MODEL } from './prices.ts';
export { timelineText } from './reading.ts';
export { binsOf } from './metrics/single-calls.ts';
export type { SingleCalls } from './metrics/single-calls.ts';
export type { Dimension } from './metrics/query.ts';
export type { Metrics, MetricsAnswer } from './metrics/answer.ts';
export type { Metric } from './metrics/definitions.ts';
export type { MachineFigures } from './machine-figures.ts';
export type { CallRecord } from './call-record.ts';
export type { Outcome } from './tables.ts';
export type { RecordReader } from './reading.ts';

export interface CallBook extends RecordReader, AsyncDisposable {
  /** A call begins. */
  open(head: CallHead): CallRecord;
  /** A script was played. */
  played(play: ScriptedPlay): void;
  /** Everything said so far is in the database. */
  flush(): Promise<void>;
  /** Writes what is waiting; the database itself stays open. */
  close(): Promise<void>;
}

/** @param onLost what could not be written: for the log. Nothing a caller said is in the error. */
export async function openRecord(
  database: Database,
  clock: Clock,
  onLost: (error: unknown, writes: number) => void,
): Promise<CallBook> {
  await database.migrate('record', recordMigrations);
  await database.migrate('summaries', summaryMigrations);
  const writer = createWriter(database, clock, onLost);
  return {
    ...recordReader(database),
    open: (head) => openCallRecord(writer, clock, head),
    played: (play) => writePlay(writer, clock, play),
    flush: () => writer.flush(),
    close: () => writer.close(),
    [Symbol.asyncDispose]: () => writer.close(),
  };
}
