import { expect, test } from 'vitest';
import { NOBODY_YET, openTools } from './fixture.ts';

const verify = 'verify_identity';

test('a caller who gives the right card and PIN, or date of birth, is greeted by name', async () => {
  await using tools = await openTools();
  for (const factor of [{ pin: '7316' }, { date_of_birth: '1985-03-14' }])
    expect(await tools.run(verify, { card_last_four: '4829', ...factor }, NOBODY_YET)).toEqual({
      ok: true,
      say: "Thank you, Emma. I've confirmed that it's you.",
      facts: { card: '•••• 4829', first_name: 'Emma', verified: true },
      consequence: { kind: 'verified', customerId: 'cust_emma_carter', firstName: 'Emma' },
    });
});

test('a wrong PIN and a card that nobody has sound alike', async () => {
  await using tools = await openTools();
  const wrongPin = await tools.run(verify, { card_last_four: '4829', pin: '0000' }, NOBODY_YET);
  const noCard = await tools.run(verify, { card_last_four: '4820', pin: '7316' }, NOBODY_YET);
  expect(wrongPin).toMatchObject({
    ok: false,
    why: 'no_match',
    consequence: { kind: 'identity_failed' },
  });
  expect(noCard).toEqual({ ...wrongPin, facts: { card: '•••• 4820' } });
});

test('without a date of birth or PIN nothing is tried, and the caller is asked for one', async () => {
  await using tools = await openTools();
  const result = await tools.run(verify, { card_last_four: '4829' }, NOBODY_YET);
  expect(result).toMatchObject({ ok: false, why: 'needs_another_factor' });
  expect(result.consequence).toBeUndefined();
});

test('after ten wrong guesses over several calls, a person has to help', async () => {
  await using tools = await openTools();
  for (let guess = 0; guess < 10; guess += 1)
    await tools.run(verify, { card_last_four: '4829', pin: `000${guess}` }, NOBODY_YET);
  expect(
    await tools.run(verify, { card_last_four: '4829', pin: '7316' }, NOBODY_YET),
  ).toMatchObject({ ok: false, why: 'too_many_attempts', consequence: { kind: 'escalated' } });
});
