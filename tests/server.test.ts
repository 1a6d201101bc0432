/** The doors of the house, each opened from outside. */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Log } from '#lib/log.ts';
import { readConfig } from '../src/config.ts';
import { type House, openHouse } from '../src/house.ts';

const QUIET: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  about: () => QUIET,
};

let house: House;
let dataDir: string;
let ws: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'luna-doors-'));
  const read = readConfig({
    PORT: '0',
    LUNA_DATA_DIR: dataDir,
    LUNA_HEARING_WORKERS: '1',
    LUNA_MAX_CALLS: '2',
  });
  if (!read.ok) throw new Error(read.problems.join());
  house = await openHouse(read.config, QUIET);
  ws = house.url.replace(/^http/, 'ws');
}, 60_000);
afterAll(async () => {
  await house.close(0);
  await rm(dataDir, { recursive: true, force: true });
}, 30_000);

interface Event {
  type: string;
  [field: string]: unknown;
}

/** Everything heard until the socket closed, or until this type came. */
async function listen(socket: WebSocket, until: string): Promise<Event[]> {
  const heard: Event[] = [];
  const over = Promise.withResolvers<void>();
  socket.on('message', (data: Buffer) => {
    const event = JSON.parse(data.toString()) as Event;
    heard.push(event);
    if (event.type === until) over.resolve();
  });
  socket.on('close', () => over.resolve());
  await over.promise;
  return heard;
}

async function hangUp(socket: WebSocket): Promise<void> {
  const closed = once(socket, 'close');
  // 1000 is a goodbye; after any other end the call waits for its caller.
  socket.close(1000);
  await closed;
}

/** The status with which an upgrade was refused. */
async function refusal(path: string, headers: Record<string, string> = {}): Promise<number> {
  const socket = new WebSocket(`${ws}${path}`, { headers });
  const [, response] = (await once(socket, 'unexpected-response')) as [
    unknown,
    { statusCode: number; destroy(): void },
  ];
  response.destroy();
  return response.statusCode;
}

test('an operator learns that Luna is alive and takes calls', async () => {
  const [health, ready] = await Promise.all([
    fetch(`${house.url}/healthz`),
    fetch(`${house.url}/readyz`),
  ]);
  expect([health.status, ready.status]).toEqual([200, 200]);
});

test('the page is told the names and what can be called about', async () => {
  const directory: unknown = await (await fetch(`${house.url}/api/scenarios`)).json();
  expect(directory).toMatchObject({
    bank: 'Northwind Bank',
    assistant: 'Luna',
    scenarios: expect.arrayContaining([
      expect.objectContaining({ id: 'block-card', ends: 'resolved' }),
      expect.objectContaining({ id: 'wire-transfer', ends: 'escalated' }),
    ]),
  });
});

test('a call begins with its name and the greeting, and leaves a record without it being asked for', async () => {
  const socket = new WebSocket(`${ws}/ws?scenario=block-card`);
  const heard = await listen(socket, 'response.output_audio.delta');
  expect(heard[0]).toMatchObject({
    type: 'luna.call.started',
    scenario: 'block-card',
    mode: 'local',
  });
  expect(heard.map(({ type }) => type)).toContain('luna.identity');
  await hangUp(socket);
  const { call_id: id } = heard[0] as { call_id?: string };
  await expect
    .poll(async () => (await fetch(`${house.url}/api/calls/${id}`)).json(), { timeout: 10_000 })
    .toMatchObject({ id, channel: 'browser', outcome: 'abandoned', escalation: null });
});

test('a program finds the Realtime protocol, with the key of its own that nobody looks at', async () => {
  const socket = new WebSocket(`${ws}/v1/realtime?model=embedded`, [
    'realtime',
    'openai-insecure-api-key.ek_1',
  ]);
  const heard = await listen(socket, 'session.created');
  expect(socket.protocol).toBe('realtime');
  expect(heard).toHaveLength(1);
  socket.send('{"type":"make.coffee","event_id":"mine"}');
  const [error] = await listen(socket, 'error');
  expect(error).toMatchObject({ error: { event_id: 'mine', type: 'invalid_request_error' } });
  await hangUp(socket);
});

