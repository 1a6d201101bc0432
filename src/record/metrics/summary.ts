/** One row for each call that has ended: what metrics are counted from. No words of anybody are in it. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Migrations } from '#database/database.ts';
import type { Outcome } from '#record/tables.ts';
import { type EscalationKind, escalationKind } from './escalation-kind.ts';

export interface SummaryTables {
  call_summaries: {
    call_id: string;
    /** What the call turned out to be about. */
    scenario: string;
    provider: string;
    mode: 'ai' | 'local' | 'scripted';
    channel: string;
    started_at: number;
    ended_at: number;
    duration_ms: number;
    outcome: Outcome;
    escalation_reason: EscalationKind | null;
    /** The same caller always has the same pseudonym; null where nobody knows who called. */
    caller: string | null;
    turns: number;
    interruptions: number;
    false_barge_ins: number;
    /** Waits beyond `PATIENCE_MS`, added up. */
    dead_air_ms: number;
    tool_calls: number;
    tool_failures: number;
    identity_checks: number;
    identity_failures: number;
    /** US dollars; null where nobody counted. */
    cost_usd: number | null;
    /** 1: made by `npm run demo:data`. */
    demo: number;
  };
}

/** So long a caller waits for an answer without wondering whether the line is dead. */
const PATIENCE_MS = 2_000;
const SAME_CALLER_LETTERS = 16;
/** Refusals that ask for a second step, or pass on what the bank decided: nothing is broken there. */
export const BROKEN: ReadonlySet<string> = new Set([
  'unknown_tool',
  'bad_arguments',
  'bank_unavailable',
]);
const WRONG_FACTORS = new Set(['no_match', 'too_many_attempts']);

/** @param customerId of the bank. The same id gives the same pseudonym, and the pseudonym does not show it. */
export function pseudonym(customerId: string): string {
  return createHash('sha256')
    .update(`caller of luna: ${customerId}`)
    .digest('hex')
    .slice(0, SAME_CALLER_LETTERS);
}

type Summary = SummaryTables['call_summaries'];
type Known = Pick<Summary, 'call_id' | 'provider' | 'mode' | 'channel' | 'started_at'>;
type Ended = Pick<Summary, 'ended_at' | 'duration_ms' | 'outcome'>;

/** Counts while a call lasts. */
export class Tally {
  scenario: string;
  caller: string | null = null;
  readonly #known: Known;
  #escalation: EscalationKind | null = null;
  #interruptions = 0;
  #falseBargeIns = 0;
  #turns = 0;
  #deadAirMs = 0;
  #tools = { calls: 0, failures: 0, checks: 0, wrong: 0 };

  constructor(scenario: string, known: Known) {
    this.scenario = scenario;
    this.#known = known;
  }

  interrupted(): void {
    this.#interruptions += 1;
  }

  bargedInFalsely(): void {
    this.#falseBargeIns += 1;
  }

  answered(voiceToVoiceMs: number): void {
    this.#turns += 1;
    this.#deadAirMs += Math.max(0, voiceToVoiceMs - PATIENCE_MS);
  }

  toolAnswered(tool: string, ok: boolean, why: string | null): void {
    this.#tools.calls += 1;
    if (!ok && BROKEN.has(why ?? '')) this.#tools.failures += 1;
    if (tool !== 'verify_identity') return;
    const wrong = !ok && WRONG_FACTORS.has(why ?? '');
    if (ok || wrong) this.#tools.checks += 1;
    if (wrong) this.#tools.wrong += 1;
  }

  escalated(reason: string): void {
    this.#escalation = escalationKind(reason);
  }

  /** The row of a call that is over. */
  row({ ended_at, duration_ms, outcome }: Ended): Summary {
    return {
      ...this.#known,
      scenario: this.scenario,
      ended_at,
      duration_ms: Math.round(duration_ms),
      outcome,
      escalation_reason: outcome === 'escalated' ? (this.#escalation ?? 'other') : null,
      caller: this.caller,
      turns: this.#turns,
      interruptions: this.#interruptions,
      false_barge_ins: this.#falseBargeIns,
      dead_air_ms: Math.round(this.#deadAirMs),
      tool_calls: this.#tools.calls,
      tool_failures: this.#tools.failures,
      identity_checks: this.#tools.checks,
      identity_failures: this.#tools.wrong,
      cost_usd: null,
      demo: 0,
    };
  }
}

const COUNTS = [
  'turns',
  'interruptions',
  'false_barge_ins',
  'dead_air_ms',
  'tool_calls',
  'tool_failures',
  'identity_checks',
  'identity_failures',
  'demo',
] as const;

/** Kept apart from the record's own steps, so that the two may grow independently. */
export const summaryMigrations: Migrations = {
  '001-summaries': async (db) => {
    let table = db.schema
      .createTable('call_summaries')
      .addColumn('call_id', 'text', (column) => column.primaryKey().references('calls.id'))
      .addColumn('scenario', 'text', (column) => column.notNull())
      .addColumn('provider', 'text', (column) => column.notNull())
      .addColumn('mode', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('started_at', 'bigint', (column) => column.notNull())
      .addColumn('ended_at', 'bigint', (column) => column.notNull())
      .addColumn('duration_ms', 'bigint', (column) => column.notNull())
      .addColumn('outcome', 'text', (column) => column.notNull())
      .addColumn('escalation_reason', 'text')
      .addColumn('caller', 'text')
      .addColumn('cost_usd', 'double precision');
    for (const name of COUNTS)
      table = table.addColumn(name, 'integer', (column) => column.notNull().defaultTo(0));
    await table.execute();
    await db.schema
      .createIndex('call_summaries_by_start')
      .on('call_summaries')
      .column('started_at')
      .execute();
    await db.schema
      .createIndex('call_summaries_by_caller')
      .on('call_summaries')
      .columns(['caller', 'scenario', 'started_at'])
      .execute();
    await sql.raw(BACKFILL).execute(db);
  },
};

/** Calls of before: what their facts still tell. Who called, and why it was passed on, they do not. */
const BACKFILL = `
insert into call_summaries (call_id, scenario, provider, mode, channel, started_at, ended_at, duration_ms, outcome,
  escalation_reason, turns, interruptions, false_barge_ins, dead_air_ms, tool_calls, tool_failures, identity_checks,
  identity_failures)
select id, scenario, provider, case when provider = 'embedded' then 'local' else 'ai' end, channel, started_at,
  ended_at, ended_at - started_at, outcome, case when outcome = 'escalated' then 'other' end, turns,
  (select count(*) from call_facts where call_id = id and kind = 'assistant.cut_off'),
  (select count(*) from call_facts where call_id = id and kind = 'interruption.ignored'),
  (select coalesce(sum(cast(voice_to_voice_ms - ${PATIENCE_MS} as integer)), 0) from call_turns
    where call_id = id and voice_to_voice_ms > ${PATIENCE_MS}),
  (select count(*) from call_tools where call_id = id and ok is not null),
  (select count(*) from call_tools where call_id = id and ok = 0
    and why in ('unknown_tool', 'bad_arguments', 'bank_unavailable')),
  (select count(*) from call_tools where call_id = id and tool = 'verify_identity'
    and (ok = 1 or why in ('no_match', 'too_many_attempts'))),
  (select count(*) from call_tools where call_id = id and tool = 'verify_identity' and ok = 0
    and why in ('no_match', 'too_many_attempts'))
from calls where ended_at is not null and outcome is not null`;
