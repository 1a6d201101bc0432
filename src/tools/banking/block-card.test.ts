import { expect, test } from 'vitest';
import { DANIEL, EMMA, openTools } from './fixture.ts';

const LOST = { card_last_four: '4829', reason: 'lost' };

test('the caller hears which card will be blocked, and why', async () => {
  await using tools = await openTools();
  expect(await tools.readBack('block_card', LOST)).toBe(
    'You want me to block your Visa credit card ending in 4829, because it was lost. Is that right?',
  );
  expect(await tools.readBack('block_card', { ...LOST, reason: 'damaged' })).toContain(
    'because it is damaged',
  );
});

test('the card is blocked in the bank, in this call, with the reason', async () => {
  await using tools = await openTools();
  expect(await tools.run('block_card', LOST)).toEqual({
    ok: true,
    say: 'Your Visa credit card ending in 4829 is blocked now. Nobody can use it any more.',
    facts: { card: '•••• 4829', status: 'blocked', reason: 'lost' },
  });
  expect(await tools.bank.reader.cards({ lastFour: '4829' })).toMatchObject([
    { status: 'blocked', blockedReason: 'lost' },
  ]);
});

test('nobody blocks the card of somebody else', async () => {
  await using tools = await openTools();
  const refusal = { ok: false, why: 'no_card' };
  expect(await tools.readBack('block_card', LOST, DANIEL)).toMatchObject(refusal);
  expect(await tools.run('block_card', LOST, DANIEL)).toMatchObject(refusal);
  expect(await tools.run('block_card', LOST, { ...EMMA, customerId: undefined })).toMatchObject(
    refusal,
  );
  expect(await tools.bank.reader.cards({ lastFour: '4829' })).toMatchObject([{ status: 'active' }]);
});

test('a card that is blocked already needs no confirmation', async () => {
  await using tools = await openTools();
  const input = { card_last_four: '1180', reason: 'lost' };
  expect(await tools.readBack('block_card', input, DANIEL)).toMatchObject({
    ok: true,
    say: 'Your Visa credit card ending in 1180 is already blocked, so nobody can use it.',
    facts: { already_blocked: true, reason: 'stolen' },
  });
});
