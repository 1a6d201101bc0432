import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cents, cents } from '#lib/brand.ts';
import { accruedInterest, instalments, monthlyPayment, principalAfter } from './amortisation.ts';
import { addDays, addMonths, daysBetween } from './calendar.ts';

const terms = fc.record({
  principal: fc.integer({ min: 100_00, max: 2_000_000_00 }).map(cents),
  rate: fc.integer({ min: 0, max: 30_000 }),
  months: fc.integer({ min: 1, max: 480 }),
});

describe('a loan that is paid back every month', () => {
  test.each([
    ['$200,000 over thirty years at 6 %', 200_000_00, 6_000, 360, 1_199_11],
    ['$20,000 over five years at 5 %', 20_000_00, 5_000, 60, 377_43],
    ['$1,200 over a year without interest', 1_200_00, 0, 12, 100_00],
    ['a cent that cannot be divided', 1, 5_000, 12, 1],
    ['a loan whose interest rounds up to its payment', 100_00, 16_380, 415, 1_38],
  ])('%s costs the same every month', (_what, principal, rate, months, payment) => {
    expect(monthlyPayment({ principal: cents(principal), rate, months })).toBe(payment);
  });

  test('is paid back to the last cent, in no more months than agreed', () => {
    fc.assert(
      fc.property(terms, (loan) => {
        const all = instalments(loan);
        expect(all.at(-1)?.left).toBe(0);
        expect(all.length).toBeLessThanOrEqual(loan.months);
        const paid = all.reduce((sum, { payment }) => sum + payment, 0);
        const interest = all.reduce((sum, each) => sum + each.interest, 0);
        expect(paid).toBe(loan.principal + interest);
      }),
    );
  });

  test('every payment is more than its interest, and only the last differs', () => {
    fc.assert(
      fc.property(terms, (loan) => {
        const level = monthlyPayment(loan);
        const all = instalments(loan);
        expect(all.every(({ payment, interest }) => payment > interest)).toBe(true);
        expect(all.slice(0, -1).every(({ payment }) => payment === level)).toBe(true);
        let before = loan.principal;
        for (const { payment, interest, left } of all) {
          expect(left).toBe(before + interest - payment);
          before = left;
        }
      }),
    );
  });

  test('owes less after each payment, and nothing after the last', () => {
    const loan = { principal: cents(20_000_00), rate: 5_000, months: 60 };
    expect(principalAfter(loan, 0)).toBe(20_000_00);
    // $83.33 of the first payment is interest.
    expect(principalAfter(loan, 1)).toBe(20_000_00 + 83_33 - 377_43);
    expect(principalAfter(loan, 59)).toBeGreaterThan(0);
    expect(principalAfter(loan, 60)).toBe(0);
    expect(principalAfter(loan, 100)).toBe(0);
  });

  test.each([
    ['nothing', { principal: 0, rate: 5_000, months: 12 }],
    ['less than nothing', { principal: -1, rate: 5_000, months: 12 }],
    ['no time', { principal: 100, rate: 5_000, months: 0 }],
    ['half a month', { principal: 100, rate: 5_000, months: 0.5 }],
    ['a rate below nothing', { principal: 100, rate: -1, months: 12 }],
  ])('for %s is no loan', (_what, { principal, ...rest }) => {
    expect(() => monthlyPayment({ principal: principal as Cents, ...rest })).toThrow(RangeError);
  });
});

describe('interest by the day', () => {
  test('a year of days is a year of interest', () => {
    expect(accruedInterest(cents(10_000_00), 5_000, 365)).toBe(500_00);
    expect(accruedInterest(cents(10_000_00), 5_000, 0)).toBe(0);
  });

  test('is within half a cent of what it is exactly, also for the largest sums', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 90_000_000_000 }),
        fc.integer({ min: 0, max: 30_000 }),
        fc.integer({ min: 0, max: 4_000 }),
        (left, rate, days) => {
          const interest = accruedInterest(cents(left), rate, days);
          const over = BigInt(interest) * 36_500_000n - BigInt(left) * BigInt(rate * days);
          expect(over <= 18_250_000n && over > -18_250_000n).toBe(true);
        },
      ),
    );
  });
});

describe('the calendar', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-11-05', 2, '2027-01-05'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2026-05-31', 0, '2026-05-31'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });

  test('counts days over the end of February and of summer time', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-10-24', '2026-10-27')).toBe(3);
    expect(daysBetween('2026-10-27', '2026-10-24')).toBe(-3);
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });
});
