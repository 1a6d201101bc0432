/** The settings dialog's check, and what an operator or a page may ask for. */
import { expect, test } from 'vitest';
import { systemClock } from '#lib/clock.ts';
import type { Log } from '#lib/log.ts';
import { checkProvider, type ProviderWishes, readSettings } from '#providers/provider.ts';
import { Upstream } from '../scripted/upstream.ts';

const KEY = 'sk-test-0123456789';
const quiet = () => undefined;
const log: Log = { info: quiet, warn: quiet, error: quiet, about: () => log };
const parts = { clock: systemClock(), log };

async function check(wishes: ProviderWishes) {
  const read = readSettings(wishes);
  if (!read.ok) throw new Error(read.words);
  return checkProvider(read.settings, parts);
}

/** Azure's addresses begin at the host. */
function hostOf(upstream: Upstream): string {
  return upstream.url.replace(/\/v1$/, '');
}

test('a key that works opens a session and closes it again, and says with which model and voice', async () => {
  await using upstream = await Upstream.open();
  const checked = await check({ provider: 'openai', key: KEY, endpoint: upstream.url });
  expect(checked).toEqual({
    ok: true,
    label: 'OpenAI gpt-realtime-2.1',
    model: 'scripted',
    voice: 'marin',
    latencyMs: expect.any(Number),
  });
  const [session] = upstream.sessions;
  expect(session?.complaints).toEqual([]);
  expect(await session?.closed).toBe(1000);
});

test.each([
  [
    401,
    '{"error":{"code":"invalid_api_key","message":"Incorrect API key provided: sk-test-0123456789"}}',
    'key',
    'OpenAI does not accept this key.',
  ],
  [
    429,
    '{"error":{"code":"insufficient_quota","message":"You exceeded your current quota"}}',
    'key',
    'The OpenAI account has no credit left.',
  ],
  [429, '{"error":{"code":"rate_limit_exceeded"}}', undefined, 'OpenAI is busy just now.'],
  [
    404,
    '{"error":{"code":"model_not_found"}}',
    'model',
    'OpenAI does not know this model or deployment.',
  ],
  [
    503,
    '<html>Bad gateway sk-test-0123456789</html>',
    undefined,
    'OpenAI has a problem of its own just now.',
  ],
])('HTTP %i is told in plain words, without the key: %s', async (status, body, field, words) => {
  await using upstream = await Upstream.open();
  upstream.refuse(status, body);
  const checked = await check({ provider: 'openai', key: KEY, endpoint: upstream.url });
  expect(checked).toMatchObject({ ok: false, words });
  expect('field' in checked ? checked.field : undefined).toBe(field);
  expect(JSON.stringify(checked)).not.toContain('0123456789');
});

test('a voice that the service does not know is named as what is wrong', async () => {
  await using upstream = await Upstream.open();
  const checking = check({ provider: 'openai', key: KEY, endpoint: upstream.url, voice: 'nobody' });
  const session = await upstream.session(0);
  session.tamper((event) =>
    event.type === 'session.updated'
      ? [
          {
            type: 'error',
            error: {
              type: 'invalid_request_error',
              code: 'invalid_value',
              message: "Invalid value: 'nobody'.",
              param: 'session.audio.output.voice',
            },
          },
        ]
      : [event],
  );
  expect(await checking).toEqual({
    ok: false,
    code: 'invalid_value',
    words: 'OpenAI does not accept this voice.',
    field: 'voice',
  });
});

test('a deployment for transcription that is not there is found out before the first call', async () => {
  await using upstream = await Upstream.open();
  const checking = check({
    provider: 'azure',
    key: KEY,
    endpoint: hostOf(upstream),
    deployment: 'my-realtime',
    transcription: 'nowhere',
  });
  const session = await upstream.session(0);
  session.tamper((event) =>
    event.type === 'input_audio_buffer.committed'
      ? [
          event,
          {
            type: 'conversation.item.input_audio_transcription.failed',
            item_id: event.item_id,
            content_index: 0,
            error: {
              type: 'server_error',
              code: 'DeploymentNotFound',
              message: 'No.',
              param: null,
            },
          },
        ]
      : event.type.includes('transcription')
        ? []
        : [event],
  );
  expect(await checking).toMatchObject({
    ok: false,
    code: 'DeploymentNotFound',
    field: 'transcription',
  });
});

test('Azure is called by deployment at its GA address, with the key in its own header', async () => {
  await using upstream = await Upstream.open();
  const checked = await check({
    provider: 'azure',
    key: KEY,
    endpoint: `${hostOf(upstream)}/openai/v1`,
    deployment: 'my-realtime',
  });
  expect(checked).toMatchObject({ ok: true, label: 'Azure my-realtime' });
  const [request] = upstream.requests;
  expect(request?.url).toBe('/openai/v1/realtime?model=my-realtime');
  expect(request?.headers['api-key']).toBe(KEY);
  expect(request?.headers.authorization).toBeUndefined();
});

test('nobody at the address is told as that', async () => {
  const upstream = await Upstream.open();
  const endpoint = upstream.url;
  await upstream[Symbol.asyncDispose]();
  expect(await check({ provider: 'openai', key: KEY, endpoint })).toEqual({
    ok: false,
    code: 'ECONNREFUSED',
    words: 'OpenAI cannot be reached.',
    field: 'endpoint',
  });
});

const AZURE = { provider: 'azure', key: KEY, deployment: 'd' } as const;

test.each<[ProviderWishes, string]>([
  [{ provider: 'openai' }, 'key'],
  [{ provider: 'openai', entra: true }, 'key'],
  [{ provider: 'openai', key: 'two words here' }, 'key'],
  [{ provider: 'openai', key: KEY, model: 'a b' }, 'model'],
  [{ provider: 'openai', key: KEY, voice: 'x\r\ny' }, 'voice'],
  [{ ...AZURE, endpoint: '' }, 'endpoint'],
  [{ ...AZURE, endpoint: 'http://name.openai.azure.com' }, 'endpoint'],
  [{ ...AZURE, endpoint: 'https://me:secret@name.openai.azure.com' }, 'endpoint'],
  [{ ...AZURE, endpoint: 'https://name.openai.azure.com', deployment: '' }, 'deployment'],
])('a wrong setting is refused, and named: %j', (wishes, field) => {
  expect(readSettings(wishes)).toMatchObject({ ok: false, field });
});

test.each([
  ['https://evil.example/openai', false],
  ['https://openai.azure.com.evil.example', false],
  ['https://169.254.169.254', false],
  ['http://127.0.0.1:8090', false],
  ['https://name.openai.azure.com', true],
  ['https://name.services.ai.azure.com/', true],
  ['https://house.example', true],
])('a page may send keys and tokens of this house to Azure alone: %s', (endpoint, ok) => {
  const { key: _, ...azure } = AZURE;
  expect(readSettings({ ...azure, endpoint, entra: true }, ['https://house.example']).ok).toBe(ok);
  expect(readSettings({ provider: 'openai', key: KEY, endpoint }, []).ok).toBe(false);
});
