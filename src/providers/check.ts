/** Do these settings work? A session is really opened, asked for everything a call needs, and closed. */
import { CallError } from '#lib/call-error.ts';
import type { ServerEvent } from '#protocol/server-events.ts';
import type { SessionUpdate } from '#protocol/session.ts';
import { type ProviderField, type ProviderSettings, speechModelOf } from './settings.ts';
import { agentSession } from './upstream/agent-session.ts';
import { type Blame, ProviderError } from './upstream/failure.ts';
import type { LineParts } from './upstream/line.ts';

export type Checked =
  | {
      readonly ok: true;
      /** For a person: "OpenAI gpt-realtime-2.1". */
      readonly label: string;
      readonly model: string;
      readonly voice: string;
      /** From the first step to the agreed session. */
      readonly latencyMs: number;
    }
  | {
      readonly ok: false;
      readonly code: string;
      /** In plain words, without any key. */
      readonly words: string;
      readonly field?: ProviderField;
    };

/** Enough sound for a commit, and nothing in it to bill. */
const SILENCE = Buffer.alloc(200 * 48).toString('base64');
/** A deployment for transcription that is not there says so within a second; words of silence may never come. */
const TRANSCRIPTION_MS = 3_000;

const WISHES: SessionUpdate = {
  type: 'realtime',
  instructions: 'This session is opened to see whether it can be, and closed at once.',
  output_modalities: ['audio'],
  audio: {
    input: {
      format: { type: 'audio/pcm', rate: 24_000 },
      transcription: { language: 'en' },
      turn_detection: { type: 'server_vad', create_response: false, interrupt_response: false },
    },
    output: { format: { type: 'audio/pcm', rate: 24_000 } },
  },
};

/** Never rejects. */
export async function checkProvider(
  settings: ProviderSettings,
  parts: LineParts,
  signal: AbortSignal = new AbortController().signal,
): Promise<Checked> {
  const { clock } = parts;
  const startedAt = clock.now();
  const provider = speechModelOf(settings, parts);
  const heard = new Heard();
  try {
    const session = await provider.connect({
      agent: undefined,
      session: agentSession(WISHES, { ...settings, turns: 'manual' }),
      onEvent: (event) => heard.take(event),
      onClose: (_reason, error) => heard.end(error),
      signal,
    });
    const latencyMs = Math.round(clock.now() - startedAt);
    const stop = clock.after(TRANSCRIPTION_MS, () => heard.end());
    session.send({ type: 'input_audio_buffer.append', audio: SILENCE });
    session.send({ type: 'input_audio_buffer.commit' });
    const problem = await heard.transcription;
    stop();
    await session.close();
    if (problem !== undefined) return problem;
    const { voice } = settings;
    return {
      ok: true,
      label: provider.label,
      model: heard.model || settings.model,
      voice,
      latencyMs,
    };
  } catch (error) {
    return refused(error, settings);
  }
}

class Heard {
  /** What the service calls its model. */
  model = '';
  readonly #done = Promise.withResolvers<Extract<Checked, { ok: false }> | undefined>();

  get transcription(): Promise<Extract<Checked, { ok: false }> | undefined> {
    return this.#done.promise;
  }

  take(event: ServerEvent): void {
    if (event.type === 'session.updated') this.model = event.session.model;
    if (event.type === 'conversation.item.input_audio_transcription.completed') this.end();
    // With nothing to hear, some services refuse the commit: as good an answer.
    if (event.type === 'error') this.end();
    if (event.type !== 'conversation.item.input_audio_transcription.failed') return;
    this.#done.resolve({
      ok: false,
      code: event.error.code,
      words: 'The caller’s words cannot be transcribed: there is no such model or deployment.',
      field: 'transcription',
    });
  }

  end(error?: CallError): void {
    if (error === undefined) this.#done.resolve(undefined);
    else this.#done.resolve({ ok: false, code: 'lost', words: error.spoken });
  }
}

function refused(error: unknown, { provider }: ProviderSettings): Checked {
  if (error instanceof ProviderError) {
    const { code, words, blame } = error.failure;
    return { ok: false, code, words, ...(blame ? { field: fieldOf(blame, provider) } : {}) };
  }
  if (error instanceof CallError) return { ok: false, code: 'refused', words: error.spoken };
  return { ok: false, code: 'aborted', words: 'The check was broken off.' };
}

function fieldOf(blame: Blame, provider: ProviderSettings['provider']): ProviderField {
  return blame === 'model' && provider === 'azure' ? 'deployment' : blame;
}
