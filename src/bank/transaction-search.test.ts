import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents } from '#lib/brand.ts';
import { type Clues, type Payment, findPayment } from './transaction-search.ts';

const PAYMENTS: readonly Payment[] = [
  payment('TX-7', 'Harvest Table Bistro', 64_80, '2026-09-27'),
  payment('TX-6', 'Blue Harbor Electronics', 349_99, '2026-09-25'),
  payment('TX-5', 'Corner Market', 42_50, '2026-09-22'),
  { ...payment('TX-4', 'Corner Market', 42_50, '2026-09-22'), dispute: 'DP-100000' },
  payment('TX-3', 'Corner Market', 18_20, '2026-09-15'),
  payment('TX-2', 'Streamwell', 15_99, '2026-09-11'),
  payment('TX-1', 'Streamwell', 15_99, '2026-08-12'),
];

test.each<[string, Clues, string]>([
  ['its name, as it was heard', { merchant: 'blue harbour' }, 'TX-6'],
  ['its amount', { amount: cents(349_99) }, 'TX-6'],
  ['its amount, in whole dollars', { amount: cents(350_00) }, 'TX-6'],
  ['its day', { date: '2026-09-25' }, 'TX-6'],
  ['the day before', { date: '2026-09-14' }, 'TX-3'],
  ['name and amount', { merchant: 'corner market', amount: cents(18_20) }, 'TX-3'],
  ['name and day', { merchant: 'stream well', date: '2026-08-12' }, 'TX-1'],
  ['amount and about the day', { amount: cents(15_99), date: '2026-08-10' }, 'TX-1'],
])('a payment is found by %s', (_what, clues, reference) => {
  expect(findPayment(PAYMENTS, clues)).toMatchObject({ outcome: 'one', payment: { reference } });
});

test('of two that nothing tells apart, the one that is not disputed is found, and that there are two', () => {
  expect(findPayment(PAYMENTS, { amount: cents(42_50) })).toMatchObject({
    outcome: 'one',
    times: 2,
    payment: { reference: 'TX-5' },
  });
});

test.each<[string, Clues, keyof Clues, string[]]>([
  ['amounts', { merchant: 'corner market' }, 'amount', ['TX-5', 'TX-3']],
  ['days', { merchant: 'streamwell' }, 'date', ['TX-2', 'TX-1']],
  ['amounts and shops', { date: '2026-09-26' }, 'amount', ['TX-7', 'TX-6']],
])('several that fit are told apart by their %s', (_what, clues, by, references) => {
  const found = findPayment(PAYMENTS, clues);
  expect(found).toMatchObject({ outcome: 'several', by });
  expect(found.outcome === 'several' && found.payments.map((each) => each.reference)).toEqual(
    references,
  );
});

test.each<[string, Clues, keyof Clues]>([
  ['no such shop', { merchant: 'grand plaza hotel' }, 'merchant'],
  ['no such amount', { amount: cents(999_00) }, 'amount'],
  ['no such day', { date: '2026-07-01' }, 'date'],
  ['another amount there', { merchant: 'blue harbor', amount: cents(20_00) }, 'amount'],
  ['another shop with that amount', { merchant: 'skyway', amount: cents(349_99) }, 'merchant'],
  ['another day', { merchant: 'blue harbor', amount: cents(349_99), date: '2026-07-01' }, 'date'],
])('%s: what is asked again is what was wrong', (_what, clues, wrong) => {
  expect(findPayment(PAYMENTS, clues)).toEqual({ outcome: 'none', wrong });
});

test('whatever is said, only payments that are there are found', () => {
  const clues = fc.record(
    {
      merchant: fc.string({ unit: 'grapheme' }),
      amount: fc.integer({ min: 1, max: 500_00 }).map(cents),
      date: fc.constantFrom('2026-09-22', '2026-09-01', '2020-01-01'),
    },
    { requiredKeys: ['merchant'] },
  );
  fc.assert(
    fc.property(clues, (given) => {
      const found = findPayment(PAYMENTS, given);
      const told =
        found.outcome === 'one' ? [found.payment] : found.outcome === 'none' ? [] : found.payments;
      expect(PAYMENTS).toEqual(expect.arrayContaining([...told]));
    }),
  );
});

function payment(reference: string, merchant: string, amount: number, madeOn: string): Payment {
  return {
    reference,
    merchant,
    madeOn,
    amount: cents(amount),
    cardLastFour: '0357',
    dispute: null,
  };
}
