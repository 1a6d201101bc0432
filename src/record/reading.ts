/** Reading calls back: for the calls page, the command line and tests. */
import type { Database } from '#database/database.ts';
import type { EscalationCard } from '#protocol/luna-events.ts';
import { type CallCost, type CostLine, costLines, costsOf, totalCost } from './costs.ts';
import { type Figures, readFigures } from './figures.ts';
import type { Outcome, RecordTables } from './tables.ts';

interface CallSummary {
  readonly id: string;
  readonly scenario: string;
  readonly provider: string;
  readonly channel: string;
  readonly startedAt: number;
  /** null while the call lasts. */
  readonly endedAt: number | null;
  readonly outcome: Outcome | null;
  readonly turns: number;
  readonly voiceToVoiceP50Ms: number | null;
  readonly voiceToVoiceP95Ms: number | null;
  readonly cost: CallCost;
}

export interface Fact {
  readonly atMs: number;
  /** `call.started`, `caller.said`, `tool.answered`, … */
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
}

interface RecordedCall extends CallSummary {
  readonly facts: readonly Fact[];
  /** What a person was told who took the call over; null where nobody did. */
  readonly escalation: EscalationCard | null;
  readonly lines: readonly Omit<RecordTables['call_lines'], 'call_id'>[];
  readonly tools: readonly Omit<RecordTables['call_tools'], 'call_id'>[];
  readonly latencies: readonly Omit<RecordTables['call_turns'], 'call_id'>[];
  readonly costs: readonly CostLine[];
}

export interface RecordReader {
  /** The latest first. */
  list(limit: number): Promise<CallSummary[]>;
  read(callId: string): Promise<RecordedCall | undefined>;
  figures(): Promise<Figures>;
  /** Of all calls together. */
  cost(): Promise<CallCost>;
}

export function recordReader(database: Database): RecordReader {
  const tables = database.tables<RecordTables>();
  const summaries = tables
    .selectFrom('calls')
    .select([
      'id',
      'scenario',
      'provider',
      'channel',
      'started_at as startedAt',
      'ended_at as endedAt',
      'outcome',
      'turns',
      'voice_to_voice_p50_ms as voiceToVoiceP50Ms',
      'voice_to_voice_p95_ms as voiceToVoiceP95Ms',
    ]);
  return {
    async list(limit) {
      const latest = summaries.orderBy('started_at', 'desc').orderBy('id').limit(limit);
      const calls = await latest.execute();
      const costOf = await costsOf(
        database,
        calls.map(({ id }) => id),
      );
      return calls.map((call) => ({ ...call, cost: costOf(call.id) }));
    },
    cost: () => totalCost(database),
    figures: () => readFigures(database),
    async read(callId) {
      const call = await summaries.where('id', '=', callId).executeTakeFirst();
      if (call === undefined) return undefined;
      const [facts, lines, tools, latencies, escalation, costs, costOf] = await Promise.all([
        tables
          .selectFrom('call_facts')
          .select(['at_ms', 'kind', 'data_json'])
          .where('call_id', '=', callId)
          .orderBy('place')
          .execute(),
        tables
          .selectFrom('call_lines')
          .select(['item_id', 'at_ms', 'who', 'text', 'cut'])
          .where('call_id', '=', callId)
          .orderBy('at_ms')
          .execute(),
        tables
          .selectFrom('call_tools')
          .select(['tool_call_id', 'at_ms', 'tool', 'arguments_json', 'ok', 'why', 'facts_json'])
          .select('took_ms')
          .where('call_id', '=', callId)
          .orderBy('at_ms')
          .execute(),
        tables
          .selectFrom('call_turns')
          .select(['item_id', 'at_ms', 'voice_to_voice_ms', 'end_detected_ms', 'recognised_ms'])
          .select('first_audio_ms')
          .where('call_id', '=', callId)
          .orderBy('at_ms')
          .execute(),
        tables
          .selectFrom('call_escalations')
          .select('card_json')
          .where('call_id', '=', callId)
          .executeTakeFirst(),
        costLines(database, callId),
        costsOf(database, [callId]),
      ]);
      return {
        ...call,
        facts: facts.map(({ at_ms, kind, data_json }) => ({
          atMs: at_ms,
          kind,
          data: JSON.parse(data_json) as Record<string, unknown>,
        })),
        escalation:
          escalation === undefined ? null : (JSON.parse(escalation.card_json) as EscalationCard),
        lines,
        tools,
        latencies,
        cost: costOf(callId),
        costs,
      };
    },
  };
}

/** One line per fact: `1420 ms tool.called tool=block_card reason=lost`. */
export function timelineText(facts: readonly Fact[]): string {
  return facts
    .map(({ atMs, kind, data }) =>
      [`${atMs} ms`, kind, ...Object.entries(data).map(named)].join(' '),
    )
    .join('\n');
}

function named([name, value]: [string, unknown]): string {
  const plain = typeof value === 'string' && /^[\w.[\]-]+$/.test(value);
  return `${name}=${plain ? value : JSON.stringify(value)}`;
}
