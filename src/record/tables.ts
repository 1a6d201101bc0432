/** The record's tables. Times of a call are milliseconds since it began; `started_at` is since 1970. */
import type { Migrations } from '#database/database.ts';
import type { SummaryTables } from './metrics/summary.ts';

export type Outcome =
  /** Luna did, or told, what was wanted. */
  | 'contained'
  | 'escalated'
  /** It was refused: by the caller, who did not confirm it, or by the bank. */
  | 'refused'
  /** The caller went before anything was done. */
  | 'abandoned'
  /** A program's own conversation: what it wanted is its own business. */
  | 'relayed'
  | 'failed';

export interface RecordTables extends SummaryTables {
  calls: {
    id: string;
    scenario: string;
    provider: string;
    channel: string;
    started_at: number;
    /** null while it lasts, and for ever where the process died. */
    ended_at: number | null;
    outcome: Outcome | null;
    turns: number;
    voice_to_voice_p50_ms: number | null;
    voice_to_voice_p95_ms: number | null;
  };
  call_facts: { call_id: string; place: number; at_ms: number; kind: string; data_json: string };
  call_lines: {
    call_id: string;
    item_id: string;
    at_ms: number;
    who: 'caller' | 'assistant';
    text: string;
    /** 1: the caller cut it off, and `text` is what was heard of it. */
    cut: number;
  };
  call_tools: {
    call_id: string;
    tool_call_id: string;
    at_ms: number;
    tool: string;
    arguments_json: string;
    ok: number | null;
    why: string | null;
    facts_json: string | null;
    took_ms: number | null;
  };
  /** Scripted conversations, as pages report them: nobody answered, so they are no calls. */
  scripted_plays: {
    id: string;
    scenario: string;
    ended_at: number;
    took_ms: number;
    outcome: 'contained' | 'escalated' | 'abandoned';
  };
  /** One line for each response, and for each utterance that was transcribed. */
  call_costs: {
    call_id: string;
    /** Of the response, or of the utterance's item. */
    source_id: string;
    at_ms: number;
    model: string;
    kind: 'response' | 'transcript';
    /** PaidTokens, or what the service counted of a transcript. */
    usage_json: string;
    /** null: the model's price is not known. */
    usd: number | null;
  };
  call_escalations: { call_id: string; at_ms: number; card_json: string };
  call_turns: {
    call_id: string;
    item_id: string;
    at_ms: number;
    voice_to_voice_ms: number;
    end_detected_ms: number;
    recognised_ms: number;
    first_audio_ms: number;
  };
}

export const recordMigrations: Migrations = {
  '001-calls': async ({ schema }) => {
    await schema
      .createTable('calls')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('scenario', 'text', (column) => column.notNull())
      .addColumn('provider', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('started_at', 'bigint', (column) => column.notNull())
      .addColumn('ended_at', 'bigint')
      .addColumn('outcome', 'text')
      .addColumn('turns', 'integer', (column) => column.notNull())
      .addColumn('voice_to_voice_p50_ms', 'double precision')
      .addColumn('voice_to_voice_p95_ms', 'double precision')
      .execute();
    await schema.createIndex('calls_by_start').on('calls').column('started_at').execute();
    await schema
      .createTable('call_facts')
      .addColumn('call_id', 'text', (column) => column.notNull().references('calls.id'))
      .addColumn('place', 'integer', (column) => column.notNull())
      .addColumn('at_ms', 'integer', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('data_json', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('call_facts_pk', ['call_id', 'place'])
      .execute();
    await schema
      .createTable('call_lines')
      .addColumn('call_id', 'text', (column) => column.notNull().references('calls.id'))
      .addColumn('item_id', 'text', (column) => column.notNull())
      .addColumn('at_ms', 'integer', (column) => column.notNull())
      .addColumn('who', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('cut', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('call_lines_pk', ['call_id', 'item_id'])
      .execute();
    await schema
      .createTable('call_tools')
      .addColumn('call_id', 'text', (column) => column.notNull().references('calls.id'))
      .addColumn('tool_call_id', 'text', (column) => column.notNull())
      .addColumn('at_ms', 'integer', (column) => column.notNull())
      .addColumn('tool', 'text', (column) => column.notNull())
      .addColumn('arguments_json', 'text', (column) => column.notNull())
      .addColumn('ok', 'integer')
      .addColumn('why', 'text')
      .addColumn('facts_json', 'text')
      .addColumn('took_ms', 'double precision')
      .addPrimaryKeyConstraint('call_tools_pk', ['call_id', 'tool_call_id'])
      .execute();
    await schema
      .createTable('call_turns')
      .addColumn('call_id', 'text', (column) => column.notNull().references('calls.id'))
      .addColumn('item_id', 'text', (column) => column.notNull())
      .addColumn('at_ms', 'integer', (column) => column.notNull())
      .addColumn('voice_to_voice_ms', 'double precision', (column) => column.notNull())
      .addColumn('end_detected_ms', 'double precision', (column) => column.notNull())
      .addColumn('recognised_ms', 'double precision', (column) => column.notNull())
      .addColumn('first_audio_ms', 'double precision', (column) => column.notNull())
      .addPrimaryKeyConstraint('call_turns_pk', ['call_id', 'item_id'])
      .execute();
  },
  '002-escalations': async ({ schema }) => {
    await schema
      .createTable('call_escalations')
      .addColumn('call_id', 'text', (column) => column.primaryKey().references('calls.id'))
      .addColumn('at_ms', 'integer', (column) => column.notNull())
      .addColumn('card_json', 'text', (column) => column.notNull())
      .execute();
  },
  '003-scripted-plays': async ({ schema }) => {
    await schema
      .createTable('scripted_plays')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('scenario', 'text', (column) => column.notNull())
      .addColumn('ended_at', 'bigint', (column) => column.notNull())
      .addColumn('took_ms', 'integer', (column) => column.notNull())
      .addColumn('outcome', 'text', (column) => column.notNull())
      .execute();
  },
  '005-costs': async ({ schema }) => {
    await schema
      .createTable('call_costs')
      .addColumn('call_id', 'text', (column) => column.notNull().references('calls.id'))
      .addColumn('source_id', 'text', (column) => column.notNull())
      .addColumn('at_ms', 'integer', (column) => column.notNull())
      .addColumn('model', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('usage_json', 'text', (column) => column.notNull())
      .addColumn('usd', 'double precision')
      .addPrimaryKeyConstraint('call_costs_pk', ['call_id', 'kind', 'source_id'])
      .execute();
  },
};
