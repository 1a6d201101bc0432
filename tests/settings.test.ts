/** The settings of a browser: its own key is really tried, answers its own calls, and comes out nowhere. */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { Log } from '#lib/log.ts';
import { readConfig } from '../src/config.ts';
import { type House, openHouse } from '../src/house.ts';
import { Upstream } from './scripted/upstream.ts';

const KEY = 'sk-own-0123456789abcdef';
const OPERATORS = 'sk-operator-0123456789';
const quiet = () => undefined;
const QUIET: Log = { info: quiet, warn: quiet, error: quiet, about: () => QUIET };
const SOON = { timeout: 60_000 };

let house: House;
let upstream: Upstream;
let dataDir: string;

beforeAll(async () => {
  upstream = await Upstream.open({ script: ({ last }) => (last ? 'I see.' : 'Hello.') });
  dataDir = await mkdtemp(join(tmpdir(), 'luna-settings-'));
  const read = readConfig({
    PORT: '0',
    LUNA_DATA_DIR: dataDir,
    LUNA_HEARING_WORKERS: '1',
    OPENAI_API_KEY: OPERATORS,
    LUNA_OPENAI_URL: upstream.url,
  });
  if (!read.ok) throw new Error(read.problems.join());
  house = await openHouse(read.config, QUIET);
}, 60_000);
afterAll(async () => {
  await house.close(0);
  await upstream[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly cookie: string;
  readonly setCookie: string;
}

async function config(
  method: string,
  body?: object | string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${house.url}/api/config`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const setCookie = response.headers.get('set-cookie') ?? '';
  return {
    status: response.status,
    body: (await response.json()) as Record<string, unknown>,
    setCookie,
    cookie: setCookie.split(';')[0] ?? '',
  };
}
const own = (more: object = {}) => ({
  provider: 'openai',
  key: KEY,
  endpoint: upstream.url,
  ...more,
});

/** The key with which a call is answered. */
async function callOf(headers: Record<string, string>): Promise<string> {
  const before = upstream.requests.length;
  const url = `${house.url.replace(/^http/, 'ws')}/ws?scenario=block-card`;
  const socket = new WebSocket(url, { headers });
  await vi.waitFor(() => {
    if (upstream.requests.length === before) throw new Error('Nobody was asked.');
  }, SOON);
  const closed = once(socket, 'close');
  socket.close(1000);
  await closed;
  return String(upstream.requests[before]?.headers.authorization);
}

test('a key that works is kept for this browser alone and never told to anybody', async () => {
  const saved = await config('POST', own({ voice: 'cedar' }));
  expect(saved.body).toMatchObject({ ok: true, provider: 'openai', mode: 'ai', voice: 'cedar' });
  expect(saved.setCookie).toMatch(/^luna_settings=.*HttpOnly/);
  expect(saved.setCookie).toMatch(/SameSite=Strict/);
  const mine = await config('GET', undefined, { cookie: saved.cookie });
  expect(mine.body).toMatchObject({ provider: 'openai', hasKey: true, fromEnvironment: false });
  const others = await config('GET');
  expect(others.body).toMatchObject({ hasKey: true, voice: 'marin', fromEnvironment: true });
  for (const { body, setCookie } of [saved, mine, others])
    expect(JSON.stringify(body) + setCookie).not.toMatch(/sk-own|sk-operator/);
  // The voice alone is changed without the key, which goes nowhere else.
  const voice = { provider: 'openai', endpoint: upstream.url, voice: 'ash' };
  const changed = await config('POST', voice, { cookie: saved.cookie });
  expect(changed.body).toMatchObject({ ok: true, voice: 'ash' });
  const elsewhere = await config('POST', { provider: 'openai' }, { cookie: changed.cookie });
  expect(elsewhere.body).toMatchObject({ ok: false, field: 'key' });
  // The name before is not valid any more, and after a farewell none is.
  const before = await config('GET', undefined, { cookie: saved.cookie });
  expect(before.body).toMatchObject({ fromEnvironment: true });
  await config('DELETE', undefined, { cookie: changed.cookie });
  const gone = await config('GET', undefined, { cookie: changed.cookie });
  expect(gone.body).toMatchObject({ fromEnvironment: true });
});

test('a key that is refused is told in plain words with its field, and nothing is kept', async () => {
  const message = `Incorrect API key provided: ${KEY}`;
  upstream.refuse(401, JSON.stringify({ error: { code: 'invalid_api_key', message } }));
  const refused = await config('POST', own());
  expect(refused).toMatchObject({ status: 200, setCookie: '', body: { ok: false, field: 'key' } });
  expect(JSON.stringify(refused.body)).not.toContain(KEY);
});

test('an address that nobody vouches for is not opened', async () => {
  const before = upstream.requests.length;
  const inside = await config('POST', own({ endpoint: 'http://127.0.0.1:9/v1' }));
  expect(inside.body).toMatchObject({ ok: false, field: 'endpoint' });
  expect(upstream.requests).toHaveLength(before);
});

test('the calls of a browser are answered with its key, and those of all others are not', async () => {
  const { cookie } = await config('POST', own());
  expect(await callOf({ cookie })).toContain(KEY);
  expect(await callOf({})).toContain(OPERATORS);
  // Somebody who knows a name and cannot sign it is nobody.
  expect(
    await callOf({ cookie: cookie.replace(/.$/, 'x').replace(/%2B|\./, '.') + 'x' }),
  ).toContain(OPERATORS);
});

test('the embedded engine needs no key, and only its own voices', async () => {
  const saved = await config('POST', { provider: 'embedded', voice: 'rms' });
  expect(saved.body).toMatchObject({ ok: true, provider: 'embedded', mode: 'local', voice: 'rms' });
  const alloy = await config('POST', { provider: 'embedded', voice: 'alloy' });
  expect(alloy.body).toMatchObject({ ok: false, field: 'voice' });
  const [known, unknown] = await Promise.all(
    ['rms', 'alloy'].map((voice) => fetch(`${house.url}/api/config/voice-test?voice=${voice}`)),
  );
  expect([known?.status, known?.headers.get('content-type')]).toEqual([200, 'audio/wav']);
  expect(unknown?.status).toBe(404);
});

test('a malformed body, another site and whoever tries keys in a row are turned away', async () => {
  expect((await config('POST', { provider: 'nobody' })).status).toBe(400);
  expect((await config('POST', { ...own(), extra: 1 })).status).toBe(400);
  expect((await config('POST', '{"provider":')).status).toBe(400);
  expect((await config('POST', own(), { origin: 'https://evil.example' })).status).toBe(403);
  expect((await config('DELETE', undefined, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  const tries = Array.from({ length: 20 }, () => config('POST', { provider: 'nobody' }));
  expect((await Promise.all(tries)).at(-1)?.status).toBe(429);
});
