import { expect, test } from 'vitest';
import type { ServerEvent } from '#protocol/server-events.ts';
import { outline, rehearse } from './rehearsal.ts';

const typed = (text: string) => ({
  type: 'conversation.item.create',
  item: { type: 'message', role: 'user', content: [{ type: 'input_text', text }] },
});
const WEATHER = {
  type: 'function',
  name: 'get_weather',
  description: 'Look up the weather for a city.',
  parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
};
const update = (session: object) => ({
  type: 'session.update',
  session: { type: 'realtime', ...session },
});
const say = (text: string, more: object = {}) => ({
  type: 'response.create',
  response: { instructions: `Say "${text}"`, ...more },
});
const of = <Type extends ServerEvent['type']>(events: readonly ServerEvent[], type: Type) =>
  events.filter((event): event is Extract<ServerEvent, { type: Type }> => event.type === type);

test('text in, text out', async () => {
  const { send } = rehearse();
  await send(update({ output_modalities: ['text'] }));
  expect(outline(await send(typed('hello'), { type: 'response.create' }))).toMatchInlineSnapshot(`
    "conversation.item.added
    conversation.item.done
    response.created
    response.output_item.added
    conversation.item.added
    response.content_part.added
    response.output_text.delta ×10
    response.output_text.done
    response.content_part.done
    conversation.item.done
    response.output_item.done
    response.done"
  `);
});

test('a tool is called, its output spoken', async () => {
  const { send } = rehearse();
  await send(update({ output_modalities: ['text'], tools: [WEATHER] }));
  const first = await send(typed('What is the weather in London?'), { type: 'response.create' });
  expect(outline(first)).toMatchInlineSnapshot(`
    "conversation.item.added
    conversation.item.done
    response.created
    response.output_item.added
    conversation.item.added
    response.function_call_arguments.delta
    response.function_call_arguments.done
    conversation.item.done
    response.output_item.done
    response.done"
  `);
  const [call] = of(first, 'response.function_call_arguments.done');
  expect(call).toMatchObject({ name: 'get_weather', arguments: '{"city":"London"}' });
  const output = {
    type: 'function_call_output',
    call_id: call?.call_id,
    output: 'It is foggy in London.',
  };
  const second = await send(
    { type: 'conversation.item.create', item: output },
    { type: 'response.create' },
  );
  expect(outline(second)).toMatchInlineSnapshot(`
    "conversation.item.added
    conversation.item.done
    response.created
    response.output_item.added
    conversation.item.added
    response.content_part.added
    response.output_text.delta ×9
    response.output_text.done
    response.content_part.done
    conversation.item.done
    response.output_item.done
    response.done"
  `);
  expect(of(second, 'response.output_text.done')[0]?.text).toContain('It is foggy in London.');
});

test('an out-of-band response leaves no trace, runs beside the other, and returns its metadata', async () => {
  const { send, events, clock, settle } = rehearse();
  await send(say('A long story. '.repeat(20)));
  const metadata = { topic: 'classification' };
  const aside = await send({
    type: 'response.create',
    response: {
      conversation: 'none',
      metadata,
      output_modalities: ['text'],
      input: [typed('hello').item],
    },
  });
  expect(outline(aside)).toMatchInlineSnapshot(`
    "response.created
    response.output_item.added
    response.content_part.added
    response.output_text.delta ×7
    response.output_text.done
    response.content_part.done
    response.output_item.done
    response.done"
  `);
  expect(of(aside, 'response.done')[0]?.response).toMatchObject({
    conversation_id: null,
    metadata,
  });
  for (let n = 0; n < 60; n++) {
    clock.pass(500);
    await settle();
  }
  expect(of(events, 'response.done')).toHaveLength(2);
});

test('a second response while one runs is refused, with the event named', async () => {
  const { send } = rehearse();
  const events = await send(say('A long story. '.repeat(20)), {
    ...say('Hello.'),
    event_id: 'second',
  });
  expect(of(events, 'error')[0]?.error).toMatchObject({
    code: 'conversation_already_has_active_response',
    event_id: 'second',
  });
});

