/** A session that is told of a conversation before it is asked for anything: it goes on with that conversation. */
import { expect, test } from 'vitest';
import { findAgent } from '#agents/agent.ts';
import type { ClientItem } from '#protocol/items.ts';
import type { ServerEvent } from '#protocol/server-events.ts';
import { rehearse } from './rehearsal.ts';

const TOOLS = 'verify_identity block_card order_replacement transfer_to_agent end_call'
  .split(' ')
  .map((name) => ({ type: 'function', name, parameters: { type: 'object', properties: {} } }));

const luna = (text: string): ClientItem => ({
  type: 'message',
  role: 'assistant',
  content: [{ type: 'output_text', text }],
});
const caller = (text: string): ClientItem => ({
  type: 'message',
  role: 'user',
  content: [{ type: 'input_text', text }],
});
const called = (id: string, name: string, args: object): ClientItem => ({
  type: 'function_call',
  call_id: id,
  name,
  arguments: JSON.stringify(args),
});
const returned = (id: string, output: object): ClientItem => ({
  type: 'function_call_output',
  call_id: id,
  output: JSON.stringify(output),
});

const QUESTION = 'Shall I block your card ending in 4829, because it was lost?';
const LOST = { card_last_four: '4829', reason: 'lost' };
const OPENING = [luna('Hi Emma!'), caller('i lost my card')];
const VERIFIED = [
  ...OPENING,
  called('c1', 'verify_identity', { card_last_four: '4829', pin: '7316' }),
  returned('c1', { ok: true, say: 'Thank you, Emma.' }),
];
const READ_BACK = [
  ...VERIFIED,
  called('c2', 'block_card', LOST),
  returned('c2', { ok: false, why: 'needs_confirmation', say: QUESTION }),
];

async function after(...items: readonly ClientItem[]) {
  const rehearsal = rehearse(findAgent('block-card')?.flow, 'Emma');
  const { send } = rehearsal;
  const session = { type: 'realtime', output_modalities: ['text'], tools: TOOLS };
  const add = (item: ClientItem, place = {}) =>
    send({ type: 'conversation.item.create', item, ...place });
  const create = async () => outline(await send({ type: 'response.create' }));
  await send({ type: 'session.update', session });
  for (const item of items) await add(item);
  return { ...rehearsal, add, create };
}

/** What was said and called in these events. */
function outline(events: readonly ServerEvent[]): string[] {
  return events.flatMap((event) => {
    if (event.type === 'response.output_text.done') return [event.text];
    return event.type === 'response.function_call_arguments.done'
      ? [`→ ${event.name} ${event.arguments}`]
      : [];
  });
}

const BLOCKS = `→ block_card ${JSON.stringify(LOST)}`;

test.each([
  [
    'a caller who was not answered is answered',
    OPENING,
    /^I'm sorry to hear .* digits of your card/,
  ],
  [
    'a question in other words is asked again in ours',
    [...OPENING, luna('Could you give me the last four digits?')],
    /^Sorry about that\. What are the last four digits of your card\?$/,
  ],
  ['a result that nobody has spoken of is spoken of', VERIFIED, /^Thank you, Emma\.$/],
  ['a read-back that was due is made', READ_BACK, /^Shall I block your card ending in 4829/],
  [
    'a read-back that was made is made once more',
    [...READ_BACK, luna('Block it as lost, okay?')],
    /^Sorry about that\. Shall I block your card ending in 4829/,
  ],
  [
    'nobody has agreed to what they have not heard',
    [...READ_BACK, luna('Shall I block your'), caller('yes')],
    /^Shall I block your card ending in 4829/,
  ],
  [
    'what was found out and not heard is told again',
    [
      ...READ_BACK,
      luna(QUESTION),
      caller('yes'),
      called('c3', 'block_card', LOST),
      returned('c3', { ok: true, say: 'It is blocked.' }),
      called('c4', 'order_replacement', { card_last_four: '4829' }),
      returned('c4', { ok: true, say: 'It comes on Friday.' }),
      luna('It comes'),
    ],
    /^Sorry about that\. It comes on Friday\. Is there anything else/,
  ],
])('%s', async (_, items, says) => {
  const [said] = await (await after(...items)).create();
  expect(said).toMatch(says);
});

test('a yes that was not acted on is acted on, with the arguments that were read back', async () => {
  const call = await after(...READ_BACK, luna(QUESTION), caller('yes please'));
  expect(await call.create()).toEqual([BLOCKS]);
});

test('a tool that is still running is waited for, and its result is the running one’s', async () => {
  const call = await after(
    ...READ_BACK,
    luna(QUESTION),
    caller('yes'),
    called('c3', 'block_card', LOST),
  );
  expect(await call.create()).toEqual(['Sorry about that. One moment, please.']);
  await call.add(returned('c3', { ok: true, say: 'It is blocked.' }));
  expect(await call.create()).toEqual([
    'It is blocked.',
    '→ order_replacement {"card_last_four":"4829"}',
  ]);
});

test('two tools called at once are both waited for, and both are told of', async () => {
  const call = await after(
    ...OPENING,
    called('c1', 'verify_identity', { card_last_four: '4829', pin: '7316' }),
    called('c2', 'block_card', LOST),
  );
  await call.add(returned('c2', { ok: false, why: 'needs_identity', say: 'Who are you?' }));
  await call.add(returned('c1', { ok: true, say: 'Thank you, Emma.' }));
  expect(await call.create()).toEqual(['Thank you, Emma.', BLOCKS]);
});

test('items stand where they were put, whenever they came', async () => {
  const call = await after();
  for (const item of [...READ_BACK, luna(QUESTION), caller('yes')].toReversed())
    await call.add(item, { previous_item_id: 'root' });
  expect(await call.create()).toEqual([BLOCKS]);
});

test('the ears know what was asked before she says a word', async () => {
  const { ears } = await after(...OPENING, luna('May I have the last four digits of your card?'));
  expect(ears.expectations.at(-1)).toEqual({ for: 'digits', count: 4 });
});

test('after her goodbye there is nothing left but to hang up', async () => {
  const call = await after(
    ...VERIFIED,
    luna('All done. Anything else?'),
    caller('no'),
    luna('Bye, Emma!'),
  );
  expect(await call.create()).toEqual(['→ end_call {}']);
});

test('a caller who was silent all along is asked whether they are there', async () => {
  const call = await after(...OPENING, luna('Which card is it?'));
  const instructions = 'The caller has been silent for a while.';
  const events = await call.send({ type: 'response.create', response: { instructions } });
  expect(outline(events)[0]).toMatch(/^Are you still there\?/);
});

test('what is put into a running conversation is no history', async () => {
  const call = await after();
  expect((await call.create())[0]).toMatch(/^Hello Emma/);
  await call.add(luna('By the way, it rains.'));
  await call.add(caller('i lost my card'));
  expect((await call.create())[0]).toMatch(/^I'm sorry to hear that/);
});
