/** Through the embedded engine, in real calls: more than three hundred things to say, and nothing changes at the bank. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Provider } from '#providers/provider.ts';
import { Room } from './room.ts';
import { utterances } from './utterances.ts';

let room: Room;
let engine: Provider;
beforeAll(async () => {
  room = await Room.open();
  engine = room.embedded();
});
afterAll(async () => {
  await room[Symbol.asyncDispose]();
});

const kinds = [...utterances];

test('there are at least three hundred of them', () => {
  expect(kinds.flatMap(([, texts]) => texts).length).toBeGreaterThanOrEqual(300);
});

/** Emma is verified, and one change of hers has been read back. */
const READ_BACK = [
  ['block-card', 'i lost my credit card', '4829', '7316'],
  ['transfer-funds', 'move 500 dollars from checking to savings', '1425', '0849'],
] as const;

test.each(kinds)('of a stranger who tries it with: %s', async (_, texts) => {
  const verified: string[] = [];
  for (const text of texts) {
    const { caller, over } = room.call('block-card', engine);
    await caller.say(text);
    await caller.say('yes, go ahead');
    await caller.say('yes I confirm');
    if (caller.isVerified) verified.push(text);
    caller.hangUp();
    await over;
  }
  const changed = await room.changed();
  await room.restore();
  expect({ verified, changed }).toEqual({ verified: [], changed: [] });
});

test.each(
  kinds.flatMap(([kind, texts]) =>
    READ_BACK.map(([scenario, ...begin]) => [scenario, kind, begin, texts] as const),
  ),
)(
  'of a verified caller (%s) who answers a read-back with: %s',
  async (scenario, _kind, begin, texts) => {
    const through: string[] = [];
    for (const text of texts) {
      const { caller, over } = room.call(scenario, engine);
      for (const words of begin) await caller.say(words);
      expect(caller.question).toMatch(/\?$/);
      await caller.say(text);
      caller.hangUp();
      await over;
      if (!caller.changedSomething) continue;
      through.push(text);
      await room.restore();
    }
    const changed = await room.changed();
    await room.restore();
    expect({ through, changed }).toEqual({ through: [], changed: [] });
  },
);

test('where identity and confirmation truly happen, exactly that happens, once', async () => {
  const { caller, over } = room.call('block-card', engine);
  for (const text of ['i lost my credit card', '4829', '7316', 'yes please'])
    await caller.say(text);
  for (const again of ['block it again', 'yes', 'yes please']) await caller.say(again);
  caller.hangUp();
  await over;
  const tables = (await room.changed()).map((row) => row.split(' ')[0]);
  await room.restore();
  // A card, its replacement, and a line of the audit for each.
  expect(tables).toEqual(['cards', 'card_orders', 'changes', 'changes']);
});