test('a cancelled response is closed in order and ends once; cancelling nothing is a harmless error', async () => {
  const { send } = rehearse();
  await send(say('A long story. '.repeat(20)));
  const events = await send({ type: 'response.cancel' }, { type: 'response.cancel' });
  expect(outline(events)).toMatchInlineSnapshot(`
    "response.output_audio.done
    response.output_audio_transcript.done
    response.content_part.done
    conversation.item.done
    response.output_item.done
    response.done"
  `);
  const [error] = await send({ type: 'response.cancel', event_id: 'late' });
  expect(error).toMatchObject({ error: { code: 'response_cancel_not_active', event_id: 'late' } });
});

test('she is not more than a few seconds ahead of what can have been heard', async () => {
  const { send, clock, settle } = rehearse();
  const events = await send(say('A long story. '.repeat(40)));
  const sentMs = (some: readonly ServerEvent[]) =>
    of(some, 'response.output_audio.delta').reduce(
      (ms, { delta }) => ms + (delta.length * 3) / 4 / 48,
      0,
    );
  expect(sentMs(events)).toBeGreaterThan(3_900);
  expect(sentMs(events)).toBeLessThan(4_500);
  clock.pass(1000);
  await settle();
  const [first] = of(events, 'response.output_audio.delta');
  expect(first && (first.delta.length * 3) / 4).toBe(4800);
});

test('an answer that uses up its tokens is incomplete and says why', async () => {
  const { send } = rehearse();
  const events = await send(say('A long story. '.repeat(40), { max_output_tokens: 20 }));
  expect(of(events, 'response.done')[0]?.response).toMatchObject({
    status: 'incomplete',
    status_details: { type: 'incomplete', reason: 'max_output_tokens' },
  });
});

test('a voice that breaks fails the response, closed and once, and the next one may speak', async () => {
  const { send, voice } = rehearse();
  voice.broken = true;
  const events = await send(say('Hello there.'));
  expect(outline(events)).toMatchInlineSnapshot(`
    "response.created
    response.output_item.added
    conversation.item.added
    response.content_part.added
    response.output_audio.done
    response.output_audio_transcript.done
    response.content_part.done
    conversation.item.done
    response.output_item.done
    response.done"
  `);
  expect(of(events, 'response.done')[0]?.response.status_details).toMatchObject({
    type: 'failed',
    error: { message: 'the voice broke' },
  });
  voice.broken = false;
  expect(of(await send(say('Hello.')), 'response.done')[0]?.response.status).toBe('completed');
});

test('tool_choice none keeps tools out, a named tool is called, whatever was said', async () => {
  const { send } = rehearse();
  await send(
    update({ output_modalities: ['text'], tools: [WEATHER] }),
    typed('What is the weather in London?'),
  );
  const none = await send({ type: 'response.create', response: { tool_choice: 'none' } });
  expect(of(none, 'response.function_call_arguments.done')).toHaveLength(0);
  await send(typed('hello'));
  const forced = await send({
    type: 'response.create',
    response: { tool_choice: { type: 'function', name: 'get_weather' } },
  });
  expect(of(forced, 'response.function_call_arguments.done')[0]?.name).toBe('get_weather');
});

test('usage counts what was heard and what was said', async () => {
  const { send } = rehearse();
  const events = await send(say('Hello there, how are you?'));
  const usage = of(events, 'response.done')[0]?.response.usage;
  expect(usage?.output_token_details.audio_tokens).toBe(25);
  expect(usage?.total_tokens).toBe((usage?.input_tokens ?? 0) + (usage?.output_tokens ?? 0));
});

test('a client that answers from within its handler gets its events in order', async () => {
  const { send, events, session } = rehearse();
  await send(update({ output_modalities: ['text'] }));
  const push = events.push.bind(events);
  events.push = (...some: ServerEvent[]) => {
    const length = push(...some);
    if (some[0]?.type === 'response.created') session.receive(typed('one more thing'));
    return length;
  };
  const got = await send(typed('hello'), { type: 'response.create' });
  expect(outline(got).split('\n').slice(0, 5)).toEqual([
    'conversation.item.added',
    'conversation.item.done',
    'response.created',
    'conversation.item.added',
    'conversation.item.done',
  ]);
});

test('a client that minds the silence itself has her ask whether anybody is there', async () => {
  const { send } = rehearse();
  await send(update({ output_modalities: ['text'] }), { type: 'response.create' });
  const instructions = 'The caller has been silent for a while. Ask whether they are still there.';
  const events = await send({ type: 'response.create', response: { instructions } });
  expect(of(events, 'response.output_text.done')[0]?.text).toBe(
    'Are you still there? How can I help you today?',
  );
});
