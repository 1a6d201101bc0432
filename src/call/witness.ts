/** Who watches a call and cannot disturb it: what the caller is told becomes facts in the record and the log. */
import type { CallerHears } from '#channels/channel.ts';
import type { Log } from '#lib/log.ts';
import type { Session } from '#protocol/server-events.ts';
import { type CallRecord, EMBEDDED_MODEL, type Outcome } from '#record/record.ts';
import type { Tool, ToolResult } from '#tools/tool.ts';
import type { End } from './end.ts';
import { NOTHING_YET, type Story, type StoryEvent, told } from './story.ts';

export class Witness {
  readonly #record: CallRecord;
  readonly #log: Log;
  readonly #arguments = new Map<string, string>();
  #story: Story = NOTHING_YET;
  /** Who is paid for responses, and who for transcripts. */
  #model = '';
  #ears = '';

  constructor(record: CallRecord, log: Log) {
    this.#record = record;
    this.#log = log;
  }

  /** What the call has come to so far. */
  get story(): Story {
    return this.#story;
  }

  recognised(firstName: string): void {
    this.#tell({ type: 'recognised', firstName });
  }

  /** The customer has proved who they are. */
  identified(customerId: string): void {
    this.#record.identified(customerId);
  }

  told(event: CallerHears): void {
    const record = this.#record;
    switch (event.type) {
      case 'session.created':
      case 'session.updated':
        this.#serve(event.session);
        return;
      case 'response.done': {
        const { id, usage } = event.response;
        if (usage) record.responseUsed(id, this.#model, usage);
        return;
      }
      case 'input_audio_buffer.speech_started':
        record.callerSpoke(event.item_id);
        return;
      case 'conversation.item.input_audio_transcription.completed':
        record.transcriptUsed(event.item_id, this.#ears, event.usage);
        if (event.transcript !== '') this.#callerSaid(event.item_id, event.transcript);
        return;
      case 'conversation.item.added': {
        const { item } = event;
        if (item.type !== 'message' || item.role !== 'user') return;
        for (const part of item.content)
          if (part.type === 'input_text') this.#callerSaid(item.id, part.text);
        return;
      }
      case 'response.output_audio_transcript.done':
        record.assistantSaid(event.item_id, event.transcript);
        this.#tell({ type: 'luna.said', text: event.transcript });
        return;
      case 'response.output_text.done':
        record.assistantSaid(event.item_id, event.text);
        this.#tell({ type: 'luna.said', text: event.text });
        return;
      case 'luna.heard':
        record.assistantCutOff(event.item_id, event.heard_ms, event.text);
        this.#tell({ type: 'luna.cut-off' });
        return;
      case 'luna.identity':
        record.identityChanged(event.level);
        this.#tell({ type: 'identity', level: event.level });
        return;
      case 'luna.confirmation':
        record.confirmationPending(event.pending);
        this.#tell({ type: 'confirmation', question: event.pending });
        return;
      case 'luna.scenario':
        record.scenarioFound(event.id);
        return;
      case 'luna.escalation':
        record.escalated(event.card);
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
    this.#arguments.set(callId, argumentsJson);
    this.#record.toolCalled(callId, tool, argumentsJson);
  }

  toolAnswered(
    callId: string,
    tool: Pick<Tool, 'name' | 'title' | 'effect'>,
    result: ToolResult,
    tookMs: number,
  ): void {
    this.#record.toolAnswered(callId, tool.name, result, tookMs);
    const argumentsJson = this.#arguments.get(callId) ?? '';
    this.#arguments.delete(callId);
    this.#tell({ type: 'tool', tool, argumentsJson, result });
    const facts = {
      tool: tool.name,
      ok: result.ok,
      ...(result.ok ? {} : { why: result.why }),
      tookMs,
    };
    this.#log.info(facts, 'tool answered');
  }

  providerChanged(provider: string, why: string): void {
    this.#record.providerChanged(provider, why);
    this.#log.warn({ provider, why }, 'another provider answers');
  }

  /** Something nobody expected; the caller has been told what can be done about it. */
  surprised(where: string, error: unknown): void {
    this.#record.failed(where, error);
    this.#log.error({ where, error }, 'something broke in a call');
  }

  ended({ reason }: End, outcome: Outcome): void {
    this.#record.ended(reason, outcome);
    this.#log.info({ reason, outcome }, 'call ended');
  }

  #serve({ model, audio }: Session): void {
    const ears = audio.input.transcription?.['model'];
    this.#model = model;
    // The embedded engine hears by itself, whatever a client calls it.
    this.#ears = model === EMBEDDED_MODEL || typeof ears !== 'string' ? model : ears;
  }

  #callerSaid(itemId: string, text: string): void {
    this.#record.callerSaid(itemId, text);
    this.#tell({ type: 'caller.said', text });
  }

  #tell(event: StoryEvent): void {
    this.#story = told(this.#story, event);
  }
}
