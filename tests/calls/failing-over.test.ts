/** Whoever answers is lost in mid-call and somebody else goes on: what the caller notices, and what the next one knows. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { CallError } from '#lib/call-error.ts';
import { Puppet } from '../adversarial/puppet.ts';
import { Room } from '../adversarial/room.ts';
import { Mortal } from './mortal.ts';

let room: Room;
beforeAll(async () => {
  room = await Room.open();
});
afterEach(() => room.restore());
afterAll(async () => {
  await room[Symbol.asyncDispose]();
});

const EMMA = [
  'i lost my credit card',
  'four eight two nine',
  'march fourteenth nineteen eighty five',
];

test('a call whose provider dies between two turns goes on to its end, and is greeted once', async () => {
  const first = new Mortal(room.embedded());
  const { callId, caller, over } = room.call('block-card', first, room.embedded());
  for (const words of EMMA) await caller.say(words);
  expect(caller.question).toMatch(/4829/);
  first.dies();
  await caller.say('yes please');
  expect(caller.changedSomething).toBe(true);
  await caller.say('yes');
  await caller.say('no thank you');
  expect((await over).reason).toBe('assistant');
  const changed = await room.changed();
  expect(changed.map((row) => row.split(' ')[0])).toEqual([
    'cards',
    'card_orders',
    'changes',
    'changes',
  ]);
  expect(caller.said.filter((text) => text.startsWith('Hello'))).toHaveLength(1);
  expect(caller.heard).toContainEqual(
    expect.objectContaining({ type: 'luna.provider', label: 'Local AI', mode: 'local' }),
  );
  await room.book.flush();
  const record = await room.book.read(callId);
  expect(record).toMatchObject({ provider: 'embedded', outcome: 'contained' });
  expect(record?.facts.map(({ kind }) => kind)).toContain('provider.changed');
});

test('the next one is told what was heard, what the tools did, and of a result that comes later', async () => {
  const [first, second] = [new Puppet(), new Puppet()];
  const { caller } = room.call('block-card', first, second);
  await caller.settled();
  first.says('Hello Emma, how can I help you?');
  await caller.say('i lost my card');
  await first.call('verify_identity', { card_last_four: '4829', pin: '7316' });
  const asked = first.call('block_card', { card_last_four: '4829', reason: 'lost' });
  first.dies('gone');
  await caller.settled();
  void asked;
  expect(second.told()).toEqual([
    'assistant: Hello Emma, how can I help you?',
    'user: i lost my card',
    'call verify_identity',
    'output ok',
    'call block_card',
    'output needs_confirmation',
    'response.create',
  ]);
  expect(second.instructions).toMatch(/go on with a call/i);
  expect(second.instructions).toMatch(/The caller is verified\./);
  caller.hangUp();
});

test('whoever takes over before a word was said is told to greet, not to go on', async () => {
  const [first, second] = [new Puppet(), new Puppet()];
  const { caller } = room.call('block-card', first, second);
  await caller.settled();
  first.dies('gone');
  await caller.settled();
  // A line that breaks is taken up by the same provider first.
  expect(first.instructions).not.toMatch(/go on with a call/i);
  first.dies('gone again');
  await caller.settled();
  expect(second.instructions).not.toMatch(/go on with a call/i);
  expect(second.told()).toEqual(['response.create']);
  caller.hangUp();
});

test('a bad key is not tried again; the caller is greeted by the next provider', async () => {
  const locked = new Puppet();
  let tries = 0;
  locked.connect = () => {
    tries += 1;
    const how = { retryable: false, spoken: 'The key was refused.' };
    return Promise.reject(new CallError('401', how));
  };
  const { caller, over } = room.call('block-card', locked, room.embedded());
  await caller.settled();
  await caller.settled();
  expect(tries).toBe(1);
  expect(caller.said[0]).toMatch(/^Hello/);
  expect(caller.heard).toContainEqual(
    expect.objectContaining({ type: 'luna.provider', why: 'The key was refused.' }),
  );
  caller.hangUp();
  await over;
});

test('a call does not go round for ever between providers that all fail', async () => {
  const dying = [new Puppet(), new Puppet()] as const;
  let sessions = 0;
  for (const one of dying) {
    const connect = one.connect.bind(one);
    one.connect = async (options) => {
      sessions += 1;
      const session = await connect(options);
      setImmediate(() => options.onClose('1006'));
      return session;
    };
  }
  const { over } = room.call('block-card', ...dying);
  expect(await over).toMatchObject({ reason: 'error', text: expect.stringMatching(/cut off/) });
  expect(sessions).toBe(4);
});
