import { expect, test } from 'vitest';
import { EMMA, NOBODY_YET, customer, openTools } from './fixture.ts';

const PRIYA = customer('priya_raman');
const REQUEST = 'request_limit_increase';
const WISH = { new_limit: 6_000, annual_income: 58_000 };

test('Priya hears her credit score, how good it is, and of when', async () => {
  await using tools = await openTools();
  expect(await tools.run('check_credit_score', {}, PRIYA)).toEqual({
    ok: true,
    say: 'Your credit score is 742, as of September 22, 2026. That is very good.',
    facts: { score: 742, band: 'very good', date: '2026-09-22' },
  });
});

test.each([
  ['james_whitfield', 'excellent'],
  ['emma_carter', 'very good'],
  ['fatima_haddad', 'good'],
  ['miguel_santos', 'fair'],
  ['marcus_reed', 'poor'],
])('the score of %s is %s', async (name, band) => {
  await using tools = await openTools();
  expect(await tools.run('check_credit_score', {}, customer(name))).toMatchObject({
    ok: true,
    facts: { band },
  });
});

test('who has no score is told so', async () => {
  await using tools = await openTools();
  for (const caller of [customer('oliver_novak'), NOBODY_YET])
    expect(await tools.run('check_credit_score', {}, caller)).toMatchObject({ why: 'not_found' });
});

test('a higher limit is read back, and waits for a specialist', async () => {
  await using tools = await openTools();
  expect(await tools.readBack(REQUEST, WISH, PRIYA)).toBe(
    'You want me to ask for a limit of $6,000 on your Mastercard credit card ending in 9063, instead of $3,500, with an income of $58,000 a year. Is that right?',
  );
  const requested = await tools.run(REQUEST, WISH, PRIYA);
  expect(requested).toEqual({
    ok: true,
    say: expect.stringMatching(
      /^I've recorded your request for a limit of \$6,000, with the reference LR-\d{6}\. A credit specialist will decide on it\.$/,
    ),
    facts: {
      reference: expect.stringMatching(/^LR-\d{6}$/),
      card: '•••• 9063',
      current_limit: 3_500,
      new_limit: 6_000,
      annual_income: 58_000,
      status: 'awaiting specialist',
    },
  });
  for (const ask of [tools.readBack, tools.run])
    expect(await ask(REQUEST, { ...WISH, new_limit: 7_000 }, PRIYA)).toMatchObject({
      ok: false,
      why: 'already_done',
      facts: { reference: requested.facts['reference'] },
    });
});

test.each([
  ['the limit it has', { ...WISH, new_limit: 3_500 }, 'new_limit', '$3,500 already'],
  ['a lower limit', { ...WISH, new_limit: 100 }, 'new_limit', '$3,500 already'],
  ['a limit of nothing', { ...WISH, new_limit: 0 }, 'new_limit', 'more than zero'],
  ['a negative limit', { ...WISH, new_limit: -6_000 }, 'new_limit', 'more than zero'],
  ['six times the limit', { ...WISH, new_limit: 21_000 }, 'new_limit', 'five times'],
  ['more than there is', { ...WISH, new_limit: 1e300 }, 'new_limit', 'more than I can handle'],
  ['parts of a cent', { ...WISH, new_limit: 6_000.001 }, 'new_limit', 'whole cents'],
  ['no income', { ...WISH, annual_income: 0 }, 'annual_income', 'more than zero'],
  ['a negative income', { ...WISH, annual_income: -1 }, 'annual_income', 'more than zero'],
  ["a month's income", { ...WISH, annual_income: 4_800 }, 'annual_income', 'in a year'],
  ['an income nobody has', { ...WISH, annual_income: 9e6 }, 'annual_income', "can't be right"],
])('%s is refused with the reason, and nothing is recorded', async (_what, wish, argument, say) => {
  await using tools = await openTools();
  for (const ask of [tools.readBack, tools.run])
    expect(await ask(REQUEST, wish, PRIYA)).toMatchObject({
      ok: false,
      why: 'out_of_range',
      say: expect.stringContaining(say),
      facts: { argument },
    });
  expect(await tools.bank.credit.cards('cust_priya_raman')).toMatchObject([{ waiting: null }]);
});

test.each([
  ['which of two cards', 'noah_kim', {}, 'ambiguous', 'ending in 1638 or 6579'],
  ['a card of the account', 'noah_kim', { card_last_four: '1111' }, 'no_card', 'ending in 1111'],
  ['a debit card', 'emma_carter', { card_last_four: '6157' }, 'no_card', 'no credit card'],
  ['a blocked card', 'lucia_ferrari', {}, 'card_blocked', 'is blocked'],
  ['an expired card', 'sofia_marin', { card_last_four: '3914' }, 'card_expired', 'has expired'],
  ['only an expired card', 'sofia_marin', {}, 'not_found', "can't find a credit card"],
  ['no credit card', 'oliver_novak', {}, 'not_found', "can't find a credit card"],
])('%s is settled first', async (_what, name, card, why, say) => {
  await using tools = await openTools();
  const wish = { new_limit: 13_000, annual_income: 70_000, ...card };
  expect(await tools.readBack(REQUEST, wish, customer(name))).toMatchObject({
    ok: false,
    why,
    say: expect.stringContaining(say),
  });
});

test('the card may be named, and one of somebody else may not', async () => {
  await using tools = await openTools();
  const wish = { ...WISH, new_limit: 9_000, card_last_four: '4829' };
  expect(await tools.readBack(REQUEST, wish, EMMA)).toContain('ending in 4829, instead of $8,000');
  expect(await tools.readBack(REQUEST, wish, PRIYA)).toMatchObject({ why: 'no_card' });
});
