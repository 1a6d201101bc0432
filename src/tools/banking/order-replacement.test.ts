import { expect, test } from 'vitest';
import { DANIEL, customer, openTools } from './fixture.ts';

const CARD = { card_last_four: '1180' };

test('a blocked card is replaced, with a tracking number and the day it arrives', async () => {
  await using tools = await openTools();
  expect(await tools.readBack('order_replacement', CARD, DANIEL)).toBe(
    'Shall I order a replacement for your Visa credit card ending in 1180, and send it to the address we have on file?',
  );
  const result = await tools.run('order_replacement', CARD, DANIEL);
  expect(result.say).toMatch(
    /^Done\. Your new card should reach you by Thursday, October 8\. Your tracking number is NW-\d{6}\.$/,
  );
  expect(result.facts).toEqual({
    card: '•••• 1180',
    tracking_id: expect.stringMatching(/^NW-\d{6}$/),
    delivery_date: '2026-10-08',
  });
});

test('an order that is open is told again, not made again', async () => {
  await using tools = await openTools();
  const first = await tools.run('order_replacement', CARD, DANIEL);
  for (const again of [
    await tools.readBack('order_replacement', CARD, DANIEL),
    await tools.run('order_replacement', CARD, DANIEL),
  ])
    expect(again).toMatchObject({
      ok: true,
      say: expect.stringContaining('already on its way'),
      facts: { ...first.facts, already_ordered: true },
    });
});

test('a card that is still in use has to be blocked first', async () => {
  await using tools = await openTools();
  const input = { card_last_four: '4829' };
  expect(await tools.readBack('order_replacement', input)).toMatchObject({ why: 'not_blocked' });
  expect(await tools.run('order_replacement', input)).toMatchObject({ why: 'not_blocked' });
});

test('a card that has expired is not said to be in use', async () => {
  await using tools = await openTools();
  const input = { card_last_four: '6402' };
  for (const ask of [tools.readBack, tools.run])
    expect(await ask('order_replacement', input, customer('henry_adeyemi'))).toMatchObject({
      why: 'card_expired',
      say: expect.stringContaining('has expired'),
    });
});
