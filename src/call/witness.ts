/** Who watches a call and cannot disturb it: what the caller is told becomes facts in the record and the log. */
import type { CallerHears } from '#channels/channel.ts';
import type { Log } from '#lib/log.ts';
import type { CallRecord } from '#record/record.ts';
import type { ToolResult } from '#tools/tool.ts';
import type { End } from './end.ts';

export class Witness {
  readonly #record: CallRecord;
  readonly #log: Log;

  constructor(record: CallRecord, log: Log) {
    this.#record = record;
    this.#log = log;
  }

  told(event: CallerHears): void {
    const record = this.#record;
    switch (event.type) {
      case 'input_audio_buffer.speech_started':
        record.callerSpoke(event.item_id);
        return;
      case 'conversation.item.input_audio_transcription.completed':
        if (event.transcript !== '') record.callerSaid(event.item_id, event.transcript);
        return;
      case 'conversation.item.added': {
        const { item } = event;
        if (item.type !== 'message' || item.role !== 'user') return;
        for (const part of item.content)
          if (part.type === 'input_text') record.callerSaid(item.id, part.text);
        return;
      }
      case 'response.output_audio_transcript.done':
        record.assistantSaid(event.item_id, event.transcript);
        return;
      case 'luna.heard':
        record.assistantCutOff(event.item_id, event.heard_ms, event.text);
        return;
      case 'luna.identity':
        record.identityChanged(event.level);
        return;
      case 'luna.confirmation':
        record.confirmationPending(event.pending);
        return;
      case 'luna.turn':
        record.turnMeasured({
          itemId: event.item_id,
          voiceToVoiceMs: event.voice_to_voice_ms,
          endDetectedMs: event.end_detected_ms,
          recognisedMs: event.recognised_ms,
          firstAudioMs: event.first_audio_ms,
        });
        this.#log.info({ voiceToVoiceMs: event.voice_to_voice_ms }, 'turn answered');
        return;
      default:
        // The rest is sound, growth of what is said at its end, or told elsewhere.
        return;
    }
  }

  ignoredInterruption(): void {
    this.#record.interruptionIgnored();
  }

  toolCalled(callId: string, tool: string, argumentsJson: string): void {
    this.#record.toolCalled(callId, tool, argumentsJson);
  }

  toolAnswered(callId: string, tool: string, result: ToolResult, tookMs: number): void {
    this.#record.toolAnswered(callId, tool, result, tookMs);
    const facts = { tool, ok: result.ok, ...(result.ok ? {} : { why: result.why }), tookMs };
    this.#log.info(facts, 'tool answered');
  }

  /** Something nobody expected; the caller has been told what can be done about it. */
  surprised(where: string, error: unknown): void {
    this.#record.failed(where, error);
    this.#log.error({ where, error }, 'something broke in a call');
  }

  ended({ reason }: End): void {
    this.#record.ended(reason);
    this.#log.info({ reason }, 'call ended');
  }
}
