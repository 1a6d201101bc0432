/** A whole call on `/ws` whose words come from a chat endpoint: it follows a script, but sees only what Luna sends it. */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { bankReader } from '#bank/reader.ts';
import type { HeardEvent } from '#channels/recording/recorded-caller.ts';
import { openDatabase } from '#database/database.ts';
import {
  type Answer,
  type ChatRequest,
  begins,
  chunksOf,
  startEndpoint,
  streamed,
} from '#engine/chat/scripted-endpoint.ts';
import { systemClock } from '#lib/clock.ts';
import type { Log } from '#lib/log.ts';
import { readConfig } from '../../src/config.ts';
import { openHouse } from '../../src/house.ts';

const KEY = 'sk-very-secret';
const CARD = { card_last_four: '4829' };
const LOST = { ...CARD, reason: 'lost' };

/** What the model says and calls; `say` of a tool's result is read out as it came. */
interface Thought {
  readonly words?: readonly string[];
  readonly call?: readonly [tool: string, args: object];
}

/** A model of a few rules: it knows nothing but the messages. */
function think({ body }: ChatRequest): Thought {
  const last = body.messages.at(-1);
  const calls = body.messages.flatMap((message) => message.tool_calls ?? []);
  const text = last?.content ?? '';
  if (last?.role === 'tool') {
    const { ok, why, say } = JSON.parse(text) as { ok: boolean; why?: string; say: string };
    const tool = calls.find(({ id }) => id === last.tool_call_id)?.function.name;
    if (why === 'needs_confirmation') return { words: [say] };
    if (!ok) return { words: ['Sorry, ', say] };
    if (tool === 'verify_identity') return { words: [say], call: ['block_card', LOST] };
    if (tool === 'block_card') return { words: [say], call: ['order_replacement', CARD] };
    return { words: [say, ' Is there anything else?'] };
  }
  const wanted = calls.at(-1)?.function;
  if (/lost/.test(text)) return { words: ['Oh no. ', 'Your last four digits and PIN, please?'] };
  if (/4829/.test(text))
    return { words: ['One moment.'], call: ['verify_identity', { ...CARD, pin: '7316' }] };
  if (/yes/.test(text) && wanted)
    return { call: [wanted.name, JSON.parse(wanted.arguments) as object] };
  return { words: ['Thank you for calling, **goodbye**! 👋'], call: ['end_call', {}] };
}

const answer: Answer = (response, request) => {
  const { words = [], call } = think(request);
  const calls = call ? [{ name: call[0], arguments: call[1] }] : [];
  return streamed(chunksOf({ words, calls }), 11)(response, request);
};

/** A caller who types when Luna has finished, and whose page plays everything at once. */
async function typedCall(
  url: string,
  says: readonly string[],
  onEvent: (event: HeardEvent) => void,
) {
  const socket = new WebSocket(url);
  const left = [...says];
  let saidSomething = false;
  let tools = 0;
  const send = (event: object) => socket.send(JSON.stringify(event));
  socket.on('message', (data: Buffer) => {
    const event = JSON.parse(data.toString()) as HeardEvent;
    onEvent(event);
    if (event.type === 'luna.tool.started') tools += 1;
    if (event.type === 'luna.tool.done') tools -= 1;
    if (event.type === 'response.output_audio.done') {
      saidSomething = true;
      send({ type: 'luna.drained', item_id: event.item_id });
    }
    if (event.type !== 'response.done' || tools > 0 || !saidSomething) return;
    const text = left.shift();
    if (text === undefined) return;
    saidSomething = false;
    const content = [{ type: 'input_text', text }];
    send({ type: 'conversation.item.create', item: { type: 'message', role: 'user', content } });
  });
  await once(socket, 'close');
}

async function withLuna(
  url: string,
  use: (ws: string, logged: readonly string[]) => Promise<void>,
): Promise<string | undefined> {
  await using ending = new AsyncDisposableStack();
  const dataDir = await mkdtemp(join(tmpdir(), 'luna-chat-'));
  ending.defer(() => rm(dataDir, { recursive: true, force: true }));
  const logged: string[] = [];
  const note = (facts: object, message: string) =>
    logged.push(
      `${message} ${JSON.stringify(facts)} ${String((facts as { error?: unknown }).error)}`,
    );
  const log: Log = { info: note, warn: note, error: note, about: () => log };
  const chat = { LUNA_LLM_URL: url, LUNA_LLM_MODEL: 'scripted', LUNA_LLM_KEY: KEY };
  const own = { PORT: '0', LUNA_DATA_DIR: dataDir, LUNA_HEARING_WORKERS: '1' };
  const read = readConfig({ ...own, ...chat });
  if (!read.ok) throw new Error(read.problems.join());
  const house = await openHouse(read.config, log);
  try {
    await use(`${house.url.replace(/^http/, 'ws')}/ws?scenario=block-card`, logged);
  } finally {
    await house.close(1_000);
  }
  const database = ending.use(openDatabase(join(dataDir, 'luna.db')));
  const [card] = await bankReader(database, systemClock()).cards({ lastFour: '4829' });
  return card?.status;
}

