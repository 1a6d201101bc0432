/** Insights on a scripted Azure, by a token of Entra ID: tools, modes, and who is closed first. */
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { Switchboard } from '#call/switchboard.ts';
import { Witness } from '#call/witness.ts';
import { openDatabase } from '#database/database.ts';
import { systemClock } from '#lib/clock.ts';
import type { Log } from '#lib/log.ts';
import { zoneOf } from '#lib/zone.ts';
import { azureProvider } from '#providers/azure.ts';
import type { Provider } from '#providers/provider.ts';
import { addDemoCalls, openMetrics, openRecord } from '#record/record.ts';
import { insightsDoor } from '../src/insights-door.ts';
import type { Script } from './scripted/script-mind.ts';
import { Upstream } from './scripted/upstream.ts';
import { isSaid, isType, simpleClient } from './simple-client.ts';

const QUIET: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  about: () => QUIET,
};

/** What a speech model would do with these three sentences. */
const script: Script = ({ last }) => {
  if (last === undefined) return 'Hello, what would you like to know?';
  if ('output' in last) return `I found: ${(JSON.parse(last.output) as { say: string }).say}`;
  if (last.caller.includes('analyst')) return ['switch_mode', { mode: 'analyst' }];
  if (last.caller.includes('weather')) return ['show_metrics', { metrics: ['weather'] }];
  return ['show_metrics', { metrics: ['calls'], period: 'the last 30 days' }];
};

test('a manager on Azure: a token for each connection, figures of the record, a mode, and the provider closed first', async () => {
  await using upstream = await Upstream.open({ script, letterMs: 1 });
  await using house = await doorTo(upstream);
  const { base, calls, ended } = house;

  const manager = await simpleClient(`${base}/voice`);
  const { session } = await manager.next(isType('status'));
  await manager.next(isType('audio'));
  const writer = await simpleClient(`${base}/chat?session=${String(session)}`);
  writer.send({ type: 'text', text: 'How many calls did we have?' });
  expect((await manager.next(isType('tool_result')))['result']).toMatchObject({
    ok: true,
    drawing: { type: 'metrics', calls },
  });
  await manager.next(isSaid('assistant', /^I found: In the last 30 days there were/));
  writer.send({ type: 'text', text: 'And the weather?' });
  expect((await manager.next(isType('tool_result')))['result']).toMatchObject({ ok: false });
  await manager.next(isSaid('assistant', /I didn't get the metrics/));
  writer.send({ type: 'text', text: 'Be an analyst' });
  await manager.next(isSaid('assistant', /I am in analyst mode now/));
  const azure = await upstream.session(0);
  const updates = azure.received.filter(({ type }) => type === 'session.update');
  expect(JSON.stringify(updates[0])).toContain('Mode: executive');
  expect(JSON.stringify(updates.at(-1))).toContain('Mode: analyst');

  void manager.closed.then(() => ended.push('client'));
  manager.send({ type: 'stop' });
  await manager.closed;
  // Closed once more, it stays closed.
  expect([...new Set(ended)]).toEqual(['provider', 'client']);
  await writer.closed;

  const again = await simpleClient(`${base}/voice?mode=coach`);
  await again.next(isType('audio'));
  expect(JSON.stringify((await upstream.session(1)).received[0])).toContain('Mode: coach');
  again.socket.terminate();
  await (
    await upstream.session(1)
  ).closed;
  expect(upstream.requests.map(({ headers }) => headers.authorization)).toEqual([
    'Bearer token-1',
    'Bearer token-2',
  ]);
}, 60_000);

test('who asks while Azure is still being rung is answered, and not greeted; nothing is lost', async () => {
  await using upstream = await Upstream.open({ script, letterMs: 1 });
  await using house = await doorTo(upstream);
  const manager = await simpleClient(`${house.base}/chat`);
  // Azure has not agreed to anything yet.
  manager.send({ type: 'text', text: 'How many calls did we have?' });
  await manager.next(isType('tool_result'));
  await manager.next(isSaid('assistant', /^I found: In the last 30 days there were/));
  expect(manager.frames.filter(isSaid('assistant', /Hello/))).toEqual([]);
  expect(manager.frames.filter(isSaid('user'))).toHaveLength(1);
  manager.send({ type: 'stop' });
  await manager.closed;
}, 60_000);

test('an Azure that does not take the token is told in plain words', async () => {
  await using upstream = await Upstream.open({ script });
  upstream.refuse(401, '{"error":{"message":"Access denied"}}');
  await using house = await doorTo(upstream);
  const manager = await simpleClient(`${house.base}/voice`);
  expect((await manager.next(isType('error')))['error']).toMatch(/Azure/);
  expect(await manager.next(isType('status'))).toMatchObject({ status: 'error' });
  await manager.closed;
}, 60_000);

test('a talk that is longer than a session of its service goes on in the next one', async () => {
  await using upstream = await Upstream.open({ script, letterMs: 1 });
  await using house = await doorTo(upstream, 2_000);
  const manager = await simpleClient(`${house.base}/voice`);
  const { session } = await manager.next(isType('status'));
  const writer = await simpleClient(`${house.base}/chat?session=${String(session)}`);
  await manager.next(isType('audio'));
  expect(await (await upstream.session(0)).closed).toBe(1000);
  writer.send({ type: 'text', text: 'How many calls did we have?' });
  await manager.next(isSaid('assistant', /^I found: In the last 30 days there were/));
  expect(upstream.sessions.length).toBeGreaterThan(1);
  manager.send({ type: 'stop' });
  await manager.closed;
}, 60_000);

async function doorTo(upstream: Upstream, sessionLimitMs?: number) {
  const clock = systemClock();
  const ending = new AsyncDisposableStack();
  const database = ending.use(openDatabase(':memory:'));
  const book = ending.use(await openRecord(database, clock, () => undefined));
  const calls = await addDemoCalls(database, clock.date());
  const ended: string[] = [];
  let tokens = 0;
  const azure = azureProvider(
    {
      endpoint: upstream.url.replace(/^ws/, 'http'),
      access: { token: async () => `token-${(tokens += 1)}` },
      deployment: 'mine',
      voice: 'marin',
      transcription: 'whisper',
      turns: 'server_vad',
    },
    { clock, log: QUIET },
  );
  /** The same provider; it is written down when it has closed. */
  const watched: Provider = {
    ...azure,
    connect: async (options) => {
      const session = await azure.connect(options);
      return {
        send: (event) => session.send(event),
        close: async () => {
          await session.close();
          ended.push('provider');
        },
      };
    },
  };
  const board = new Switchboard({ maxCalls: 4, lagMs: () => 0, clock });
  const { onTalk } = insightsDoor({
    clock,
    brand: { bank: 'Northwind Bank', assistant: 'Luna' },
    board,
    stallMs: 20_000,
    ...(sessionLimitMs !== undefined && { sessionLimitMs }),
    metrics: openMetrics(database, () => clock.date(), zoneOf('UTC')),
    providersFor: () => [watched],
    witness: (id, { id: provider }, channel) =>
      new Witness(book.open({ id, scenario: 'insights', provider, channel }), QUIET),
  });
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket, request) => {
    const url = new URL(request.url ?? '', 'http://luna');
    onTalk(socket, url.pathname === '/voice' ? '/voice' : '/chat', url.searchParams);
  });
  ending.defer(async () => {
    for (const socket of sockets.clients) socket.terminate();
    await board.drain(1);
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const close = () => ending.disposeAsync();
  return { base: `ws://127.0.0.1:${port}`, calls, ended, [Symbol.asyncDispose]: close };
}
