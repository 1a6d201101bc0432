import { expect, test } from 'vitest';
import { DANIEL, EMMA, NOBODY_YET, customer, openTools } from './fixture.ts';

const MIGUEL = customer('miguel_santos');
const MARCUS = customer('marcus_reed');
const THOMAS = customer('thomas_beaumont');

test('Miguel hears what is left of his loan, and when he pays next', async () => {
  await using tools = await openTools();
  expect(await tools.run('check_loan_balance', {}, MIGUEL)).toEqual({
    ok: true,
    say: 'You have $12,399.31 left to pay on your auto loan. The next payment of $339.92 is due on October 5.',
    facts: {
      loan: 'auto',
      balance: 12_399.31,
      monthly_payment: 339.92,
      next_due_on: '2026-10-05',
      payments_left: 40,
      rate: '5.49%',
      overdue: 0,
    },
  });
});

test('and what it costs to pay it off, today or on another day', async () => {
  await using tools = await openTools();
  // 26 days at 5.49 % of what is left.
  expect(await tools.run('calculate_payoff', {}, MIGUEL)).toEqual({
    ok: true,
    say: 'To pay off your auto loan today, you would pay $12,447.80, $48.49 of it interest. Every day after that adds $1.86.',
    facts: {
      loan: 'auto',
      payoff_date: '2026-10-01',
      payoff_amount: 12_447.8,
      principal: 12_399.31,
      interest: 48.49,
      interest_per_day: 1.86,
    },
  });
  expect(await tools.run('calculate_payoff', { payoff_date: '2026-11-15' }, MIGUEL)).toMatchObject({
    say: expect.stringContaining('on November 15, 2026, you would pay $12,531.72'),
  });
});

test.each([
  ['has passed', '2026-09-30'],
  ['within the next year', '2027-10-03'],
])('a payoff day is asked for again where it %s', async (words, date) => {
  await using tools = await openTools();
  expect(await tools.run('calculate_payoff', { payoff_date: date }, MIGUEL)).toMatchObject({
    ok: false,
    why: 'out_of_range',
    say: expect.stringContaining(words),
    facts: { argument: 'payoff_date' },
  });
});

test.each(['check_loan_balance', 'calculate_payoff', 'get_account_details'])(
  '%s asks which of two loans is meant, and says where there is none',
  async (tool) => {
    await using tools = await openTools();
    expect(await tools.run(tool, {}, MARCUS)).toMatchObject({
      ok: false,
      why: 'ambiguous',
      say: 'You have an auto loan and a personal loan with us. Which one do you mean?',
      facts: { argument: 'loan', loans: ['auto', 'personal'] },
    });
    expect(await tools.run(tool, { loan: 'personal' }, MARCUS)).toMatchObject({
      ok: true,
      facts: { loan: 'personal' },
    });
    expect(await tools.run(tool, { loan: 'student' }, MIGUEL)).toMatchObject({
      ok: false,
      why: 'not_found',
      facts: { argument: 'loan' },
    });
    for (const nobody of [EMMA, THOMAS, NOBODY_YET])
      expect(await tools.run(tool, {}, nobody)).toMatchObject({ why: 'not_found', facts: {} });
  },
);

test('Daniel hears which payments are late, and Miguel that none is', async () => {
  await using tools = await openTools();
  expect(await tools.run('get_account_details', {}, DANIEL)).toEqual({
    ok: true,
    say: 'You have $8,480.13 left to pay on your personal loan, at $300.05 a month. The payments of August 8 and September 8 are late, together $600.10.',
    facts: {
      loan: 'personal',
      balance: 8_480.13,
      monthly_payment: 300.05,
      rate: '9.25%',
      payments_left: 32,
      payments_late: 2,
      amount_late: 600.1,
      late_since: '2026-08-08',
      next_due_on: '2026-10-08',
    },
  });
  expect(await tools.run('check_loan_balance', {}, DANIEL)).toMatchObject({
    say: 'You have $8,480.13 left to pay on your personal loan. Payments of $600.10 are overdue.',
  });
  expect(await tools.run('get_account_details', {}, MIGUEL)).toMatchObject({
    say: expect.stringContaining('No payment is late.'),
  });
});

test('Thomas hears the rate, the rest and the term of his mortgage', async () => {
  await using tools = await openTools();
  expect(await tools.run('get_mortgage_details', {}, THOMAS)).toEqual({
    ok: true,
    say: 'Your 30-year fixed mortgage is at 6.875%, with $186,000.26 left over 21 years and 10 months. You pay $1,372.99 a month.',
    facts: {
      product: 'fixed_30',
      rate: '6.875%',
      balance: 186_000.26,
      remaining_months: 262,
      monthly_payment: 1_372.99,
    },
  });
  expect(await tools.run('get_mortgage_details', {}, MIGUEL)).toMatchObject({ why: 'not_found' });
});

test("anybody hears today's rates, and who has a mortgage what it would cost them", async () => {
  await using tools = await openTools();
  expect(await tools.run('check_rates', {}, NOBODY_YET)).toMatchObject({
    ok: true,
    say: 'As of October 1, 2026, a 30-year fixed mortgage is at 6.125%, a 15-year fixed is at 5.375% and a 5-year adjustable is at 5.75%.',
  });
  expect(await tools.run('check_rates', { product: 'fixed_30' }, NOBODY_YET)).toEqual({
    ok: true,
    say: 'As of October 1, 2026, a 30-year fixed mortgage is at 6.125%.',
    facts: { as_of: '2026-10-01', rates: [{ product: 'fixed_30', rate: '6.125%' }] },
  });
  expect(await tools.run('check_rates', { product: 'fixed_30' }, THOMAS)).toMatchObject({
    say: expect.stringContaining('about $1,130 a month; you pay $1,372.99 now.'),
    facts: { rates: [{ monthly_estimate: 1_130.16 }] },
  });
});

test.each([
  ['check_loan_balance', { loan: 'yacht' }, 'loan'],
  ['calculate_payoff', { payoff_date: '2026-02-30' }, 'payoff_date'],
  ['calculate_payoff', { payoff_date: 'soon' }, 'payoff_date'],
  ['check_rates', { product: 'fixed_99' }, 'product'],
])('%s with %j is refused, and what was wrong is named', async (tool, input, argument) => {
  await using tools = await openTools();
  expect(tools.toolbox.find(tool, JSON.stringify(input))).toMatchObject({
    ok: false,
    result: { why: 'bad_arguments', facts: { argument } },
  });
});
