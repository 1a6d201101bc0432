/** What a specialist should have finished comes to nothing: the caller is passed on all the same, or asked. */
import { expect, test } from 'vitest';
import { typedBank } from './typed-call.ts';

const YUKI = ['7719', '2267'];

test.each([
  [
    'nobody is saved whom a wire could go to',
    'wire-transfer',
    ['i want to wire 300 dollars to maria lopez', '9063', '6348'],
    'a wire was not prepared: no recipient',
    { amount: 300 },
  ],
  [
    'more is asked for than the account holds, and the caller leaves it',
    'wire-transfer',
    ['wire 9000000 dollars to maria lopez', ...YUKI, 'never mind', 'yes please'],
    'a wire was not prepared',
    { recipient_name: 'Maria Lopez' },
  ],
  [
    'a no to the read-back, but a yes to a specialist',
    'wire-transfer',
    ['wire 2000 dollars to maria lopez', ...YUKI, 'no', 'yes please'],
    'a wire was not prepared',
    { recipient_name: 'Maria Lopez', amount: 2_000 },
  ],
  [
    'a no to the request for a higher limit, but a yes to a specialist',
    'credit-limit',
    ['raise my limit to 6000 dollars', '9063', '6348', 'seventy thousand', 'no', 'sure'],
    'a higher credit limit was not asked for',
    { new_limit: 6_000, annual_income: 70_000 },
  ],
  [
    'a loan that the caller would rather not talk about',
    'restructure',
    ["i can't pay my loan", '3391', '2950', 'never mind', 'yes'],
    'wants to restructure a loan',
    {},
  ],
  [
    'a mortgage that the caller leaves for now',
    'mortgage-rate',
    ['a better rate on my mortgage please', '2216', '1927', 'never mind', 'yes'],
    'asks about a mortgage',
    { wish: 'lower rate' },
  ],
])('%s', async (_, scenario, says, reason, gathered) => {
  await using bank = await typedBank();
  const { script, ending, did, details, changed } = await bank.call(scenario, says);
  expect({ script, ending, did: did.at(-1) }).toEqual({
    script: expect.stringContaining(`transfer_to_agent(reason: ${reason}`),
    ending: 'escalated',
    did: 'transfer_to_agent',
  });
  expect(details ?? {}).toMatchObject(gathered);
  expect(Object.keys(changed).filter((table) => table !== 'identity_attempts')).toEqual([]);
});

test('a request that waits already goes to the specialist who has it', async () => {
  await using bank = await typedBank();
  const says = [
    'raise my limit to 6000 dollars',
    '9063',
    '6348',
    'seventy thousand',
    'yes',
    'a trip',
  ];
  expect(await bank.call('credit-limit', says)).toMatchObject({ ending: 'escalated' });
  const again = await bank.call('credit-limit', says.slice(0, 4));
  expect(again).toMatchObject({
    script: expect.stringContaining('not asked for: already done'),
    ending: 'escalated',
  });
});

test('who wants neither the wire nor a specialist may go', async () => {
  await using bank = await typedBank();
  const says = ['wire 2000 dollars to maria lopez', ...YUKI, 'no', 'no thank you', 'no goodbye'];
  const call = await bank.call('wire-transfer', says);
  expect(call).toMatchObject({ ending: 'goodbye', did: ['verify_identity', 'verify_recipient'] });
});
