import { expect, test } from 'vitest';
import { NOBODY_YET, openTools } from './fixture.ts';

test('whoever wants a person gets one, verified or not', async () => {
  await using tools = await openTools();
  expect(
    await tools.run('transfer_to_agent', { reason: 'wants to complain' }, NOBODY_YET),
  ).toMatchObject({
    ok: true,
    say: expect.stringContaining('goodbye'),
    consequence: { kind: 'escalated', reason: 'wants to complain', details: {} },
  });
});

test('what was gathered goes along, without its long numbers', async () => {
  await using tools = await openTools();
  const details = {
    new_limit: 6_000,
    employed: true,
    hardship: 'lost the job, account 4929 1234 5678 4829',
    card_last_four: '4829',
    call_back: 'on 2026-10-08',
    amount: '$12,400.00',
    swapped: '４９２９１２３４５６７８４８２９',
    card: 4_929_123_456_784_829,
  };
  const result = await tools.run(
    'transfer_to_agent',
    { reason: 'wants 4929-1234-5678-4829 unblocked', details },
    NOBODY_YET,
  );
  expect(result.consequence).toEqual({
    kind: 'escalated',
    reason: 'wants [number] unblocked',
    details: {
      ...details,
      hardship: 'lost the job, account [number]',
      swapped: '[number]',
      card: '[number]',
    },
  });
});

test.each([
  ['no reason', {}],
  ['a speech for a reason', { reason: 'x'.repeat(201) }],
  ['a list of details', { reason: 'help', details: [1, 2] }],
  ['details within details', { reason: 'help', details: { a: { b: 1 } } }],
  ['a detail as long as a letter', { reason: 'help', details: { a: 'x'.repeat(301) } }],
  [
    'hundreds of details',
    { reason: 'help', details: Object.fromEntries([...Array(99).keys()].map((n) => [`n${n}`, n])) },
  ],
])('%s is refused in words', async (_, input) => {
  await using tools = await openTools();
  expect(tools.toolbox.find('transfer_to_agent', JSON.stringify(input))).toMatchObject({
    ok: false,
    result: { why: 'bad_arguments', say: expect.stringMatching(/\?$/) },
  });
});
