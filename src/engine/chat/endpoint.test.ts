/** Against a real server on this machine: what it streams, and every way in which it fails. */
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Clock } from '#lib/clock.ts';
import { type ChatPiece, createChatEndpoint } from './endpoint.ts';
import {
  type Answer,
  begins,
  breaksOff,
  chunksOf,
  fails,
  says,
  startEndpoint,
  streamed,
} from './scripted-endpoint.ts';

const never = new AbortController().signal;
const QUESTION = { messages: [{ role: 'user' as const, content: 'I lost my card.' }] };
const KEY = 'sk-very-secret';
const LOST = { card_last_four: '4829', reason: 'lost' };
const BLOCK = { name: 'block_card', arguments: LOST };

/** Real time, but that all waiting is over when the test says so. */
function hurriedClock(): Clock & { passAll(): void; skip(ms: number): void } {
  const timers = new Set<() => void>();
  let skipped = 0;
  return {
    now: () => performance.now() + skipped,
    date: () => Date.now(),
    after(_, action) {
      timers.add(action);
      return () => timers.delete(action);
    },
    passAll() {
      for (const action of timers) action();
    },
    skip(ms) {
      skipped += ms;
    },
  };
}

async function asking(...answers: readonly Answer[]) {
  const server = await startEndpoint(...answers);
  const clock = hurriedClock();
  const endpoint = createChatEndpoint({ url: server.url, model: 'm', apiKey: KEY, clock });
  return {
    clock,
    asked: server.asked,
    async ask(signal = never): Promise<ChatPiece[]> {
      const pieces: ChatPiece[] = [];
      for await (const piece of endpoint.ask(QUESTION, signal)) pieces.push(piece);
      return pieces;
    },
    first: () => endpoint.ask(QUESTION, never),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

const words = (pieces: readonly ChatPiece[]) =>
  pieces.map((piece) => (piece.type === 'words' ? piece.text : '')).join('');

test('the endpoint is asked in its own language, with the key', async () => {
  await using line = await asking(says('Hello.'));
  await line.ask();
  const [{ path, headers, body } = expect.fail('nothing was asked')] = line.asked;
  expect(path).toBe('/v1/chat/completions');
  expect(headers.authorization).toBe(`Bearer ${KEY}`);
  expect(body).toEqual({ model: 'm', stream: true, ...QUESTION });
});

test('a whole address is taken as it is, and without a key none is sent', async () => {
  await using server = await startEndpoint(says('Hello.'));
  const url = `${server.url}/chat/completions?api-version=1`;
  const clock = hurriedClock();
  const endpoint = createChatEndpoint({ url, model: 'm', apiKey: undefined, clock });
  for await (const _ of endpoint.ask(QUESTION, never));
  expect(server.asked[0]?.path).toBe('/v1/chat/completions?api-version=1');
  expect(server.asked[0]?.headers.authorization).toBeUndefined();
});

test.each([1, 2, 7, 64, 10_000])(
  'words and calls arrive whole in pieces of %i bytes',
  async (n) => {
    const chunks = chunksOf({ words: ['I’m ', 'sorry 🙁', '.'], calls: [BLOCK, BLOCK] });
    await using line = await asking(streamed(chunks, n, n % 2 ? '\r\n' : '\n'));
    const pieces = await line.ask();
    expect(words(pieces)).toBe('I’m sorry 🙁.');
    expect(pieces.filter(({ type }) => type === 'call')).toEqual([
      { type: 'call', tool: 'block_card', arguments: LOST },
      { type: 'call', tool: 'block_card', arguments: LOST },
    ]);
  },
);

test('the first words are there before the last ones are written', async () => {
  await using line = await asking(begins('Hello. '));
  const pieces = line.first();
  expect(await pieces.next()).toEqual({
    done: false,
    value: { type: 'words', text: 'Hello. ' },
  });
  await pieces.return(undefined);
  await line.asked[0]?.closed;
});

test('a server that does not stream is understood', async () => {
  const message = {
    role: 'assistant',
    content: 'One moment.',
    tool_calls: [
      {
        id: 'a',
        type: 'function',
        function: { name: 'block_card', arguments: '{"reason":"lost"}' },
      },
    ],
  };
  const body = JSON.stringify({ choices: [{ index: 0, message, finish_reason: 'tool_calls' }] });
  await using line = await asking(fails(200, body));
  expect(await line.ask()).toEqual([
    { type: 'words', text: 'One moment.' },
    { type: 'call', tool: 'block_card', arguments: { reason: 'lost' } },
  ]);
});

test('what it thinks aloud is not said', async () => {
  await using line = await asking(says('<thi', 'nk>Hm.</th', 'ink>', 'Hello.'));
  expect(words(await line.ask())).toBe('Hello.');
});

const finishes: Answer = async (response, request) => {
  await begins('Hello.')(response, request);
  response.write('data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\n');
};

test('an answer is complete even when the server forgets to close it', async () => {
  await using line = await asking(finishes);
  const pieces = line.ask();
  await wait(100);
  line.clock.passAll();
  expect(words(await pieces)).toBe('Hello.');
});

test.each([
  ['an error of the server', fails(500, `{"error":"no ${KEY}"}`), 'it answered with status 500'],
  ['a wrong key', fails(401, `{"error":"wrong key ${KEY}"}`), 'it answered with status 401'],
  ['a page instead of an answer', fails(200, '<html>'), 'its answer is not one of a chat endpoint'],
  ['an answer cut off', breaksOff('I am'), 'the connection failed'],
])('%s is a failure that does not repeat what the server wrote', async (_, answer, why) => {
  await using line = await asking(answer);
  const failure: unknown = await line.ask().catch((error: unknown) => error);
  expect(failure).toMatchObject({ name: 'ChatFailure', message: expect.stringContaining(why) });
  expect(`${String(failure)} ${(failure as Error).stack}`).not.toContain(KEY);
});

test('an endpoint that is not there is known at once', async () => {
  const server = await startEndpoint();
  await server[Symbol.asyncDispose]();
  const settings = { url: server.url, model: 'm', apiKey: KEY, clock: hurriedClock() };
  const answer = createChatEndpoint(settings).ask(QUESTION, never).next();
  await expect(answer).rejects.toThrow('the connection failed (ECONNREFUSED)');
});

test.each([
  ['never begins', begins()],
  ['stops in the middle', begins('I am')],
  ['does not answer at all', () => undefined],
])('an endpoint that %s is not waited for', async (_, answer) => {
  await using line = await asking(answer);
  const failure = line.ask().catch((error: unknown) => error);
  await wait(100);
  line.clock.passAll();
  expect(await failure).toMatchObject({ message: 'it did not answer in time' });
  await line.asked[0]?.closed;
});

test('a caller who interrupts ends the request', async () => {
  await using line = await asking(begins('A long story'));
  const abort = new AbortController();
  const pieces = line.ask(abort.signal);
  await wait(100);
  abort.abort();
  expect(words(await pieces)).toBe('A long story');
  await line.asked[0]?.closed;
});

test('an endpoint that has failed twice is left alone for a while, and then tried again', async () => {
  await using line = await asking(fails(500), fails(500), says('Hello.'));
  await expect(line.ask()).rejects.toThrow('status 500');
  await expect(line.ask()).rejects.toThrow('status 500');
  await expect(line.ask()).rejects.toThrow('left alone');
  line.clock.skip(31_000);
  expect(words(await line.ask())).toBe('Hello.');
  expect(line.asked).toHaveLength(3);
});
