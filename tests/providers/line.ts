/** One connection to a scripted OpenAI, and what becomes of it. */
import { findAgent } from '#agents/agent.ts';
import type { CallError } from '#lib/call-error.ts';
import { systemClock } from '#lib/clock.ts';
import type { Log } from '#lib/log.ts';
import type { ServerEvent } from '#protocol/server-events.ts';
import type { SessionUpdate } from '#protocol/session.ts';
import { openAiProvider } from '#providers/openai.ts';
import type { ProviderSession } from '#providers/provider.ts';
import type { Limits } from '#providers/upstream/line.ts';
import type { Upstream } from '../scripted/upstream.ts';

export const KEY = 'sk-test-0123456789';
export const WISHES: SessionUpdate = {
  type: 'realtime',
  instructions: 'Be kind.',
  output_modalities: ['audio'],
  audio: {
    input: {
      format: { type: 'audio/pcm', rate: 24_000 },
      transcription: { language: 'en' },
      turn_detection: { type: 'server_vad', create_response: false, interrupt_response: false },
    },
    output: { format: { type: 'audio/pcm', rate: 24_000 }, voice: 'slt' },
  },
};

export class Line {
  readonly events: ServerEvent[] = [];
  /** As they came, of those that may be sent on as they came. */
  readonly frames: string[] = [];
  readonly logged: unknown[] = [];
  readonly lost = Promise.withResolvers<{ reason: string; error: CallError | undefined }>();
  #watchers: (() => void)[] = [];

  connect(
    upstream: Upstream,
    { limits = {}, signal }: { limits?: Partial<Limits>; signal?: AbortSignal } = {},
  ): Promise<ProviderSession> {
    const keep = (facts: object) => void this.logged.push(facts);
    const log: Log = { info: keep, warn: keep, error: keep, about: () => log };
    const provider = openAiProvider(
      {
        key: KEY,
        model: 'gpt-realtime-2.1',
        voice: 'marin',
        transcription: 'gpt-live-transcribe',
        turns: 'server_vad',
        baseUrl: upstream.url,
      },
      { clock: systemClock(), log, limits },
    );
    return provider.connect({
      agent: findAgent('block-card'),
      session: WISHES,
      onEvent: (event, frame) => {
        this.events.push(event);
        if (frame) this.frames.push(frame.toString());
        for (const tell of this.#watchers.splice(0)) tell();
      },
      onClose: (reason, error) => this.lost.resolve({ reason, error }),
      signal: signal ?? new AbortController().signal,
    });
  }

  async heard(type: string, nth = 1): Promise<ServerEvent> {
    for (;;) {
      const event = this.events.filter((one) => one.type === type)[nth - 1];
      if (event) return event;
      await new Promise<void>((resolve) => this.#watchers.push(resolve));
    }
  }
}
