/** One call's record: one function per fact. Each returns at once; what it says is redacted before it is kept. */
import type { Clock } from '#lib/clock.ts';
import { maskKeys } from '#lib/mask-keys.ts';
import { writtenForm } from '#lib/written-form.ts';
import type { EscalationCard, IdentityLevel } from '#protocol/luna-events.ts';
import type { TranscriptionUsage, Usage } from '#protocol/server-events.ts';
import { writeResponseCost, writeTranscriptCost } from './costs.ts';
import { percentile } from './latency-summary.ts';
import { mask, maskArguments } from './mask.ts';
import { asksForSecret, redactText } from './redaction.ts';
import type { Outcome, RecordTables } from './tables.ts';
import { costOfCall } from './metrics/cost-of-call.ts';
import { pseudonym, Tally } from './metrics/summary.ts';
import type { Writer } from './writer.ts';

export interface CallHead {
  readonly id: string;
  readonly scenario: string;
  readonly provider: string;
  /** Where the caller came from: `browser`, `realtime`, `recording`. */
  readonly channel: string;
  /** The bank's id of whom the caller's number belongs to, where it does; only a pseudonym is kept. */
  readonly caller?: string | undefined;
}

interface TurnLatency {
  readonly itemId: string;
  readonly voiceToVoiceMs: number;
  readonly endDetectedMs: number;
  readonly recognisedMs: number;
  readonly firstAudioMs: number;
}

