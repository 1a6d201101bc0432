import { expect, test } from 'vitest';
import { findAgent } from '#agents/agent.ts';
import { encodePcm16 } from '#audio/pcm16.ts';
import type { ServerEvent } from '#protocol/server-events.ts';
import { rehearse } from './rehearsal.ts';

const message = (id: string, after?: string) => ({
  type: 'conversation.item.create',
  ...(after === undefined ? {} : { previous_item_id: after }),
  item: { id, type: 'message', role: 'user', content: [{ type: 'input_text', text: id }] },
});
const typed = (text: string) => ({
  type: 'conversation.item.create',
  item: { type: 'message', role: 'user', content: [{ type: 'input_text', text }] },
});
const say = (text: string) => ({
  type: 'response.create',
  response: { instructions: `Say "${text}"` },
});
const of = <Type extends ServerEvent['type']>(events: readonly ServerEvent[], type: Type) =>
  events.filter((event): event is Extract<ServerEvent, { type: Type }> => event.type === type);
const errorOf = (events: readonly ServerEvent[]) => of(events, 'error')[0]?.error;
const spoken = async (send: (...events: object[]) => Promise<ServerEvent[]>, text: string) =>
  of(await send(say(text)), 'response.output_item.done')[0]?.item.id ?? '';

test('items go to the end, to the root, or after another', async () => {
  const { send } = rehearse();
  const events = await send(message('a'), message('b'), message('c', 'root'), message('d', 'a'));
  expect(
    of(events, 'conversation.item.added').map(({ item, previous_item_id }) => [
      item.id,
      previous_item_id,
    ]),
  ).toEqual([
    ['a', null],
    ['b', 'a'],
    ['c', null],
    ['d', 'a'],
  ]);
});

test('an item after one that is not there, or with an id that is taken, is refused', async () => {
  const { send } = rehearse();
  expect(errorOf(await send({ ...message('a', 'nobody'), event_id: 'e1' }))).toMatchObject({
    code: 'item_not_found',
    event_id: 'e1',
  });
  await send(message('a'));
  expect(errorOf(await send(message('a')))).toMatchObject({
    code: 'invalid_value',
    param: 'item.id',
  });
});

test('items are retrieved and deleted; unknown ones are errors', async () => {
  const { send } = rehearse();
  await send(message('a'));
  const got = await send(
    { type: 'conversation.item.retrieve', item_id: 'a' },
    { type: 'conversation.item.delete', item_id: 'a' },
    { type: 'conversation.item.retrieve', item_id: 'a', event_id: 'gone' },
  );
  expect(got).toMatchObject([
    { type: 'conversation.item.retrieved', item: { id: 'a' } },
    { type: 'conversation.item.deleted', item_id: 'a' },
    { type: 'error', error: { code: 'item_not_found', event_id: 'gone' } },
  ]);
});

test('what the caller and Luna said is retrieved with its sound', async () => {
  const { send, speak, ears } = rehearse();
  expect(ears).toBeDefined();
  await send({
    type: 'input_audio_buffer.append',
    audio: encodePcm16(new Int16Array(24 * 3000).fill(7)),
  });
  const heard = of(await speak('hello'), 'input_audio_buffer.committed')[0]?.item_id ?? '';
  const [user] = of(
    await send({ type: 'conversation.item.retrieve', item_id: heard }),
    'conversation.item.retrieved',
  );
  expect(user?.item).toMatchObject({ content: [{ type: 'input_audio', transcript: 'hello' }] });
  // From 300 ms before the voice to the decision: 700 to 2,300 ms.
  expect(audioMs(user)).toBe(1600);
  const id = await spoken(send, 'Good morning.');
  const [luna] = of(
    await send({ type: 'conversation.item.retrieve', item_id: id }),
    'conversation.item.retrieved',
  );
  expect(audioMs(luna)).toBe('Good morning.'.length * 50);
});

test('truncation keeps what was heard, to the sample and to the word', async () => {
  const { send } = rehearse();
  const id = await spoken(send, 'Good morning, how are you today?');
  const [truncated] = await send({
    type: 'conversation.item.truncate',
    item_id: id,
    content_index: 0,
    audio_end_ms: 1060,
  });
  expect(truncated).toMatchObject({ type: 'conversation.item.truncated', audio_end_ms: 1060 });
  const [kept] = of(
    await send({ type: 'conversation.item.retrieve', item_id: id }),
    'conversation.item.retrieved',
  );
  expect(kept?.item).toMatchObject({ content: [{ transcript: 'Good morning, how are' }] });
  expect(audioMs(kept)).toBe(1060);
});