test('a scenario that does not exist is named with those that do, and the socket may still begin a call', async () => {
  const socket = new WebSocket(`${ws}/ws?scenario=rob-the-bank`);
  const [refused] = await listen(socket, 'error');
  expect(refused).toMatchObject({
    error: {
      code: 'unknown_scenario',
      param: 'scenario',
      message: expect.stringMatching(/rob-the-bank.*block-card/),
    },
  });
  const say = (event: object): Promise<Event[]> => {
    socket.send(JSON.stringify(event));
    return listen(socket, 'error');
  };
  const [still] = await say({ type: 'luna.start', scenario: 'rob-another', event_id: 'a' });
  expect(still).toMatchObject({ error: { code: 'unknown_scenario' } });
  const [early] = await say({ type: 'luna.mute', muted: true, event_id: 'b' });
  expect(early).toMatchObject({ error: { code: 'no_call', event_id: 'b' } });
  socket.send(JSON.stringify({ type: 'luna.start', scenario: 'block-card' }));
  const [started] = await listen(socket, 'luna.call.started');
  expect(started).toMatchObject({ scenario: 'block-card' });
  const second = await say({ type: 'luna.start', scenario: 'block-card', event_id: 'c' });
  expect(second.at(-1)).toMatchObject({ error: { code: 'call_in_progress', event_id: 'c' } });
  await listen(socket, 'response.output_audio.delta');
  await hangUp(socket);
});

test('a caller after the last free line is told that all lines are busy', async () => {
  const calls = [1, 2].map(() => new WebSocket(`${ws}/ws?scenario=block-card`));
  await Promise.all(calls.map((socket) => listen(socket, 'luna.call.started')));
  const heard = await listen(new WebSocket(`${ws}/ws?scenario=block-card`), 'never');
  expect(heard[0]).toMatchObject({ type: 'error', error: { code: 'busy' } });
  await Promise.all(calls.map(hangUp));
});

test('a page of another site is not connected', async () => {
  const origin = 'https://somewhere.example';
  expect(await refusal('/ws?scenario=block-card', { origin })).toBe(403);
  for (const door of ['/v1/realtime', '/v1/realtime?model=openai:gpt-realtime', '/voice', '/chat'])
    expect(await refusal(door, { origin })).toBe(403);
});

test('a page whose own name points to this machine is not ours: it reads nothing and is not connected', async () => {
  const host = `attacker.example:${new URL(house.url).port}`;
  const mine = { host, origin: `http://${host}` };
  for (const door of ['/ws?scenario=block-card', '/v1/realtime', '/voice', '/chat'])
    expect(await refusal(door, mine)).toBe(421);
  const asked = (path: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      get(`${house.url}${path}`, { headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on('error', reject);
    });
  expect(await asked('/api/calls')).toBe(421);
  expect(await asked('/')).toBe(421);
});

test('a door that does not exist is not opened', async () => {
  expect(await refusal('/voicemail')).toBe(404);
  expect((await fetch(`${house.url}/api/nothing`)).status).toBe(404);
  expect((await fetch(`${house.url}/api/calls/call_nobody`)).status).toBe(404);
  expect((await fetch(`${house.url}/api/calls?limit=many`)).status).toBe(400);
});

test('a script is read, heard and counted over HTTP', async () => {
  const api = `${house.url}/api/scripts`;
  const script = (await (await fetch(`${api}/block-card`)).json()) as { lines: object[] };
  expect(script).toMatchObject({ scenario: 'block-card', ends: 'resolved' });
  expect(script.lines[0]).toMatchObject({ n: 1, who: 'luna' });
  const speech = await fetch(`${api}/block-card/speech/1`);
  expect(speech.headers.get('content-type')).toBe('audio/wav');
  expect((await speech.bytes()).subarray(0, 4).toString()).toBe('82,73,70,70');
  const statuses = await Promise.all(
    ['nobody', 'nobody/speech/1', 'block-card/speech/0', 'block-card/speech/999'].map(
      async (path) => (await fetch(`${api}/${path}`)).status,
    ),
  );
  expect(statuses).toEqual([404, 404, 404, 404]);
  expect(await (await fetch(`${api}/nobody`)).json()).toMatchObject({
    scenarios: expect.arrayContaining(['block-card', 'freeform']),
  });
});

test('a script that was played is in the figures, unless another site says so or it is no JSON', async () => {
  const figures = async () => (await fetch(`${house.url}/api/figures`)).json();
  const play = async (headers: Record<string, string>, body: string): Promise<number> =>
    (await fetch(`${house.url}/api/scripts/block-card/played`, { method: 'POST', headers, body }))
      .status;
  const json = { 'content-type': 'application/json' };
  const played = JSON.stringify({ seconds: 40, outcome: 'contained' });
  expect(await play(json, '{"seconds":-1,"outcome":"contained"}')).toBe(400);
  expect(await play({ 'content-type': 'text/plain' }, played)).toBe(415);
  expect(await play({ ...json, origin: 'https://somewhere.example' }, played)).toBe(403);
  expect(await play({ ...json, 'sec-fetch-site': 'cross-site' }, played)).toBe(403);
  expect(await figures()).toMatchObject({ modes: { scripted: 0 } });
  expect(await play({ ...json, origin: house.url }, played)).toBe(200);
  await expect
    .poll(figures, { timeout: 20_000, interval: 300 })
    .toMatchObject({ modes: { scripted: 1 } });
});
