import { expect, test } from 'vitest';
import { EMMA, NOBODY_YET, customer, openTools } from './fixture.ts';

const FATIMA = customer('fatima_haddad');
const FIND = 'get_transaction_details';
const NOT_HERS = { transaction_id: 'TX-41207', reason: 'unauthorized' };

test('Fatima finds the payment she does not know, disputes it, and has her money back for now', async () => {
  await using tools = await openTools();
  expect(await tools.run(FIND, { merchant: 'blue harbour' }, FATIMA)).toEqual({
    ok: true,
    say: 'I found it: $349.99 at Blue Harbor Electronics on September 25, 2026, with your card ending in 0357.',
    facts: {
      transaction_id: 'TX-41207',
      merchant: 'Blue Harbor Electronics',
      amount: 349.99,
      date: '2026-09-25',
      card: '•••• 0357',
    },
  });
  expect(await tools.readBack('file_dispute', NOT_HERS, FATIMA)).toBe(
    'Shall I dispute the payment of $349.99 to Blue Harbor Electronics on September 25, 2026, as one you did not make?',
  );
  const filed = await tools.run('file_dispute', NOT_HERS, FATIMA);
  expect(filed).toMatchObject({
    ok: true,
    say: expect.stringMatching(
      /^I've filed your dispute, and the case number is DP-\d{6}\. We have given you back \$349\.99 for now, and you will hear from us by October 15\.$/,
    ),
    facts: { reason: 'unauthorized', provisional_credit: 349.99, decided_by: '2026-10-15' },
  });
  for (const ask of [tools.readBack, tools.run])
    expect(await ask('file_dispute', NOT_HERS, FATIMA)).toMatchObject({
      ok: false,
      why: 'already_done',
      facts: { case_id: filed.facts['case_id'] },
    });
  expect(await tools.run(FIND, { amount: 349.99 }, FATIMA)).toMatchObject({
    ok: true,
    say: expect.stringContaining('It is disputed already'),
  });
});

test.each([
  [
    'how much',
    { merchant: 'corner market' },
    'amount',
    'I see 3 payments from Corner Market: $42.50 on September 22, $18.20 on September 15 and $27.95 on September 6. How much was the one you mean?',
  ],
  [
    'when',
    { amount: 15.99 },
    'date',
    'I see 2 payments from Streamwell: $15.99 on September 11 and $15.99 on August 12. On which day was it?',
  ],
])('where several fit, she hears them and is asked %s', async (_what, clues, argument, say) => {
  await using tools = await openTools();
  expect(await tools.run(FIND, clues, FATIMA)).toMatchObject({
    ok: false,
    why: 'ambiguous',
    say,
    facts: { argument },
  });
});

test('a payment that was charged twice is said to be so', async () => {
  await using tools = await openTools();
  expect(await tools.run(FIND, { merchant: 'corner market', amount: 42.5 }, FATIMA)).toMatchObject({
    ok: true,
    say: expect.stringContaining('I see it twice: $42.50 at Corner Market'),
    facts: { times: 2 },
  });
});

test.each([
  ['nothing at all', {}, 'bad_arguments', 'merchant'],
  ['only blanks', { merchant: '  ' }, 'bad_arguments', 'merchant'],
  ['a shop she never paid', { merchant: 'grand plaza hotel' }, 'not_found', 'merchant'],
  ['an amount she never paid', { amount: 999 }, 'not_found', 'amount'],
  [
    'an amount that is not hers there',
    { merchant: 'blue harbor', amount: 5 },
    'not_found',
    'amount',
  ],
  ['nothing paid', { amount: 0 }, 'out_of_range', 'amount'],
  ['half a cent', { amount: 0.005 }, 'out_of_range', 'amount'],
  ['a day without a payment', { date: '2026-07-01' }, 'not_found', 'date'],
  ['tomorrow', { date: '2026-10-02' }, 'out_of_range', 'date'],
])(
  '%s is refused in words, and the right thing is asked for',
  async (_what, clues, why, argument) => {
    await using tools = await openTools();
    const result = await tools.run(FIND, clues, FATIMA);
    expect(result).toMatchObject({ ok: false, why, facts: { argument } });
    expect(result.say).toMatch(/\?$/);
  },
);

test('who never paid by card, or is nobody yet, finds nothing', async () => {
  await using tools = await openTools();
  for (const caller of [customer('grace_lindqvist'), NOBODY_YET])
    expect(await tools.run(FIND, { amount: 349.99 }, caller)).toMatchObject({ why: 'not_found' });
});

test.each([
  ['of somebody else', NOT_HERS, EMMA, 'not_found'],
  ['before anybody is verified', NOT_HERS, NOBODY_YET, 'not_found'],
  ['that never was', { ...NOT_HERS, transaction_id: 'TX-1' }, FATIMA, 'not_found'],
  ['of five months ago', { ...NOT_HERS, transaction_id: 'TX-42440' }, FATIMA, 'out_of_range'],
])('a payment %s cannot be disputed', async (_what, input, caller, why) => {
  await using tools = await openTools();
  for (const ask of [tools.readBack, tools.run])
    expect(await ask('file_dispute', input, caller)).toMatchObject({ ok: false, why });
  expect(await tools.bank.ledger.balance('acct_disputes')).toBe(0);
});

test('goods that never came: the merchant is asked before money is given back', async () => {
  await using tools = await openTools();
  const input = { ...NOT_HERS, reason: 'not_received' };
  expect(await tools.readBack('file_dispute', input, FATIMA)).toContain(
    'as one for something you never received?',
  );
  expect(await tools.run('file_dispute', input, FATIMA)).toMatchObject({
    say: expect.stringContaining('We will ask Blue Harbor Electronics about it'),
    facts: { provisional_credit: 0 },
  });
});