test('truncating to nothing leaves nothing', async () => {
  const { send } = rehearse();
  const id = await spoken(send, 'Good morning.');
  await send({
    type: 'conversation.item.truncate',
    item_id: id,
    content_index: 0,
    audio_end_ms: 0,
  });
  const [kept] = of(
    await send({ type: 'conversation.item.retrieve', item_id: id }),
    'conversation.item.retrieved',
  );
  expect(kept?.item).toMatchObject({ content: [{ transcript: '' }] });
});

test('what cannot be truncated is said so', async () => {
  const { send } = rehearse();
  const id = await spoken(send, 'Good morning.');
  await send(message('typed'));
  const cut = (item_id: string, audio_end_ms: number) =>
    send({
      type: 'conversation.item.truncate',
      item_id,
      content_index: 0,
      audio_end_ms,
      event_id: 'cut',
    });
  expect(errorOf(await cut(id, 99_000))).toMatchObject({
    message: 'Audio content of 650ms is already shorter than 99000ms',
    event_id: 'cut',
  });
  expect(errorOf(await cut('typed', 0))).toMatchObject({ code: 'unsupported_content_type' });
  expect(errorOf(await cut('nobody', 0))).toMatchObject({ code: 'item_not_found' });
  expect(errorOf(await cut(id, 12.5))).toMatchObject({ param: 'audio_end_ms' });
});

test('an answer is truncated while it is still being said, then cancelled', async () => {
  const { send, events } = rehearse();
  await send(say('This is a long story, and it goes on. '.repeat(10)));
  const id = of(events, 'response.output_item.added')[0]?.item.id ?? '';
  const got = await send(
    { type: 'conversation.item.truncate', item_id: id, content_index: 0, audio_end_ms: 1100 },
    { type: 'response.cancel' },
  );
  expect(got[0]?.type).toBe('conversation.item.truncated');
  expect(of(got, 'response.done')[0]?.response.status).toBe('cancelled');
  const [kept] = of(
    await send({ type: 'conversation.item.retrieve', item_id: id }),
    'conversation.item.retrieved',
  );
  expect(kept?.item).toMatchObject({ content: [{ transcript: 'This is a long story, ' }] });
});

test('sound in an item is recognised beside the stream', async () => {
  const { send } = rehearse();
  await send({
    type: 'session.update',
    session: { type: 'realtime', audio: { input: { transcription: { model: 'luna' } } } },
  });
  const audio = encodePcm16(new Int16Array(24 * 500));
  const item = { type: 'message', role: 'user', content: [{ type: 'input_audio', audio }] };
  const events = await send(
    { type: 'conversation.item.create', item },
    { type: 'response.create' },
  );
  expect(of(events, 'conversation.item.input_audio_transcription.completed')[0]?.transcript).toBe(
    'hello',
  );
  expect(of(events, 'response.done')[0]?.response.status).toBe('completed');
});

function audioMs(
  event: Extract<ServerEvent, { type: 'conversation.item.retrieved' }> | undefined,
): number {
  const part = event?.item.type === 'message' ? event.item.content[0] : undefined;
  const audio = part !== undefined && 'audio' in part ? part.audio : '';
  return ((audio?.length ?? 0) * 3) / 4 / 48;
}

test('after a cut she asks again what was not heard', async () => {
  const { send, clock, settle, events } = rehearse(findAgent('block-card')?.flow);
  const tools = [{ type: 'function', name: 'verify_identity' }];
  await send({ type: 'session.update', session: { type: 'realtime', tools } });
  await send(typed('i lost my card'), { type: 'response.create' });
  clock.pass(5000);
  await settle();
  const id = of(events, 'response.output_item.done')[0]?.item.id ?? '';
  await send({
    type: 'conversation.item.truncate',
    item_id: id,
    content_index: 0,
    audio_end_ms: 500,
  });
  const again = await send(typed('hello hello'), { type: 'response.create' });
  expect(of(again, 'response.output_audio_transcript.done')[0]?.transcript).toBe(
    'What are the last four digits of your card?',
  );
});

test('a message typed over the greeting is answered', async () => {
  const { send, settle, events } = rehearse(findAgent('block-card')?.flow);
  const tools = [{ type: 'function', name: 'verify_identity' }];
  await send({ type: 'session.update', session: { type: 'realtime', tools } });
  await send({ type: 'response.create' });
  const id = of(events, 'response.output_audio.delta')[0]?.item_id ?? '';
  await send(typed('i lost my card'), { type: 'response.cancel' });
  await settle();
  const cut = { type: 'conversation.item.truncate', item_id: id, content_index: 0 };
  const asText = { type: 'response.create', response: { output_modalities: ['text'] } };
  const answer = await send({ ...cut, audio_end_ms: 200 }, asText);
  expect(of(answer, 'response.output_text.done')[0]?.text).toContain("I'm sorry to hear");
});
