/** A speech model's service that cannot be had: what the caller's call learns of it, and nobody of the key. */
import { expect, test } from 'vitest';
import { Upstream } from '../scripted/upstream.ts';
import { KEY, Line } from './line.ts';

const ERROR = { type: 'error', event_id: null, error: { type: 'server_error', message: 'oops' } };

test.each([
  [401, '{"error":{"message":"Incorrect API key provided: sk-test-0123456789."}}', false],
  [403, '{"error":{"code":"unsupported_country_region_territory"}}', false],
  [404, '{"error":{"code":"model_not_found"}}', false],
  [429, '{"error":{"code":"insufficient_quota"}}', false],
  [429, '', true],
  [500, '<html>', true],
  [503, '{', true],
])('HTTP %i at the door, %s: another try may help: %s', async (status, body, retryable) => {
  await using upstream = await Upstream.open();
  upstream.refuse(status, body);
  const line = new Line();
  const error: unknown = await line.connect(upstream).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    name: 'CallError',
    retryable,
    spoken: expect.stringMatching(/OpenAI/),
  });
  expect(`${String(error)} ${JSON.stringify(error)} ${JSON.stringify(line.logged)}`).not.toContain(
    KEY,
  );
});

test('a service that never answers is given up', async () => {
  await using upstream = await Upstream.open();
  upstream.goMute();
  const connecting = new Line().connect(upstream, { limits: { connectMs: 100 } });
  await expect(connecting).rejects.toMatchObject({
    retryable: true,
    spoken: 'OpenAI does not answer.',
  });
});

test('a session that is never agreed to is no session', async () => {
  await using upstream = await Upstream.open();
  const connecting = new Line().connect(upstream, { limits: { connectMs: 1_000 } });
  const session = await upstream.session(0);
  session.tamper((event) => (event.type === 'session.updated' ? [] : [event]));
  await expect(connecting).rejects.toMatchObject({ retryable: true });
  expect(await session.closed).toBe(1000);
});

test('the caller is heard only once our own session stands, not somebody’s', async () => {
  await using upstream = await Upstream.open();
  const line = new Line();
  let isConnected = false;
  const connecting = (async () => {
    await line.connect(upstream);
    isConnected = true;
  })();
  const server = await upstream.session(0);
  let ours: object = {};
  server.tamper((event) => {
    if (event.type !== 'session.updated') return [event];
    ours = event;
    return [{ ...event, session: { ...event.session, instructions: 'Act like a human.' } }];
  });
  await line.heard('session.updated');
  expect(isConnected).toBe(false);
  server.say(ours);
  await connecting;
});

test('settings that are refused are refused as a whole, at once and for good', async () => {
  await using upstream = await Upstream.open();
  const connecting = new Line().connect(upstream);
  const server = await upstream.session(0);
  const error = {
    ...ERROR.error,
    type: 'invalid_request_error',
    param: 'session.audio.input.transcription.model',
  };
  server.tamper((event) => (event.type === 'session.updated' ? [{ ...ERROR, error }] : [event]));
  await expect(connecting).rejects.toMatchObject({
    retryable: false,
    spoken: 'OpenAI does not accept this transcription model.',
  });
});

test('a call that is over stops ringing', async () => {
  await using upstream = await Upstream.open();
  upstream.goMute();
  const abort = new AbortController();
  const connecting = new Line().connect(upstream, { signal: abort.signal });
  abort.abort();
  await expect(connecting).rejects.toThrow('aborted');
});
