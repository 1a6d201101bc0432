import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { systemClock } from '#lib/clock.ts';
import { JsonSocket } from './json-socket.ts';

const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
afterAll(() => server.close());

/** Both ends of a line; ours wrapped, theirs bare. */
async function line(): Promise<{ ours: JsonSocket; theirs: WebSocket }> {
  if (server.address() === null) await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const theirs = new WebSocket(`ws://127.0.0.1:${port}`);
  const [[accepted]] = (await Promise.all([once(server, 'connection'), once(theirs, 'open')])) as [
    [WebSocket],
    unknown,
  ];
  return { ours: new JsonSocket(accepted, systemClock()), theirs };
}

function ears(socket: JsonSocket): { heard: string[]; ended: Promise<string> } {
  const heard: string[] = [];
  const over = Promise.withResolvers<string>();
  socket.listen({
    onText: (text) => heard.push(text),
    onBinary: () => heard.push('binary'),
    onEnd: over.resolve,
  });
  return { heard, ended: over.promise };
}

test('what was said before anybody listened is not lost', async () => {
  const { ours, theirs } = await line();
  theirs.send('"early"');
  await new Promise((resolve) => setTimeout(resolve, 50));
  const { heard, ended } = ears(ours);
  theirs.send(Buffer.from([1]));
  theirs.close();
  await ended;
  expect(heard).toEqual(['"early"', 'binary']);
});

test('a line that died before anybody listened says so', async () => {
  const { ours, theirs } = await line();
  theirs.terminate();
  await once(theirs, 'close');
  expect(await ears(ours).ended).toMatch(/closed/);
});

test('a line that takes nothing any more is cut before it fills the memory', async () => {
  const { ours, theirs } = await line();
  const { ended } = ears(ours);
  theirs.pause();
  const second = { type: 'sound', audio: 'A'.repeat(64_000) };
  for (let sent = 0; sent < 2_000; sent += 1) {
    ours.send(second);
    if (sent % 50 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  }
  expect(await ended).toBe('the line is too slow for the call');
  theirs.terminate();
});

test('the end is told once, and nothing sent after it throws', async () => {
  const { ours, theirs } = await line();
  const { ended } = ears(ours);
  ours.close(1000, 'the call is over');
  const [code] = (await once(theirs, 'close')) as [number];
  await ended;
  ours.send({ type: 'late' });
  expect(code).toBe(1000);
});
