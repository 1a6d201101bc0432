/** What an operator sees: the doors, whether Luna takes calls, and a log and a database without keys. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { Upstream } from './scripted/upstream.ts';

const ROOT = join(import.meta.dirname, '..');
const OPERATORS = 'sk-operator-0123456789abcdef';
const OWN = 'sk-visitor-fedcba9876543210';
const SOON = { timeout: 90_000, interval: 50 };

/** A server of its own, everything it writes kept. */
async function startLuna(environment: Record<string, string>) {
  const dataDir = await mkdtemp(join(tmpdir(), 'luna-operator-'));
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: '0',
      LUNA_DATA_DIR: dataDir,
      LUNA_LOG_LEVEL: 'trace',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  let warnings = '';
  child.stdout.on('data', (data: Buffer) => (log += data.toString()));
  child.stderr.on('data', (data: Buffer) => (warnings += data.toString()));
  const [url] = await vi.waitFor(() => {
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(log);
    if (!found) throw new Error(`Luna did not open:\n${log}${warnings}`);
    return found;
  }, SOON);
  return {
    url,
    log: () => log,
    warnings: () => warnings,
    dataDir,
    end: () => child.kill('SIGTERM'),
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function statusOf(url: string): Promise<number> {
  const response = await fetch(url);
  await response.body?.cancel();
  return response.status;
}

/** Services quote the key that they refuse. */
function quoted(key: string): string {
  const message = `Incorrect API key: ${key}`;
  return JSON.stringify({ error: { code: 'invalid_api_key', message } });
}

test('the first line names every door, readiness is true, and no key is written anywhere', async () => {
  await using upstream = await Upstream.open();
  await using luna = await startLuna({ OPENAI_API_KEY: OPERATORS, LUNA_OPENAI_URL: upstream.url });

  const [line = ''] = luna.log().split('\n');
  for (const door of [
    '/ws',
    '/v1/realtime',
    '/voice',
    '/chat',
    '/api/config',
    '/healthz',
    '/metrics',
  ])
    expect(line).toContain(door);
  const asked = [...line.matchAll(/http:\/\/[^\s",]+/g)].map(([door]) => door);
  for (const door of asked) expect(await statusOf(door)).toBe(200);

  // A visitor's key that is refused, and a call that goes on without the operator's.
  upstream.refuse(401, quoted(OWN));
  const refused = await fetch(`${luna.url}/api/config`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ provider: 'openai', key: OWN, endpoint: upstream.url }),
  });
  expect(await refused.json()).toMatchObject({ ok: false, field: 'key' });
  upstream.refuse(401, quoted(OPERATORS));
  const socket = new WebSocket(`${luna.url.replace('http', 'ws')}/ws?scenario=block-card`);
  const heard: string[] = [];
  socket.on('message', (data: Buffer) => heard.push(data.toString()));
  await vi.waitFor(() => {
    if (!heard.some((text) => text.includes('output_audio.delta'))) throw new Error('Silence.');
  }, SOON);

  // While she drains she takes no new call, and lives on for the one she has.
  luna.end();
  await vi.waitFor(async () => expect(await statusOf(`${luna.url}/readyz`)).toBe(503), SOON);
  expect(await statusOf(`${luna.url}/healthz`)).toBe(200);
  socket.send('{"type":"luna.hangup"}');
  await once(socket, 'close');
  await vi.waitFor(async () => {
    await expect(fetch(`${luna.url}/healthz`)).rejects.toThrow('fetch failed');
  }, SOON);

  const files = await readdir(luna.dataDir);
  expect(files).not.toEqual([]);
  const kept = await Promise.all(files.map((file) => readFile(join(luna.dataDir, file), 'latin1')));
  for (const text of [luna.log(), luna.warnings(), heard.join('\n'), ...kept])
    expect(text).not.toMatch(/sk-operator|sk-visitor|0123456789abcdef|fedcba9876543210/);
}, 180_000);
