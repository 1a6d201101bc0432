import { expect, test } from 'vitest';
import { EMMA, NOBODY_YET, customer, openTools } from './fixture.ts';

const JAMES = customer('james_whitfield');
const MOVE = { from_account: 'checking', to_account: 'savings', amount: 500 };

test('a caller hears what is in one account, or in all of them', async () => {
  await using tools = await openTools();
  expect(await tools.run('check_balance', { account: 'savings' }, JAMES)).toEqual({
    ok: true,
    say: 'Your savings account ending in 4161 has $52,000.',
    facts: {
      accounts: [
        { account: 'savings', last_four: '•••• 4161', balance: 52_000, available: 52_000 },
      ],
    },
  });
  expect(await tools.run('check_balance', {}, JAMES)).toMatchObject({
    say: 'Your checking account ending in 4160 has $11,060, and your savings account ending in 4161 has $52,000.',
  });
  expect((await tools.run('check_balance', {})).say).toMatch(
    /^Your checking account .* has \$[\d,.]+, your savings account .*, and your credit card has \$[\d,.]+ to pay and \$[\d,.]+ of credit left\.$/,
  );
});

test.each([
  ['is closed', 'savings', customer('walter_brandt'), 'closed_account'],
  ['there is not', 'credit_card', JAMES, 'no_account'],
  ['nobody has proved to be theirs', 'checking', NOBODY_YET, 'no_account'],
])('an account that %s has no balance', async (_how, account, who, why) => {
  await using tools = await openTools();
  expect(await tools.run('check_balance', { account }, who)).toMatchObject({
    ok: false,
    why,
    facts: { argument: 'account' },
  });
});

test('somebody who has left the bank hears that, and not a balance', async () => {
  await using tools = await openTools();
  expect(await tools.run('check_balance', {}, customer('arthur_penrose'))).toMatchObject({
    ok: false,
    why: 'closed_account',
    say: 'Your accounts with us are closed.',
  });
});

test('money is read back with both accounts and moved', async () => {
  await using tools = await openTools();
  expect(await tools.readBack('transfer_funds', MOVE, JAMES)).toBe(
    'You want me to move $500 from your checking account ending in 4160 to your savings account ending in 4161. Is that right?',
  );
  expect(await tools.run('transfer_funds', MOVE, JAMES)).toEqual({
    ok: true,
    say: "I've moved $500 to your savings account ending in 4161. Your checking account ending in 4160 now has $10,560.",
    facts: {
      amount: 500,
      from_account: 'checking',
      from_last_four: '•••• 4160',
      from_balance: 10_560,
      to_account: 'savings',
      to_last_four: '•••• 4161',
      to_balance: 52_500,
      reference: expect.stringMatching(/^TR-\d{6}$/),
    },
  });
});

test.each([
  ['nothing', { amount: 0 }, 'out_of_range', 'amount'],
  ['less than nothing', { amount: -500 }, 'out_of_range', 'amount'],
  ['parts of a cent', { amount: 10.001 }, 'out_of_range', 'amount'],
  ['all the money in the world', { amount: 1e15 }, 'out_of_range', 'amount'],
  ['more than is there', { amount: 11_060.01 }, 'insufficient_funds', 'amount'],
  [
    'more than a day allows',
    { from_account: 'savings', to_account: 'checking', amount: 25_000.01 },
    'over_limit',
    'amount',
  ],
  ['money to where it is', { to_account: 'checking' }, 'same_account', 'to_account'],
  ['money to a card there is not', { to_account: 'credit_card' }, 'no_account', 'to_account'],
])('to move %s is refused with its reason', async (_what, wrong, why, argument) => {
  await using tools = await openTools();
  const input = { ...MOVE, ...wrong };
  const asked = await tools.readBack('transfer_funds', input, JAMES);
  expect(asked).toMatchObject({ ok: false, why, facts: { argument } });
  expect(await tools.run('transfer_funds', input, JAMES)).toEqual(asked);
  expect(await tools.bank.ledger.balance('acct_james_whitfield_checking')).toBe(1_106_000);
  expect(await tools.bank.ledger.balance('acct_james_whitfield_savings')).toBe(5_200_000);
});

test.each([
  ['a closed account', customer('walter_brandt'), {}, 'closed_account', 'to_account'],
  ['a credit card', EMMA, { from_account: 'credit_card' }, 'not_possible', 'from_account'],
  [
    'more than is owed',
    EMMA,
    { to_account: 'credit_card', amount: 4_000 },
    'out_of_range',
    'amount',
  ],
])('%s is not used for a transfer', async (_what, who, wrong, why, argument) => {
  await using tools = await openTools();
  const input = { ...MOVE, ...wrong };
  for (const ask of [tools.readBack, tools.run])
    expect(await ask('transfer_funds', input, who)).toMatchObject({
      ok: false,
      why,
      facts: { argument },
    });
});

test.each([
  ['words', '"five hundred"'],
  ['nothing', 'null'],
  ['more than a number can hold', '1e999'],
  ['a list', '[500]'],
])('%s instead of an amount is asked for again', async (_what, amount) => {
  await using tools = await openTools();
  const given = `{"from_account":"checking","to_account":"savings","amount":${amount}}`;
  expect(tools.toolbox.find('transfer_funds', given)).toMatchObject({
    ok: false,
    result: { why: 'bad_arguments', facts: { argument: 'amount' } },
  });
});
