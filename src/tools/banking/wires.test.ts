import { expect, test } from 'vitest';
import { EMMA, NOBODY_YET, customer, openTools } from './fixture.ts';

const YUKI = customer('yuki_tanaka');
const ELENA = customer('elena_petrova');
const WIRE = { recipient_name: 'maria', amount: 2_500 };

test('a saved recipient is found by what the caller says, and named in full', async () => {
  await using tools = await openTools();
  expect(await tools.run('verify_recipient', { recipient_name: 'maria' }, YUKI)).toEqual({
    ok: true,
    say: "I've found Maria Lopez, at Banco Litoral in Spain, with the account ending in 7402.",
    facts: {
      recipient_name: 'Maria Lopez',
      bank: 'Banco Litoral',
      country: 'Spain',
      account_last_four: '•••• 7402',
    },
  });
  expect(
    await tools.run('verify_recipient', { recipient_name: 'robert' }, customer('james_whitfield')),
  ).toMatchObject({ say: expect.stringContaining('in the United States,') });
});

test('a wire is read back with who, where, how much and what it costs, and then waits', async () => {
  await using tools = await openTools();
  expect(await tools.readBack('initiate_wire', WIRE, YUKI)).toBe(
    'You want me to send $2,500 to Maria Lopez at Banco Litoral in Spain, from your checking account ending in 4190, plus a fee of $45. Is that right?',
  );
  const result = await tools.run('initiate_wire', WIRE, YUKI);
  expect(result).toEqual({
    ok: true,
    say: expect.stringMatching(
      /^Your wire of \$2,500 to Maria Lopez is prepared, and the money is set aside with the fee of \$45\. A specialist has to release it; your reference is WR-\d{6}\.$/,
    ),
    facts: {
      recipient_name: 'Maria Lopez',
      bank: 'Banco Litoral',
      country: 'Spain',
      amount: 2_500,
      fee: 45,
      from_account: 'checking',
      from_last_four: '•••• 4190',
      from_balance: 15_855,
      status: 'awaiting_release',
      reference: expect.stringMatching(/^WR-\d{6}$/),
    },
  });
});

test.each([
  [
    'nobody has saved',
    YUKI,
    'Pedro',
    'no_recipient',
    'You have saved Anna Schmidt and Maria Lopez.',
  ],
  ['two share', ELENA, 'Anna', 'ambiguous_recipient', 'Do you mean Anna Ivanova or Anna Petrova?'],
  ['is one’s own', YUKI, 'Yuki Tanaka', 'own_account', 'an account of your own'],
  ['hides an account of one’s own', ELENA, 'holiday fund', 'own_account', 'an account of your own'],
  ['somebody else has saved', EMMA, 'Maria Lopez', 'no_recipient', 'You have saved Olivia Carter.'],
])('a name that %s gets no wire', async (_what, who, name, why, words) => {
  await using tools = await openTools();
  const refusal = {
    ok: false,
    why,
    say: expect.stringContaining(words),
    facts: { argument: 'recipient_name' },
  };
  const input = { recipient_name: name };
  expect(await tools.run('verify_recipient', input, who)).toMatchObject(refusal);
  for (const ask of [tools.readBack, tools.run])
    expect(await ask('initiate_wire', { ...WIRE, ...input }, who)).toMatchObject(refusal);
});

test('who has saved nobody is not asked for another name', async () => {
  await using tools = await openTools();
  for (const who of [customer('noah_kim'), NOBODY_YET])
    expect(await tools.run('verify_recipient', { recipient_name: 'Maria' }, who)).toMatchObject({
      ok: false,
      why: 'no_recipient',
      say: expect.stringContaining('any recipients yet'),
      facts: {},
    });
});

test.each([
  ['nothing', { amount: 0 }, 'out_of_range', 'amount'],
  ['less than nothing', { amount: -1 }, 'out_of_range', 'amount'],
  ['parts of a cent', { amount: 0.001 }, 'out_of_range', 'amount'],
  ['more than anybody means', { amount: 1e12 }, 'out_of_range', 'amount'],
  ['more than is there with the fee', { amount: 18_355.01 }, 'insufficient_funds', 'amount'],
  ['money one has not got', { from_account: 'savings' }, 'no_account', 'from_account'],
])('to wire %s is refused with its reason', async (_what, wrong, why, argument) => {
  await using tools = await openTools();
  const input = { ...WIRE, ...wrong };
  const asked = await tools.readBack('initiate_wire', input, YUKI);
  expect(asked).toMatchObject({ ok: false, why, facts: { argument } });
  expect(await tools.run('initiate_wire', input, YUKI)).toEqual(asked);
  expect(await tools.bank.ledger.balance('acct_yuki_tanaka_checking')).toBe(1_840_000);
});

test('the limit of a day is told with what is left of it', async () => {
  await using tools = await openTools();
  const input = { recipient_name: 'Anna Petrova', from_account: 'savings', amount: 20_000 };
  await tools.run('initiate_wire', input, ELENA);
  expect(await tools.run('initiate_wire', { ...input, amount: 5_000.01 }, ELENA)).toMatchObject({
    why: 'over_limit',
    say: expect.stringContaining('another $5,000 today'),
  });
});

test.each([
  ['no name', '{"recipient_name":" ","amount":5}', 'recipient_name'],
  [
    'a credit card',
    '{"recipient_name":"maria","amount":5,"from_account":"credit_card"}',
    'from_account',
  ],
  ['words for an amount', '{"recipient_name":"maria","amount":"much"}', 'amount'],
])('%s is asked for again', async (_what, given, argument) => {
  await using tools = await openTools();
  expect(tools.toolbox.find('initiate_wire', given)).toMatchObject({
    result: { why: 'bad_arguments', facts: { argument } },
  });
});
