import { expect, test } from 'vitest';
import { EMMA, customer, openTools } from './fixture.ts';

const CARD = { card_last_four: '8871' };
const AISHA = customer('aisha_rahman');

test('a new card is read back, activated, and then pays without contact', async () => {
  await using tools = await openTools();
  expect(await tools.readBack('activate_card', CARD, AISHA)).toBe(
    'You want me to activate your Visa credit card ending in 8871. Is that right?',
  );
  expect(await tools.run('activate_card', CARD, AISHA)).toEqual({
    ok: true,
    say: 'Your Visa credit card ending in 8871 is active now, and you can use it right away.',
    facts: { card: '•••• 8871', status: 'active', contactless: false },
  });
  expect(await tools.readBack('enable_contactless', CARD, AISHA)).toBe(
    'Shall I turn on contactless payments for your Visa credit card ending in 8871?',
  );
  expect(await tools.run('enable_contactless', CARD, AISHA)).toMatchObject({
    ok: true,
    facts: { card: '•••• 8871', contactless: true },
  });
  expect(await tools.bank.reader.cards({ lastFour: '8871' })).toMatchObject([
    { status: 'active', contactless: true },
  ]);
});

test('what is done already needs no confirmation', async () => {
  await using tools = await openTools();
  const input = { card_last_four: '4829' };
  for (const ask of [tools.readBack, tools.run]) {
    expect(await ask('activate_card', input)).toMatchObject({
      ok: true,
      say: expect.stringContaining('already active'),
      facts: { already_active: true },
    });
    expect(await ask('enable_contactless', input)).toMatchObject({
      ok: true,
      facts: { already_enabled: true },
    });
  }
});

test('contactless waits until the card is active', async () => {
  await using tools = await openTools();
  expect(await tools.readBack('enable_contactless', CARD, AISHA)).toMatchObject({
    ok: false,
    why: 'card_inactive',
    say: expect.stringContaining('I can activate it for you first.'),
  });
});

test.each([
  ['is blocked', '5093', customer('lucia_ferrari'), 'card_blocked'],
  ['has expired', '6402', customer('henry_adeyemi'), 'card_expired'],
  ['expired before it was activated', '3914', customer('sofia_marin'), 'card_expired'],
  ['belongs to somebody else', '8871', EMMA, 'no_card'],
  ['nobody has', '0000', EMMA, 'no_card'],
])('a card that %s is left as it is, and the caller hears why', async (_how, digits, who, why) => {
  await using tools = await openTools();
  const input = { card_last_four: digits };
  const before = await tools.bank.reader.cards({ lastFour: digits });
  for (const name of ['activate_card', 'enable_contactless'])
    for (const ask of [tools.readBack, tools.run])
      expect(await ask(name, input, who)).toMatchObject({ ok: false, why });
  expect(await tools.bank.reader.cards({ lastFour: digits })).toEqual(before);
});
