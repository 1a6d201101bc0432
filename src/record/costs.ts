/** What calls have cost: kept response by response, read back call by call and all together. */
import type { Database } from '#database/database.ts';
import type { TranscriptionUsage, Usage } from '#protocol/server-events.ts';
import { costOfTokens, costOfTranscript, type PaidTokens, paidTokens } from './cost.ts';
import type { RecordTables } from './tables.ts';
import type { Writer } from './writer.ts';

export interface CallCost {
  /** US dollars; null where a part of it has no price that we know. */
  readonly usd: number | null;
  /** The parts with a price. */
  readonly knownUsd: number;
  /** Responses and transcripts without one. */
  readonly unpriced: number;
}

export interface CostLine {
  readonly at_ms: number;
  readonly model: string;
  readonly kind: 'response' | 'transcript';
  readonly usage: PaidTokens | TranscriptionUsage;
  readonly usd: number | null;
}

const NOTHING: CallCost = { usd: 0, knownUsd: 0, unpriced: 0 };

interface Place {
  readonly call_id: string;
  /** Of the response, or of the utterance. */
  readonly source_id: string;
  readonly at_ms: number;
  readonly model: string;
}

export function writeResponseCost(writer: Writer, place: Place, usage: Usage): void {
  const tokens = paidTokens(usage);
  write(writer, place, 'response', tokens, costOfTokens(place.model, tokens));
}

export function writeTranscriptCost(writer: Writer, place: Place, usage: TranscriptionUsage): void {
  write(writer, place, 'transcript', usage, costOfTranscript(place.model, usage));
}

function write(
  writer: Writer,
  place: Place,
  kind: CostLine['kind'],
  usage: object,
  usd: number | null,
): void {
  const row = { ...place, kind, usage_json: JSON.stringify(usage), usd };
  writer.write((tx) =>
    tx
      .insertInto('call_costs')
      .values(row)
      // A response that ends twice is paid once.
      .onConflict((known) => known.doNothing())
      .execute(),
  );
}

export async function costLines(database: Database, callId: string): Promise<CostLine[]> {
  const rows = await database
    .tables<RecordTables>()
    .selectFrom('call_costs')
    .select(['at_ms', 'model', 'kind', 'usage_json', 'usd'])
    .where('call_id', '=', callId)
    .orderBy('at_ms')
    .execute();
  return rows.map(({ usage_json, ...row }) => ({
    ...row,
    usage: JSON.parse(usage_json) as CostLine['usage'],
  }));
}

/** By call; a call that is not in it has cost nothing. */
export async function costsOf(
  database: Database,
  callIds: readonly string[],
): Promise<(callId: string) => CallCost> {
  const rows = await sums(database)
    .select('call_id')
    .where('call_id', 'in', [...callIds, ''])
    .groupBy('call_id')
    .execute();
  const costs = new Map(rows.map(({ call_id, ...sum }) => [call_id, costOf(sum)]));
  return (callId) => costs.get(callId) ?? NOTHING;
}

/** Of all calls there have ever been. */
export async function totalCost(database: Database): Promise<CallCost> {
  return costOf(await sums(database).executeTakeFirstOrThrow());
}

function sums(database: Database) {
  return database
    .tables<RecordTables>()
    .selectFrom('call_costs')
    .select((of) => [
      of.fn.sum<number | null>('usd').as('known'),
      of.fn.count<number>('source_id').filterWhere('usd', 'is', null).as('unpriced'),
    ]);
}

function costOf(sum: { readonly known: number | null; readonly unpriced: number }): CallCost {
  const { known, unpriced } = sum;
  return { usd: unpriced > 0 ? null : (known ?? 0), knownUsd: known ?? 0, unpriced };
}
