import { expect, test } from 'vitest';
import { encodeBase64 } from '#audio/pcm16.ts';
import type { ServerEvent } from '#protocol/server-events.ts';
import { rehearse } from './rehearsal.ts';

const update = (session: object, event_id?: string) => ({
  type: 'session.update',
  session: { type: 'realtime', ...session },
  ...(event_id === undefined ? {} : { event_id }),
});
const of = <Type extends ServerEvent['type']>(events: readonly ServerEvent[], type: Type) =>
  events.filter((event): event is Extract<ServerEvent, { type: Type }> => event.type === type);
const errorOf = (events: readonly ServerEvent[]) => of(events, 'error')[0]?.error;

test('a session begins with every setting shown', () => {
  const { events } = rehearse();
  const { id: _, ...session } = of(events, 'session.created')[0]?.session ?? { id: '' };
  expect(session).toMatchInlineSnapshot(`
    {
      "audio": {
        "input": {
          "format": {
            "rate": 24000,
            "type": "audio/pcm",
          },
          "noise_reduction": null,
          "transcription": null,
          "turn_detection": {
            "create_response": true,
            "idle_timeout_ms": null,
            "interrupt_response": true,
            "prefix_padding_ms": 300,
            "silence_duration_ms": 500,
            "threshold": 0.5,
            "type": "server_vad",
          },
        },
        "output": {
          "format": {
            "rate": 24000,
            "type": "audio/pcm",
          },
          "speed": 1,
          "voice": "slt",
        },
      },
      "expires_at": 1795309200,
      "include": null,
      "instructions": "",
      "max_output_tokens": "inf",
      "model": "luna",
      "object": "realtime.session",
      "output_modalities": [
        "audio",
      ],
      "prompt": null,
      "tool_choice": "auto",
      "tools": [],
      "tracing": null,
      "truncation": "auto",
      "type": "realtime",
    }
  `);
});

test('only what an update names is changed, and the defaults are filled in', async () => {
  const { send } = rehearse();
  const turn_detection = { type: 'server_vad', silence_duration_ms: 400 };
  const [updated] = of(
    await send(
      update({
        instructions: 'Be kind.',
        audio: { input: { turn_detection, transcription: { model: 'm' } } },
      }),
    ),
    'session.updated',
  );
  expect(updated?.session).toMatchObject({
    instructions: 'Be kind.',
    audio: {
      input: {
        transcription: { model: 'm', language: null, prompt: null },
        turn_detection: {
          threshold: 0.5,
          prefix_padding_ms: 300,
          silence_duration_ms: 400,
          create_response: true,
        },
      },
      output: { voice: 'slt', speed: 1 },
    },
  });
  const [again] = of(
    await send(update({ audio: { input: { turn_detection: null } } })),
    'session.updated',
  );
  expect(again?.session).toMatchObject({
    instructions: 'Be kind.',
    audio: { input: { turn_detection: null } },
  });
});

test('an update with one wrong field changes nothing', async () => {
  const { send, events } = rehearse();
  const got = await send(update({ instructions: 'New.', audio: { output: { speed: 9 } } }, 'bad'));
  expect(errorOf(got)).toMatchObject({ param: 'session.audio.output.speed', event_id: 'bad' });
  await send(update({}));
  expect(of(events, 'session.updated')[0]?.session.instructions).toBe('');
});

test('the voice stays once she has been heard, and the whole update with it', async () => {
  const { send } = rehearse();
  await send(update({ audio: { output: { voice: 'alloy' } } }));
  await send({ type: 'response.create' });
  const got = await send(
    update({ instructions: 'New.', audio: { output: { voice: 'marin' } } }, 'v'),
  );
  expect(errorOf(got)).toMatchObject({ code: 'cannot_update_voice', event_id: 'v' });
  const [same] = await send(update({ audio: { output: { voice: 'alloy' } } }));
  expect(same).toMatchObject({ type: 'session.updated', session: { instructions: '' } });
});

