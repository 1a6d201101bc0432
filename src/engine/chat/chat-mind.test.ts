/** A session whose words come from a chat endpoint: a real server by script, a voice of beeps, and the flow's dialogue behind it. */
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { findAgent } from '#agents/agent.ts';
import type { Flow } from '#engine/flow.ts';
import { rehearse } from '#engine/realtime/rehearsal.ts';
import { systemClock } from '#lib/clock.ts';
import type { Log } from '#lib/log.ts';
import type { ServerEvent } from '#protocol/server-events.ts';
import { ChatMind } from './chat-mind.ts';
import { createChatEndpoint } from './endpoint.ts';
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

const KEY = 'sk-very-secret';
const TOOLS = ['verify_identity', 'block_card', 'end_call'].map((name) => ({
  type: 'function',
  name,
  parameters: { type: 'object', properties: {} },
}));

async function calling(
  answers: readonly Answer[],
  { flow }: { flow: Flow | undefined } = { flow: findAgent('block-card')?.flow },
) {
  const server = await startEndpoint(...answers);
  const logged: string[] = [];
  const note = (facts: object, message: string) => {
    const { error } = facts as { error?: Error };
    logged.push(`${message}: ${error?.message ?? ''} ${error?.stack ?? ''}`);
  };
  const log: Log = { info: note, warn: note, error: note, about: () => log };
  const clock = systemClock();
  const endpoint = createChatEndpoint({ url: server.url, model: 'm', apiKey: KEY, clock });
  const rehearsal = rehearse(
    flow,
    'Emma',
    undefined,
    (brain) => new ChatMind({ endpoint, log, brain, greets: flow !== undefined }),
  );
  const { events, send } = rehearsal;
  const until = async (type: ServerEvent['type'], from: number) => {
    while (!events.slice(from).some((event) => event.type === type)) await wait(2);
    return events.slice(from);
  };
  const reply = async () => {
    const from = events.length;
    await send({ type: 'response.create' });
    return outline(await until('response.done', from));
  };
  const session = { type: 'realtime', instructions: 'You are Luna.', tools: TOOLS };
  await send({ type: 'session.update', session: { ...session, output_modalities: ['text'] } });
  return {
    ...rehearsal,
    logged,
    asked: server.asked,
    until,
    reply,
    async caller(text: string) {
      const content = [{ type: 'input_text', text }];
      const item = { type: 'message', role: 'user', content };
      await send({ type: 'conversation.item.create', item });
      return reply();
    },
    async tool(output: object) {
      const call = events.findLast(({ type }) => type === 'response.function_call_arguments.done');
      const call_id = call && 'call_id' in call ? call.call_id : '';
      const item = { type: 'function_call_output', call_id, output: JSON.stringify(output) };
      await send({ type: 'conversation.item.create', item });
      return reply();
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/** What was said and called in these events. */
function outline(events: readonly ServerEvent[]): string[] {
  return events.flatMap((event) => {
    if (event.type === 'response.output_text.done') return [event.text];
    if (event.type === 'response.function_call_arguments.done')
      return [`→ ${event.name}${event.arguments}`];
    return event.type === 'response.done' && event.response.status !== 'completed'
      ? [event.response.status]
      : [];
  });
}

const GREETING = 'Hello Emma, this is Luna at Northwind Bank. How can I help you today?';
const IDENTITY = { card_last_four: '4829', pin: '7316' };
const verify = streamed(
  chunksOf({
    words: ['One ', 'moment.'],
    calls: [{ name: 'verify_identity', arguments: IDENTITY }],
  }),
  3,
);

test('the flow greets, the endpoint answers, and a tool comes back to it', async () => {
  await using call = await calling([says('Which ', 'card, **Emma**? 🙂'), verify, says('Thanks.')]);
  expect(await call.reply()).toEqual([GREETING]);
  expect(call.asked).toEqual([]);
  expect(await call.caller('i lost my card')).toEqual(['Which card, Emma?']);
  expect(await call.caller('4829, and 7316')).toEqual([
    'One moment.',
    `→ verify_identity${JSON.stringify(IDENTITY)}`,
  ]);
  expect(await call.tool({ ok: true, say: 'Thank you, Emma.' })).toEqual(['Thanks.']);
  const messages = call.asked.at(-1)?.body.messages ?? [];
  expect(messages.map(({ role, content }) => `${role}: ${content}`).slice(1)).toEqual([
    'user: (The call is connected.)',
    `assistant: ${GREETING}`,
    'user: i lost my card',
    'assistant: Which card, Emma?',
    'user: 4829, and 7316',
    'assistant: One moment.',
    'tool: {"ok":true,"say":"Thank you, Emma."}',
  ]);
  expect(call.logged).toEqual([]);
});

test('without a flow the endpoint greets too', async () => {
  await using call = await calling([says('Good morning.')], { flow: undefined });
  expect(await call.reply()).toEqual(['Good morning.']);
});

test('the caller is expected to say anything, but yes or no after a read-back', async () => {
  await using call = await calling([
    says('Which card?'),
    streamed(chunksOf({ calls: [{ name: 'block_card', arguments: { reason: 'lost' } }] })),
    says('Shall I block it?'),
    says('Done.'),
  ]);
  await call.caller('i lost my card');
  await call.caller('that one');
  await call.tool({ ok: false, why: 'needs_confirmation', say: 'Shall I block it?' });
  await call.caller('yes');
  expect(call.ears.expectations.map((one) => one.for)).toEqual(['open', 'open', 'yes-no', 'open']);
});

test.each([
  ['is down', fails(500, `wrong key ${KEY}`), ''],
  ['makes no sense', fails(200, '<html>'), ''],
  ['has nothing to say', says(' 🙂 '), ''],
  ['writes its tool down', says('{"name": "block_card"}'), ''],
  ['breaks off at once', breaksOff(), ''],
  ['breaks off in mid-sentence', breaksOff('Oh dear. We', ' will'), 'Oh dear. '],
])('where the endpoint %s, the flow takes that turn', async (_, answer, before) => {
  await using call = await calling([answer, says('And when did you lose it?')]);
  await call.reply();
  const [text = '', ...more] = await call.caller('i lost my card');
  expect(more).toEqual([]);
  expect(text.startsWith(before)).toBe(true);
  expect(text.slice(before.length)).toMatch(/^[A-Z].*last four digits/);
  expect(call.logged).toHaveLength(1);
  expect(call.logged.join()).toMatch(/the built-in dialogue takes this turn/);
  expect(call.logged.join()).not.toContain(KEY);
  // It is the endpoint's turn again, and it knows what was said.
  expect(await call.caller('four eight two nine')).toEqual(['And when did you lose it?']);
  expect(call.asked.at(-1)?.body.messages.at(-2)?.content).toBe(text);
});

test('a flow that has to take over in the middle knows what has happened', async () => {
  await using call = await calling([says('Which card?'), verify, fails(503)]);
  await call.reply();
  await call.caller('my card was stolen');
  await call.caller('4829, and my pin is 7316');
  const next = await call.tool({ ok: true, say: 'Thank you, Emma.' });
  expect(next.join()).toMatch(/block_card.*"card_last_four":"4829","reason":"stolen"/);
});

test('a caller who interrupts is not answered by the rest, and only what was heard is remembered', async () => {
  await using call = await calling([
    begins('I am very sorry to hear that. ', 'Let me'),
    says('Go on.'),
  ]);
  const session = { type: 'realtime', output_modalities: ['audio'] };
  await call.send({ type: 'session.update', session });
  const content = [{ type: 'input_text', text: 'i lost my card' }];
  const item = { type: 'message', role: 'user', content };
  await call.send({ type: 'conversation.item.create', item }, { type: 'response.create' });
  const begun = await call.until('response.output_audio.delta', 0);
  const delta = begun.find((event) => event.type === 'response.output_audio.delta');
  await wait(20);
  await call.send({ type: 'response.cancel' });
  const done = await call.until('response.done', 0);
  expect(done.at(-1)).toMatchObject({ response: { status: 'cancelled' } });
  await call.asked[0]?.closed;
  // Ten letters at 50 ms each.
  const cut = { content_index: 0, item_id: delta?.item_id, audio_end_ms: 500 };
  await call.send({ type: 'conversation.item.truncate', ...cut });
  await call.send({ type: 'session.update', session: { ...session, output_modalities: ['text'] } });
  expect(await call.caller('wait')).toEqual(['Go on.']);
  expect(call.asked[1]?.body.messages.slice(1).map((one) => one.content)).toEqual([
    'i lost my card',
    'I am very',
    'wait',
  ]);
  expect(call.logged).toEqual([]);
});

test('a model that talks without end is stopped', async () => {
  const story = Array.from({ length: 400 }, (_, n) => `This is sentence ${n}. `);
  await using call = await calling([says(...story)]);
  const [text = ''] = await call.caller('tell me a story');
  expect(text.length).toBeGreaterThan(1_000);
  expect(text.length).toBeLessThan(1_700);
  expect(text).toMatch(/\.$/);
});

test('what is answered beside the conversation leaves no trace in it', async () => {
  await using call = await calling([says('Angry.'), fails(500)]);
  const aside = { conversation: 'none', instructions: 'How does the caller feel?', input: [] };
  const ask = async () => {
    const from = call.events.length;
    await call.send({ type: 'response.create', response: aside });
    return outline(await call.until('response.done', from));
  };
  expect(await ask()).toEqual(['Angry.']);
  expect(call.asked[0]?.body.messages[0]?.content).toMatch(/How does the caller feel/);
  expect((await ask()).join()).toMatch(/Hello Emma/);
  expect(call.events.some(({ type }) => type === 'conversation.item.added')).toBe(false);
});

test('a call that somebody else began is told to the endpoint, and nobody is greeted again', async () => {
  await using call = await calling([says('And your PIN?'), fails(503)]);
  const content = [{ type: 'output_text', text: 'Hi Emma! Which card is it?' }];
  const item = { type: 'message', role: 'assistant', content };
  await call.send({ type: 'conversation.item.create', item });
  expect(await call.caller('i lost the one ending in 4829')).toEqual(['And your PIN?']);
  expect(call.asked[0]?.body.messages.slice(-2).map(({ content: text }) => text)).toEqual([
    'Hi Emma! Which card is it?',
    'i lost the one ending in 4829',
  ]);
  const next = await call.caller('seven three one six');
  expect(next.join()).toMatch(/verify_identity.*"card_last_four":"4829".*"pin":"7316"/);
});
