/** For tests: calls as they would be recorded, days ago. */
import type { Database } from '#database/database.ts';
import { DAY_MS } from '#lib/calendar.ts';
import type { Clock } from '#lib/clock.ts';
import { type Zone, zoneOf } from '#lib/zone.ts';
import { type Metrics, openMetrics, openRecord } from '#record/record.ts';
import type { RecordTables } from '#record/tables.ts';

/** A Thursday, noon. */
export const NOW = Date.UTC(2026, 10, 19, 12);
export const clock: Clock = { now: () => 0, date: () => NOW, after: () => () => undefined };

export interface Given {
  readonly id: string;
  readonly daysAgo: number;
  readonly outcome: RecordTables['call_summaries']['outcome'];
  readonly more?: Partial<RecordTables['call_summaries']>;
  readonly waits?: readonly number[];
}

export interface Store extends AsyncDisposable {
  readonly database: Database;
  readonly metrics: Metrics;
}

/** The database is closed with the store. */
export async function storeOf(
  database: Database,
  given: readonly Given[],
  { nowMs = NOW, zone = zoneOf('UTC') }: { nowMs?: number; zone?: Zone } = {},
): Promise<Store> {
  const book = await openRecord(database, clock, () => undefined);
  await book.close();
  await insert(database, given);
  const metrics = openMetrics(database, () => nowMs, zone);
  return { database, metrics, [Symbol.asyncDispose]: () => database.close() };
}

export function contained(id: string, daysAgo: number, more: Given['more'] = {}): Given {
  return { id, daysAgo, outcome: 'contained', more: { caller: 'maria', ...more } };
}

async function insert(database: Database, given: readonly Given[]): Promise<void> {
  const tables = database.tables<RecordTables>();
  for (const { id, daysAgo, outcome, more = {}, waits = [] } of given) {
    const started_at = Math.round(NOW - daysAgo * DAY_MS);
    const head = { scenario: 'block-card', provider: 'embedded', channel: 'browser' };
    const ended_at = started_at + 60_000;
    const shared = { ...head, started_at, ended_at, outcome, turns: waits.length };
    await tables
      .insertInto('calls')
      .values({ id, ...shared, voice_to_voice_p50_ms: null, voice_to_voice_p95_ms: null })
      .execute();
    await tables
      .insertInto('call_summaries')
      .values({
        call_id: id,
        ...shared,
        mode: 'local',
        duration_ms: 60_000,
        escalation_reason: outcome === 'escalated' ? 'other' : null,
        caller: null,
        interruptions: 0,
        false_barge_ins: 0,
        dead_air_ms: 0,
        tool_calls: 0,
        tool_failures: 0,
        identity_checks: 0,
        identity_failures: 0,
        cost_usd: null,
        demo: 0,
        ...more,
      })
      .execute();
    for (const [n, voice_to_voice_ms] of waits.entries())
      await tables
        .insertInto('call_turns')
        .values({
          call_id: id,
          item_id: `item_${n}`,
          at_ms: n,
          voice_to_voice_ms,
          end_detected_ms: 1,
          recognised_ms: 1,
          first_audio_ms: 1,
        })
        .execute();
  }
}
