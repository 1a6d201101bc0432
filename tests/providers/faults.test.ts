/** All that a speech model's service can do wrong, done by a real server: what becomes of the session. */
import { expect, test } from 'vitest';
import type { ClientEvent } from '#protocol/client-events.ts';
import { Upstream } from '../scripted/upstream.ts';
import { KEY, Line } from './line.ts';

const ERROR = { type: 'error', event_id: null, error: { type: 'server_error', message: 'oops' } };

function failed(code: string) {
  const error = { type: 'x', code, message: 'm' };
  const response = { id: 'r1', status: 'failed', status_details: { type: 'failed', error } };
  return { type: 'response.done', response };
}

test.each([
  [
    1001,
    'Your session hit the maximum duration of 60 minutes.',
    true,
    'The session with OpenAI reached its time limit.',
  ],
  [1008, 'policy', false, 'OpenAI ended the session because of its rules of use.'],
  [1011, '', true, 'OpenAI has a problem of its own just now.'],
  [
    4000,
    'invalid_request_error.beta_api_shape_disabled',
    false,
    'OpenAI does not speak this version of the protocol.',
  ],
  [3000, 'invalid_request_error.invalid_api_key', false, 'OpenAI does not accept this key.'],
])('a close with %i "%s" in mid-response', async (code, reason, retryable, spoken) => {
  await using upstream = await Upstream.open({ script: () => 'One sentence. And another one.' });
  const line = new Line();
  const session = await line.connect(upstream);
  session.send({ type: 'response.create' });
  const server = await upstream.session(0);
  await server.said('response.output_audio.delta');
  server.end(code, reason);
  expect(await line.lost.promise).toMatchObject({ error: { retryable, spoken } });
});

test.each([
  [
    { code: 'session_expired', message: 'Your session hit the maximum duration of 60 minutes.' },
    true,
  ],
  [{ code: 'insufficient_quota', message: 'You exceeded your current quota.' }, false],
  [{ code: 'invalid_api_key', message: `Incorrect API key provided: ${KEY}` }, false],
])('an error that ends a session that still stands: %j', async (error, retryable) => {
  await using upstream = await Upstream.open();
  const line = new Line();
  await line.connect(upstream);
  const server = await upstream.session(0);
  server.say({ ...ERROR, error: { ...ERROR.error, ...error } });
  const lost = await line.lost.promise;
  expect(lost.error?.retryable).toBe(retryable);
  expect(`${lost.reason}${JSON.stringify(line.events)}`).not.toContain(KEY);
  expect(await server.closed).toBe(1000);
});

test('an answer that failed for want of credit ends the session; one that failed otherwise does not', async () => {
  await using upstream = await Upstream.open();
  const line = new Line();
  await line.connect(upstream);
  const server = await upstream.session(0);
  server.say(failed('rate_limit_exceeded'));
  server.say(failed('insufficient_quota'));
  expect((await line.lost.promise).error).toMatchObject({ retryable: false });
  expect(line.events.filter(({ type }) => type === 'response.done')).toHaveLength(2);
});

test('a line on which nothing comes any more, not even an answer to a ping, is dead', async () => {
  await using upstream = await Upstream.open();
  const line = new Line();
  const connecting = line.connect(upstream, { limits: { pingMs: 300, closeMs: 50 } });
  const server = await upstream.session(0);
  await connecting;
  server.stall();
  expect((await line.lost.promise).error).toMatchObject({
    retryable: true,
    spoken: 'OpenAI does not answer.',
  });
});