test.each([
  ['not JSON', '{"type":', 'invalid_event', null],
  ['a list', '[]', 'invalid_event', null],
  ['no type', '{"event_id":"e"}', 'missing_required_parameter', 'type'],
  ['an unknown type', '{"type":"response.sing","event_id":"e"}', 'invalid_value', 'type'],
  [
    'a missing field',
    '{"type":"conversation.item.delete","event_id":"e"}',
    'missing_required_parameter',
    'item_id',
  ],
  [
    'an unknown field',
    '{"type":"session.update","event_id":"e","session":{"type":"realtime","temperature":1}}',
    'unknown_parameter',
    'session.temperature',
  ],
  [
    'no session type',
    '{"type":"session.update","event_id":"e","session":{}}',
    'missing_required_parameter',
    'session.type',
  ],
  [
    'both modalities',
    '{"type":"session.update","event_id":"e","session":{"type":"realtime","output_modalities":["text","audio"]}}',
    'invalid_value',
    'session.output_modalities[0]',
  ],
  [
    'no base64',
    '{"type":"input_audio_buffer.append","event_id":"e","audio":"@@@@"}',
    'invalid_value',
    'audio',
  ],
  [
    'an odd byte count',
    '{"type":"input_audio_buffer.append","event_id":"e","audio":"AAAA"}',
    'invalid_value',
    'audio',
  ],
  [
    'a wrong item',
    '{"type":"conversation.item.create","event_id":"e","item":{"type":"message","role":"user","content":[]}}',
    'invalid_value',
    'item.content',
  ],
])('%s gets a clear error that names the event', async (_, raw, code, param) => {
  const { send } = rehearse();
  const error = errorOf(await send(raw));
  expect(error).toMatchObject({ type: 'invalid_request_error', code });
  expect(error?.param ?? null).toBe(param);
  expect(error?.event_id).toBe(raw.includes('"e"') ? 'e' : null);
});

test('an append of more than 15 MiB is refused, and the session lives on', async () => {
  const { send } = rehearse();
  const audio = 'A'.repeat(15 * 1024 * 1024 + 4);
  expect(
    errorOf(await send({ type: 'input_audio_buffer.append', audio, event_id: 'big' })),
  ).toMatchObject({
    code: 'invalid_value',
    event_id: 'big',
  });
  expect((await send({ type: 'response.create' })).at(-1)?.type).toBe('response.done');
});

test.each(['audio/pcmu', 'audio/pcma'])('%s goes in and comes out at 8 kHz', async (type) => {
  const { send, clock, events, settle } = rehearse();
  const audio = { input: { format: { type }, turn_detection: null }, output: { format: { type } } };
  await send(update({ audio }));
  const second = encodeBase64(new Uint8Array(8000).fill(0xff));
  const got = await send(
    { type: 'input_audio_buffer.append', audio: second },
    { type: 'input_audio_buffer.commit' },
  );
  expect(got[0]?.type).toBe('input_audio_buffer.committed');
  await send({ type: 'response.create', response: { instructions: 'Say "Good morning."' } });
  clock.pass(20_000);
  await settle();
  const bytes = of(events, 'response.output_audio.delta').reduce(
    (sum, { delta }) => sum + Buffer.from(delta, 'base64').length,
    0,
  );
  expect(bytes).toBe(650 * 8);
});

test('after an hour the session says so and ends', async () => {
  const { send, clock, events } = rehearse();
  clock.pass(3_600_000);
  expect(events.at(-1)).toMatchObject({ type: 'error', error: { code: 'session_expired' } });
  expect(await send({ type: 'response.create' })).toEqual([]);
});

test('a closed session says nothing more', async () => {
  const { send, session, events, settle } = rehearse();
  await send({
    type: 'response.create',
    response: { instructions: `Say "${'A long story. '.repeat(30)}"` },
  });
  const before = events.length;
  session.close();
  session.close();
  await settle();
  expect(events).toHaveLength(before);
});
