/** Short calls, ended in every way a call can end: of five hundred nothing may be left. */
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type RunningServer, startServer } from '../bench/server.ts';

const CALLS = 1_250;
const AT_ONCE = 8;
/** The first calls fill caches, warm the compiler and let the heap find its size; five hundred more must add nothing. */
const WARM_UP = 750;

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ LUNA_MAX_CALLS: '64' });
}, 60_000);
afterAll(async () => {
  await server[Symbol.asyncDispose]();
}, 60_000);

const speech = Int16Array.from(
  { length: 12_000 },
  (_, at) => 5_000 * Math.sin(at / 25 + Math.sin(at / 900)),
);
const frame = JSON.stringify({
  type: 'input_audio_buffer.append',
  audio: Buffer.from(speech.buffer).toString('base64'),
});

async function shortCall(seat: number): Promise<void> {
  const socket = new WebSocket(`${server.ws}/ws?scenario=block-card`);
  await once(socket, 'open');
  await once(socket, 'message');
  socket.send(frame);
  await wait(20 * (seat % 5));
  const closed = once(socket, 'close');
  // A call that lost its socket stays for ten seconds: not too many of those at once.
  if (seat % 30 === 0) socket.terminate();
  else if (seat % 3 === 1) socket.close(1000);
  else socket.send(JSON.stringify({ type: 'luna.hangup' }));
  await closed;
}

async function manyCalls(count: number): Promise<void> {
  let next = 0;
  const lines = Array.from({ length: AT_ONCE }, async () => {
    while (next < count) {
      next += 1;
      await shortCall(next);
    }
  });
  await Promise.all(lines);
  // The last lost calls are given up, the last batch is written.
  await wait(12_000);
}

interface State {
  readonly memory: number;
  readonly files: number;
  readonly threads: number;
}

async function state(): Promise<State> {
  const [memory, files, threads] = await Promise.all([
    server.residentMiB(),
    server.openFiles(),
    server.threads(),
  ]);
  return { memory, files, threads };
}

function shown({ memory, files, threads }: State): string {
  return `${memory.toFixed(0)} MB, ${files} files and ${threads} threads`;
}

test(`${CALLS} short calls leave no memory, file or thread behind`, async () => {
  await manyCalls(WARM_UP);
  const before = await state();
  await manyCalls(CALLS - WARM_UP);
  const after = await state();
  process.stdout.write(
    `soak: ${shown(before)} after ${WARM_UP} calls, ${shown(after)} after ${CALLS}\n`,
  );
  expect(after.files).toBeLessThanOrEqual(before.files + 2);
  expect(after.threads).toBeLessThanOrEqual(before.threads);
  // A leak of one hearing stream (about 5 MB) per ten calls would be 250 MB, a quarter of what there is.
  expect(after.memory / before.memory).toBeLessThan(1.1);
}, 900_000);