test('a service that does not take what is sent is given up before the memory is full', async () => {
  await using upstream = await Upstream.open();
  const line = new Line();
  const session = await line.connect(upstream, {
    limits: { backlogBytes: 1024 * 1024, closeMs: 50 },
  });
  (await upstream.session(0)).stall();
  const audio = 'A'.repeat(64 * 1024);
  let sent = 0;
  void line.lost.promise.then(() => (sent = Infinity));
  for (; sent < 1_000; sent++) {
    session.send({ type: 'input_audio_buffer.append', audio });
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(sent).toBe(Infinity);
  expect((await line.lost.promise).error).toMatchObject({ retryable: true });
});

test('nonsense, unknown events, unknown fields and missing ids do no harm', async () => {
  await using upstream = await Upstream.open();
  const line = new Line();
  await line.connect(upstream);
  const server = await upstream.session(0);
  for (const frame of [
    'not json',
    '[]',
    'null',
    '{"event_id":"e"}',
    { type: 7 },
    { type: 'response.output_audio.delta', delta: 5, secret: 'hidden' },
    { type: 'response.output_audio.delta', delta: 5, secret: 'hidden' },
    { type: 'conversation.item.added', item: { id: 'i', type: 'message', role: 'robot' } },
  ])
    server.say(frame);
  server.say({ type: 'response.brand_new', event_id: null, x: 1 });
  server.say(ERROR);
  server.say({
    type: 'conversation.item.added',
    item: { id: 'm', type: 'mcp_list_tools', tools: [] },
    obfuscation: 'xyz',
  });
  await line.heard('conversation.item.added');
  expect(line.events.slice(2)).toEqual([
    { type: 'response.brand_new', event_id: expect.stringMatching(/^event_/), x: 1 },
    {
      type: 'error',
      event_id: expect.stringMatching(/^event_/),
      error: { type: 'server_error', code: null, message: 'oops', param: null, event_id: null },
    },
    {
      type: 'conversation.item.added',
      event_id: expect.stringMatching(/^event_/),
      previous_item_id: null,
      item: { id: 'm', type: 'mcp_list_tools', tools: [] },
      obfuscation: 'xyz',
    },
  ]);
  // Each kind once, and nothing of what was in it.
  expect(line.logged).toHaveLength(4);
  expect(JSON.stringify(line.logged)).not.toContain('hidden');
});

test('a frame of 15 MiB passes in both directions', async () => {
  await using upstream = await Upstream.open();
  const line = new Line();
  const session = await line.connect(upstream);
  const server = await upstream.session(0);
  const audio = 'A'.repeat(15 * 1024 * 1024 - 4);
  const item = {
    id: 'big',
    type: 'message',
    role: 'user',
    content: [{ type: 'input_audio', audio, transcript: null }],
  };
  server.say({ type: 'conversation.item.retrieved', item });
  const got = await line.heard('conversation.item.retrieved');
  expect(got).toEqual(expect.objectContaining({ item: { ...item, status: 'completed' } }));
  session.send({ type: 'input_audio_buffer.append', audio });
  const { audio: arrived } = await server.got('input_audio_buffer.append');
  expect(arrived.length).toBe(audio.length);
  expect(server.complaints).toEqual([]);
});

test('errors are put up with as long as something else comes between; a flood is not', async () => {
  await using upstream = await Upstream.open();
  const line = new Line();
  await line.connect(upstream);
  const server = await upstream.session(0);
  for (let i = 0; i < 120; i++) {
    server.say(ERROR);
    if (i % 40 === 0) server.say({ type: 'rate_limits.updated', rate_limits: [] });
  }
  await line.heard('error', 120);
  for (let i = 0; i < 60; i++) server.say(ERROR);
  const { error } = await line.lost.promise;
  expect(error).toMatchObject({ retryable: true, spoken: 'OpenAI answers with errors only.' });
});

test('what comes after the end is nobody’s business', async () => {
  await using upstream = await Upstream.open();
  const line = new Line();
  const session = await line.connect(upstream);
  const server = await upstream.session(0);
  const seen = line.events.length;
  const closed = session.close();
  for (let i = 0; i < 10; i++) server.say(ERROR);
  session.send({ type: 'response.create' });
  await closed;
  expect(await server.closed).toBe(1000);
  expect(line.events).toHaveLength(seen);
  expect(server.received.map(({ type }) => type)).toEqual(['session.update']);
  await session.close();
});

test('a service that does not answer our CLOSE is left behind', async () => {
  await using upstream = await Upstream.open();
  const session = await new Line().connect(upstream, { limits: { closeMs: 50 } });
  (await upstream.session(0)).stall();
  await expect(session.close()).resolves.toBeUndefined();
});

test('a call that is over leaves no session behind', async () => {
  await using upstream = await Upstream.open();
  const abort = new AbortController();
  const line = new Line();
  await line.connect(upstream, { signal: abort.signal });
  abort.abort();
  expect(await line.lost.promise).toEqual({ reason: 'aborted', error: undefined });
  expect(await (await upstream.session(0)).closed).toBe(1000);
});

test('a later update leaves out what may not change any more', async () => {
  await using upstream = await Upstream.open();
  const session = await new Line().connect(upstream);
  const update: ClientEvent = {
    type: 'session.update',
    session: {
      type: 'realtime',
      model: 'other',
      instructions: 'Be brief.',
      audio: { output: { voice: 'slt' } },
    },
  };
  session.send(update);
  const server = await upstream.session(0);
  expect((await server.got('session.update', 2)).session).toEqual({
    type: 'realtime',
    instructions: 'Be brief.',
  });
});
