import { expect, test } from 'vitest';
import { fromOlderClient, fromOlderServer, toOlderClient, toOlderServer } from './older-dialect.ts';
import { readClientEvent } from './read-client-event.ts';

const GA_UPDATE = {
  type: 'session.update',
  event_id: 'e1',
  session: {
    type: 'realtime',
    instructions: 'Be kind.',
    output_modalities: ['audio'],
    audio: {
      input: {
        format: { type: 'audio/pcmu' },
        transcription: { model: 'whisper-1', language: 'en' },
        turn_detection: null,
      },
      output: { format: { type: 'audio/pcm', rate: 24_000 }, voice: 'coral', speed: 1.1 },
    },
    tools: [],
    max_output_tokens: 400,
  },
};
const OLDER_UPDATE = {
  type: 'session.update',
  event_id: 'e1',
  session: {
    instructions: 'Be kind.',
    modalities: ['text', 'audio'],
    input_audio_format: 'g711_ulaw',
    input_audio_transcription: { model: 'whisper-1', language: 'en' },
    turn_detection: null,
    output_audio_format: 'pcm16',
    voice: 'coral',
    speed: 1.1,
    tools: [],
    max_response_output_tokens: 400,
  },
};

test('a session says the same in both dialects, and null stays a wish of its own', () => {
  expect(toOlderServer(GA_UPDATE)).toEqual(OLDER_UPDATE);
  expect(fromOlderClient(OLDER_UPDATE)).toEqual(GA_UPDATE);
  expect(readClientEvent(fromOlderClient(OLDER_UPDATE))).toMatchObject({ ok: true });
});

test('what an old client leaves out stays left out, and its temperature is not asked for', () => {
  const event = { type: 'session.update', session: { voice: 'ash', temperature: 0.8 } };
  expect(fromOlderClient(event)).toEqual({
    type: 'session.update',
    session: { type: 'realtime', audio: { output: { voice: 'ash' } } },
  });
});

test('an old client may still be told that a parameter of its own invention is unknown', () => {
  const event = { type: 'session.update', session: { colour: 'red' } };
  expect(readClientEvent(fromOlderClient(event))).toMatchObject({
    error: { code: 'unknown_parameter', param: 'session.colour' },
  });
});

test('history of an old client is what the assistant has said', () => {
  const item = { type: 'message', role: 'assistant', content: [{ type: 'text', text: 'Hello.' }] };
  const event = { type: 'conversation.item.create', item };
  const newer = fromOlderClient(event);
  expect(newer).toMatchObject({ item: { content: [{ type: 'output_text', text: 'Hello.' }] } });
  expect(toOlderServer(newer as typeof event)).toEqual(event);
});

test('wishes for one response are translated both ways', () => {
  const older = {
    type: 'response.create',
    response: {
      modalities: ['text'],
      voice: 'ash',
      max_response_output_tokens: 9,
      instructions: 'x',
    },
  };
  const newer = {
    type: 'response.create',
    response: {
      output_modalities: ['text'],
      audio: { output: { voice: 'ash' } },
      max_output_tokens: 9,
      instructions: 'x',
    },
  };
  expect(fromOlderClient(older)).toEqual(newer);
  expect(toOlderServer(newer)).toEqual(older);
});

test.each([
  ['response.output_audio.delta', 'response.audio.delta'],
  ['response.output_audio.done', 'response.audio.done'],
  ['response.output_audio_transcript.delta', 'response.audio_transcript.delta'],
  ['response.output_audio_transcript.done', 'response.audio_transcript.done'],
  ['response.output_text.delta', 'response.text.delta'],
  ['response.output_text.done', 'response.text.done'],
  ['input_audio_buffer.committed', 'input_audio_buffer.committed'],
  ['rate_limits.updated', 'rate_limits.updated'],
  ['response.function_call_arguments.delta', 'response.function_call_arguments.delta'],
])('%s is %s in the older dialect', (newer, older) => {
  expect(toOlderClient({ type: newer, x: 1 })).toEqual([{ type: older, x: 1 }]);
  expect(fromOlderServer({ type: older, x: 1 })).toEqual([{ type: newer, x: 1 }]);
});

test('an event of Voice Live that GA has no name for passes as it is', () => {
  const event = { type: 'response.audio_timestamp.delta', text: 'a' };
  expect(fromOlderServer(event)).toEqual([event]);
});

test('an item comes once to an old client, and is added and done to us', () => {
  const item = { id: 'i', type: 'message', role: 'user', status: 'completed', content: [] };
  const added = { type: 'conversation.item.added', previous_item_id: 'p', item };
  const done = { ...added, type: 'conversation.item.done' };
  const created = { ...added, type: 'conversation.item.created' };
  expect([added, done].flatMap(toOlderClient)).toEqual([created]);
  expect(fromOlderServer(created)).toEqual([added, done]);
  const spoken = { ...item, content: [{ type: 'input_audio', transcript: null }] };
  expect(fromOlderServer({ ...created, item: spoken }).map(({ type }) => type)).toEqual([
    'conversation.item.added',
  ]);
});

test('a response shows its voice and its words under the names of each dialect', () => {
  const newer = {
    type: 'response.done',
    response: {
      id: 'r',
      status: 'completed',
      output_modalities: ['audio'],
      audio: { output: { format: { type: 'audio/pcm', rate: 24_000 }, voice: 'alloy' } },
      output: [{ id: 'a', type: 'message', content: [{ type: 'output_audio', transcript: 'Hi' }] }],
    },
  };
  const older = {
    type: 'response.done',
    response: {
      id: 'r',
      status: 'completed',
      modalities: ['text', 'audio'],
      voice: 'alloy',
      output_audio_format: 'pcm16',
      output: [{ id: 'a', type: 'message', content: [{ type: 'audio', transcript: 'Hi' }] }],
    },
  };
  expect(toOlderClient(newer)).toEqual([older]);
  expect(fromOlderServer(older)).toEqual([newer]);
});

test.each([null, 7, 'text', [], {}])('whatever is no event stays what it is: %j', (value) => {
  expect(fromOlderClient(value)).toEqual(value);
});
