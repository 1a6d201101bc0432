/** Calls that go to a person, by every way there is: what the page is shown, and what remains. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EscalationCard } from '#protocol/luna-events.ts';
import type { Provider } from '#providers/provider.ts';
import { Puppet } from '../adversarial/puppet.ts';
import { type Placed, Room } from '../adversarial/room.ts';

let room: Room;
let engine: Provider;
beforeAll(async () => {
  room = await Room.open();
  engine = room.embedded();
});
afterAll(async () => {
  await room[Symbol.asyncDispose]();
});

async function says(scenario: string, ...texts: readonly string[]): Promise<Placed> {
  const placed = room.call(scenario, engine);
  for (const text of texts) await placed.caller.say(text);
  return placed;
}

async function ended({ callId, caller, over }: Placed) {
  caller.hangUp();
  const end = await over;
  await room.book.flush();
  const record = await room.book.read(callId);
  await room.restore();
  const shown = caller.heard.filter((event) => event.type === 'luna.escalation');
  return { end, record, shown: shown.map(({ card }): EscalationCard => card) };
}

test('a caller asks for a person, and the person knows what about', async () => {
  const call = await says('block-card', 'i lost my credit card', 'can I speak to a person please');
  const { record, shown } = await ended(call);
  expect(shown).toMatchObject([
    {
      who: { name: null, identity: 'unknown' },
      wanted: { scenario: 'block-card', reason: 'the caller asked for a person' },
      done: [],
      last_words: ['i lost my credit card', 'can I speak to a person please'],
    },
  ]);
  expect(record).toMatchObject({ outcome: 'escalated', escalation: shown[0] });
});

test('after three wrong PINs a person takes over, by the gate', async () => {
  const call = await says(
    'block-card',
    'my card was stolen',
    '4829',
    '1111',
    '4829',
    '2222',
    '4829',
    '3333',
  );
  const { record, shown } = await ended(call);
  const reason: unknown = expect.stringMatching(/identity could not be verified/);
  expect(shown).toMatchObject([
    { who: { identity: 'unknown', failed_attempts: 3 }, wanted: { reason } },
  ]);
  expect(record).toMatchObject({ outcome: 'escalated' });
});

test('a wire that was prepared is told to the specialist even where the caller hangs up', async () => {
  const model = new Puppet();
  const call = room.call('wire-transfer', model);
  await call.caller.settled();
  await model.call('verify_identity', { card_last_four: '7719', pin: '2267' });
  const wire = { recipient_name: 'Maria Lopez', amount: 250 };
  model.says((await model.call('initiate_wire', wire)).say);
  await call.caller.say('yes please');
  expect(await model.call('initiate_wire', wire)).toMatchObject({ ok: true });
  const { record, shown } = await ended(call);
  expect(shown).toMatchObject([
    {
      who: { name: 'Y.', card: '•••• 7719', verified_by: 'card and PIN' },
      wanted: { scenario: 'wire-transfer', reason: 'the call ended before it was passed on' },
      done: [{ tool: 'initiate_wire', references: [expect.stringMatching(/\w+-\w+/)] }],
    },
  ]);
  expect(JSON.stringify(shown)).not.toMatch(/Maria|Lopez|Yuki|Tanaka|2267/);
  expect(record).toMatchObject({ outcome: 'escalated' });
});

test('a model that will not let a caller go is overruled', async () => {
  const model = new Puppet();
  const call = room.call('loan-balance', model);
  await call.caller.settled();
  model.says('How can I help you?');
  for (let asks = 0; asks < 3; asks += 1) {
    await call.caller.say('I want to talk to a human being');
    model.says('I am sure that I can help you myself.');
    await call.caller.settled();
  }
  expect(await call.over).toMatchObject({ reason: 'escalated' });
  const { shown } = await ended(call);
  expect(shown).toMatchObject([{ wanted: { reason: 'the caller asked for a person' } }]);
});

test('what a scenario’s tool tells about a call that might be about anything is shown at once', async () => {
  const model = new Puppet();
  const call = room.call('freeform', model);
  await call.caller.settled();
  await model.call('verify_identity', { card_last_four: '7702', pin: '8023' });
  expect(call.caller.heard.some(({ type }) => type === 'luna.scenario')).toBe(false);
  await model.call('check_loan_balance', {});
  expect(call.caller.heard).toContainEqual({ type: 'luna.scenario', id: 'loan-balance' });
  const { record } = await ended(call);
  expect(record).toMatchObject({ outcome: 'contained', escalation: null });
});

test.each([
  [
    'a change that was confirmed',
    ['i lost my credit card', '4829', '7316', 'yes', 'no', 'no'],
    'contained',
  ],
  [
    'a change that was refused',
    ['i lost my credit card', '4829', '7316', 'no leave it', 'no thank you goodbye'],
    'refused',
  ],
  ['a caller who goes before anything is done', ['i lost my credit card', '4829'], 'abandoned'],
  ['a caller who never speaks', [], 'abandoned'],
])('%s: %s', async (_, texts, outcome) => {
  const { record } = await ended(await says('block-card', ...texts));
  expect(record).toMatchObject({ outcome });
});
