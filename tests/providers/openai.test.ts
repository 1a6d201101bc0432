/** OpenAI's provider against a real server that speaks its protocol, and does wrong what it can do wrong. */
import { expect, test } from 'vitest';
import { findAgent } from '#agents/agent.ts';
import type { CallError } from '#lib/call-error.ts';
import { systemClock } from '#lib/clock.ts';
import type { Log } from '#lib/log.ts';
import type { ServerEvent } from '#protocol/server-events.ts';
import type { SessionUpdate } from '#protocol/session.ts';
import { Upstream } from '../scripted/upstream.ts';
import { spokenFrames } from '../scripted/talking-ears.ts';
import { openAiProvider } from '#providers/openai.ts';
import type { ProviderSession } from '#providers/provider.ts';
import type { Limits } from '#providers/upstream/line.ts';

const KEY = 'sk-test-0123456789';
const WISHES: SessionUpdate = {
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

/** One connected call, and what becomes of it. */
class Line {
  readonly events: ServerEvent[] = [];
  readonly logged: unknown[] = [];
  readonly lost = Promise.withResolvers<{ reason: string; error: CallError | undefined }>();
  #watchers: (() => void)[] = [];

  connect(
    upstream: Upstream | string,
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
        baseUrl: typeof upstream === 'string' ? upstream : upstream.url,
      },
      { clock: systemClock(), log, limits },
    );
    return provider.connect({
      agent: findAgent('block-card'),
      session: WISHES,
      onEvent: (event) => {
        this.events.push(event);
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

test('a caller speaks and is answered, in the words of the protocol and no others', async () => {
  await using upstream = await Upstream.open({ script: () => 'Hello there.' });
  const line = new Line();
  const session = await line.connect(upstream);
  expect(line.events.map(({ type }) => type)).toEqual(['session.created', 'session.updated']);
  for (const audio of spokenFrames('i lost my card'))
    session.send({ type: 'input_audio_buffer.append', audio });
  const said = await line.heard('conversation.item.input_audio_transcription.completed');
  expect(said).toMatchObject({ transcript: 'i lost my card' });
  session.send({ type: 'response.create' });
  await line.heard('response.done');
  const [server] = upstream.sessions;
  expect(server?.complaints).toEqual([]);
  // Our session comes before any sound, with our own turns and a pinned language.
  expect(server?.received[0]).toMatchObject({
    type: 'session.update',
    session: {
      instructions: 'Be kind.',
      audio: {
        input: {
          transcription: { model: 'gpt-live-transcribe', language: 'en' },
          turn_detection: {
            type: 'server_vad',
            threshold: 0.5,
            prefix_padding_ms: 300,
            silence_duration_ms: 500,
            create_response: false,
            interrupt_response: false,
          },
        },
        output: { voice: 'marin' },
      },
    },
  });
  await session.close();
  expect(await server?.closed).toBe(1000);
  expect(await line.lost.promise).toEqual({ reason: 'closed', error: undefined });
});

test('the key travels in one header, and nothing says that this is the beta', async () => {
  await using upstream = await Upstream.open();
  const session = await new Line().connect(upstream);
  const [request] = upstream.requests;
  expect(request?.url).toBe('/v1/realtime?model=gpt-realtime-2.1');
  expect(request?.headers.authorization).toBe(`Bearer ${KEY}`);
  expect(Object.keys(request?.headers ?? {})).not.toContain('openai-beta');
  expect(request?.headers['sec-websocket-protocol']).toBeUndefined();
  await session.close();
});

test('a service that is gone without a CLOSE frame ends the session at once, to be tried elsewhere', async () => {
  await using upstream = await Upstream.open();
  const line = new Line();
  await line.connect(upstream);
  (await upstream.session(0)).drop();
  const { error } = await line.lost.promise;
  expect(error).toMatchObject({ retryable: true, spoken: 'The connection to OpenAI broke.' });
});
