/** OpenAI's provider against a real server that speaks its protocol. */
import { expect, test } from 'vitest';
import { spokenFrames } from '../scripted/talking-ears.ts';
import { Upstream } from '../scripted/upstream.ts';
import { KEY, Line } from './line.ts';

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

test('sound comes as it came, with what nobody knows in it; whatever is looked at is written anew', async () => {
  await using upstream = await Upstream.open();
  const line = new Line();
  const session = await line.connect(upstream);
  const sound = `{ "type":"response.output_audio.delta", "event_id":"e1","response_id":"r","item_id":"i","output_index":0,"content_index":0,"delta":"AAAA","new":"é" }`;
  const server = await upstream.session(0);
  server.say(sound);
  server.say({ type: 'input_audio_buffer.cleared', event_id: 'e2' });
  await line.heard('input_audio_buffer.cleared');
  expect(line.frames).toEqual([sound]);
  await session.close();
});