interface ToolAnswer {
  readonly ok: boolean;
  readonly why?: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface CallRecord {
  /** The caller's voice was heard. */
  callerSpoke(itemId: string): void;
  callerSaid(itemId: string, text: string): void;
  assistantSaid(itemId: string, text: string): void;
  /** The caller cut Luna off: `text` is what was heard of her sentence. */
  assistantCutOff(itemId: string, heardMs: number, text: string): void;
  /** "Uh-huh", or noise: Luna went on speaking. */
  interruptionIgnored(): void;
  toolCalled(toolCallId: string, tool: string, argumentsJson: string): void;
  toolAnswered(toolCallId: string, tool: string, answer: ToolAnswer, tookMs: number): void;
  identityChanged(level: IdentityLevel): void;
  /** This customer proved who they are: only a pseudonym is kept, by which a second call is known. */
  identified(customerId: string): void;
  /** A change was read back, or (null) the question is settled. */
  confirmationPending(question: string | null): void;
  turnMeasured(latency: TurnLatency): void;
  /** What a response of this model counts, once. */
  responseUsed(responseId: string, model: string, usage: Usage): void;
  /** What the transcript of an utterance counts, once. */
  transcriptUsed(itemId: string, model: string, usage: TranscriptionUsage): void;
  /** Whoever answered was replaced; `why` holds nothing that the caller said. */
  providerChanged(provider: string, why: string): void;
  /** Something broke; the call went on or not. */
  failed(where: string, error: unknown): void;
  /** The conversation turned out to be about this. */
  scenarioFound(id: string): void;
  /** The call goes to a person; the card is redacted already. */
  escalated(card: EscalationCard): void;
  ended(reason: 'caller' | 'assistant' | 'escalated' | 'error', outcome: Outcome): void;
}

export function openCallRecord(writer: Writer, clock: Clock, head: CallHead): CallRecord {
  const startedAt = clock.now();
  const voiceToVoice: number[] = [];
  const spokeAt = new Map<string, number>();
  const cutOff = new Set<string>();
  let facts = 0;
  let lastAsked = '';
  const call_id = head.id;

  const at = () => Math.max(0, Math.round(clock.now() - startedAt));
  const fact = (kind: string, data: Readonly<Record<string, unknown>> = {}) => {
    const row = { call_id, place: facts, at_ms: at(), kind, data_json: JSON.stringify(data) };
    facts += 1;
    writer.write((tx) => tx.insertInto('call_facts').values(row).execute());
  };
  const line = (row: Omit<RecordTables['call_lines'], 'call_id' | 'at_ms'>) => {
    const { text, cut } = row;
    // The words come later than the voice, and Luna may have spoken in between.
    const values = { call_id, at_ms: spokeAt.get(row.item_id) ?? at(), ...row };
    writer.write((tx) =>
      tx
        .insertInto('call_lines')
        .values(values)
        .onConflict((known) => known.columns(['call_id', 'item_id']).doUpdateSet({ text, cut }))
        .execute(),
    );
  };

  const { scenario, provider, channel } = head;
  const started_at = clock.date();
  const mode = provider === 'embedded' ? 'local' : 'ai';
  const tally = new Tally(scenario, { call_id, provider, mode, channel, started_at });
  if (head.caller !== undefined) tally.caller = pseudonym(head.caller);
  writer.write((tx) =>
    tx
      .insertInto('calls')
      .values({
        id: call_id,
        scenario,
        provider,
        channel,
        started_at,
        ended_at: null,
        outcome: null,
        turns: 0,
        voice_to_voice_p50_ms: null,
        voice_to_voice_p95_ms: null,
      })
      .execute(),
  );
  fact('call.started', { scenario, provider, channel });

  return {
    callerSpoke(itemId) {
      spokeAt.set(itemId, at());
      fact('caller.spoke');
    },
    callerSaid(itemId, spoken) {
      const safe = redactText(spoken, { who: 'caller', asked: asksForSecret(lastAsked) });
      const text = writtenForm(safe);
      line({ item_id: itemId, who: 'caller', text, cut: 0 });
      fact('caller.said', { text });
    },
    assistantSaid(itemId, spoken) {
      lastAsked = spoken;
      // The whole sentence is told once more when its response is cancelled: it was not heard.
      if (cutOff.has(itemId)) return;
      const text = redactText(spoken, { who: 'assistant', asked: false });
      line({ item_id: itemId, who: 'assistant', text, cut: 0 });
      fact('assistant.said', { text });
    },
    assistantCutOff(itemId, heardMs, heard) {
      cutOff.add(itemId);
      tally.interrupted();
      const text = redactText(heard, { who: 'assistant', asked: false });
      line({ item_id: itemId, who: 'assistant', text, cut: 1 });
      fact('assistant.cut_off', { heardMs: Math.round(heardMs), text });
    },
    responseUsed: (source_id, model, usage) =>
      writeResponseCost(writer, { call_id, source_id, at_ms: at(), model }, usage),
    transcriptUsed: (source_id, model, usage) =>
      writeTranscriptCost(writer, { call_id, source_id, at_ms: at(), model }, usage),
    interruptionIgnored() {
      tally.bargedInFalsely();
      fact('interruption.ignored');
    },
    toolCalled(toolCallId, tool, argumentsJson) {
      const asked = maskArguments(argumentsJson);
      const row = { call_id, tool_call_id: toolCallId, at_ms: at(), tool };
      const arguments_json = JSON.stringify(asked);
      const unanswered = { ok: null, why: null, facts_json: null, took_ms: null };
      writer.write((tx) =>
        tx
          .insertInto('call_tools')
          .values({ ...row, arguments_json, ...unanswered })
          .onConflict((known) => known.doNothing())
          .execute(),
      );
      fact('tool.called', { tool, ...asked });
    },
    toolAnswered(toolCallId, tool, { ok, why = null, facts: returned }, tookMs) {
      tally.toolAnswered(tool, ok, why);
      const facts_json = JSON.stringify(mask(returned));
      writer.write((tx) =>
        tx
          .updateTable('call_tools')
          .set({ ok: ok ? 1 : 0, why, facts_json, took_ms: tookMs })
          .where('call_id', '=', call_id)
          .where('tool_call_id', '=', toolCallId)
          .execute(),
      );
      fact('tool.answered', { tool, ok, ...(why === null ? {} : { why }) });
    },
    identityChanged: (level) => fact('identity.changed', { level }),
    identified(customerId) {
      tally.caller = pseudonym(customerId);
    },
    confirmationPending: (question) =>
      question === null
        ? fact('confirmation.settled')
        : fact('confirmation.asked', {
            question: redactText(question, { who: 'assistant', asked: false }),
          }),
    turnMeasured(latency) {
      voiceToVoice.push(latency.voiceToVoiceMs);
      tally.answered(latency.voiceToVoiceMs);
      const row: RecordTables['call_turns'] = {
        call_id,
        item_id: latency.itemId,
        at_ms: at(),
        voice_to_voice_ms: latency.voiceToVoiceMs,
        end_detected_ms: latency.endDetectedMs,
        recognised_ms: latency.recognisedMs,
        first_audio_ms: latency.firstAudioMs,
      };
      writer.write((tx) =>
        tx
          .insertInto('call_turns')
          .values(row)
          .onConflict((known) => known.doNothing())
          .execute(),
      );
      fact('turn.answered', { voiceToVoiceMs: Math.round(latency.voiceToVoiceMs) });
    },
    providerChanged(next, why) {
      writer.write((tx) =>
        tx.updateTable('calls').set({ provider: next }).where('id', '=', call_id).execute(),
      );
      fact('provider.changed', { provider: next, why });
    },
    failed: (where, error) =>
      // A database's message may quote the row it refused.
      fact('failed', {
        where,
        error: redactText(maskKeys(error instanceof Error ? error.message : String(error)), {
          who: 'caller',
          asked: false,
        }),
      }),
    scenarioFound(id) {
      tally.scenario = id;
      fact('scenario.found', { id });
    },
    escalated(card) {
      tally.escalated(card.wanted.reason);
      const row = { call_id, at_ms: at(), card_json: JSON.stringify(card) };
      writer.write((tx) =>
        tx
          .insertInto('call_escalations')
          .values(row)
          .onConflict((known) => known.doNothing())
          .execute(),
      );
      fact('call.escalated', { reason: card.wanted.reason });
    },
    ended(reason, outcome) {
      fact('call.ended', { reason, outcome });
      const ended_at = clock.date();
      const summary = {
        ended_at,
        outcome,
        turns: voiceToVoice.length,
        voice_to_voice_p50_ms: percentile(voiceToVoice, 50),
        voice_to_voice_p95_ms: percentile(voiceToVoice, 95),
      };
      writer.write((tx) =>
        tx.updateTable('calls').set(summary).where('id', '=', call_id).execute(),
      );
      const counted = tally.row({ ended_at, duration_ms: at(), outcome });
      writer.write((tx) =>
        tx
          .insertInto('call_summaries')
          .values({ ...counted, cost_usd: costOfCall(call_id) })
          .onConflict((known) => known.doNothing())
          .execute(),
      );
    },
  };
}