test('a card is blocked and replaced by a model that sees nothing but the conversation', async () => {
  await using server = await startEndpoint(answer);
  const events: HeardEvent[] = [];
  const status = await withLuna(server.url, async (ws, logged) => {
    const says = ['I lost my card', '4829, and 7316', 'yes', 'yes please', 'no thanks'];
    await typedCall(ws, says, (event) => events.push(event));
    expect(logged.join('\n')).not.toMatch(/endpoint failed|sk-very-secret/);
  });
  expect(status).toBe('blocked');
  const tools = events.filter((event) => event.type === 'luna.tool.done');
  expect(tools.map(({ tool, ok }) => `${tool} ${ok}`)).toEqual([
    'verify_identity true',
    'block_card false',
    'block_card true',
    'order_replacement false',
    'order_replacement true',
  ]);
  const said = events.flatMap((event) =>
    event.type === 'response.output_audio_transcript.done' ? [event.transcript] : [],
  );
  expect(said[0]).toMatch(/^Hello Emma/);
  expect(said[1]).toBe('Oh no. Your last four digits and PIN, please?');
  expect(said.at(-1)).toBe('Thank you for calling, goodbye!');
  expect(events.at(-1)).toMatchObject({ type: 'luna.call.ended', reason: 'assistant' });

  const [{ body, headers } = expect.fail('nothing was asked')] = server.asked;
  expect(headers.authorization).toBe(`Bearer ${KEY}`);
  expect(body).toMatchObject({ model: 'scripted', stream: true, tool_choice: 'auto' });
  expect(body.messages[0]?.content).toMatch(/You are Luna.*Northwind Bank/s);
  const schemas = new Map(body.tools?.map(({ function: tool }) => [tool.name, tool.parameters]));
  expect(schemas.get('block_card')).toMatchObject({
    type: 'object',
    required: ['card_last_four', 'reason'],
    properties: { reason: { type: 'string', enum: ['lost', 'stolen', 'damaged'] } },
  });
  expect([...schemas.keys()]).toEqual(
    expect.arrayContaining([
      'verify_identity',
      'order_replacement',
      'transfer_to_agent',
      'end_call',
    ]),
  );
  for (const { body: asked } of server.asked) expectWhole(asked.messages);
}, 90_000);

/** Every call has its result right behind it, and nobody but the caller and Luna says anything. */
function expectWhole(messages: ChatRequest['body']['messages']): void {
  for (const [at, { tool_calls: calls = [] }] of messages.entries())
    expect(messages.slice(at + 1, at + 1 + calls.length).map((one) => one.tool_call_id)).toEqual(
      calls.map(({ id }) => id),
    );
  expect(messages.filter(({ role }) => role === 'system')).toHaveLength(1);
}

test('the first sentence is heard before the second is written, and an endpoint that dies costs one turn', async () => {
  let heard: (() => void) | undefined;
  const sounded = new Promise<void>((resolve) => {
    heard = resolve;
  });
  let order = '';
  const dies: Answer = async (response, request) => {
    await begins("I'm so sorry to hear that. ", 'Let')(response, request);
    await sounded;
    order += 'second written';
    response.destroy();
  };
  await using server = await startEndpoint(dies, answer);
  const said: string[] = [];
  await withLuna(server.url, async (ws, logged) => {
    await typedCall(ws, ['I lost my card', 'no thanks'], (event) => {
      if (event.type === 'response.output_audio.delta' && server.asked.length === 1) {
        if (order === '') order = 'first heard, ';
        heard?.();
      }
      if (event.type === 'response.output_audio_transcript.done') said.push(event.transcript);
    });
    expect(logged.filter((line) => line.includes('endpoint failed'))).toHaveLength(1);
    expect(logged.join('\n')).not.toContain(KEY);
  });
  expect(order).toBe('first heard, second written');
  expect(said[1]).toMatch(/^I'm so sorry to hear that\. .*last four digits/);
  expect(said.at(-1)).toBe('Thank you for calling, goodbye!');
}, 90_000);
