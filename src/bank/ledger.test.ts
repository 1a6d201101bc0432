import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeEveryStore } from '#database/every-store.ts';
import { cents } from '#lib/brand.ts';
import { flaws, openTestBank } from './fixture.ts';

const CHECKING = 'acct_emma_carter_checking';
const SAVINGS = 'acct_emma_carter_savings';
const ACCOUNTS = [CHECKING, SAVINGS, 'acct_daniel_okafor_checking', 'acct_miguel_santos_checking'];

describeEveryStore('the ledger', (openFresh) => {
  test('moves money from one account to another', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    expect(await bank.ledger.post(transfer(CHECKING, SAVINGS, 2_050, 'a'))).toBe('posted');
    expect(await bank.ledger.balance(CHECKING)).toBe(479_950);
    expect(await bank.ledger.balance(SAVINGS)).toBe(1_532_050);
  });

  test('posts the same entry once', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    const same = () => bank.ledger.post(transfer(CHECKING, SAVINGS, 2_050, 'a'));
    const outcomes = await Promise.all([same(), same(), same()]);
    expect(outcomes.filter((outcome) => outcome === 'posted')).toHaveLength(1);
    expect(await bank.ledger.balance(CHECKING)).toBe(479_950);
  });

  test('refuses what the account does not hold, and leaves no trace of it', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    expect(await bank.ledger.post(transfer(CHECKING, SAVINGS, 482_001, 'a'))).toBe(
      'insufficient_funds',
    );
    expect(await bank.ledger.balance(SAVINGS)).toBe(1_530_000);
    expect(await bank.ledger.post(transfer(CHECKING, SAVINGS, 482_000, 'a'))).toBe('posted');
  });

  test('refuses an entry that makes money, and an account that does not exist', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    const entry = transfer(CHECKING, SAVINGS, 100, 'a');
    const [first] = entry.postings;
    const unbalanced = bank.ledger.post({ ...entry, postings: first === undefined ? [] : [first] });
    await expect(unbalanced).rejects.toThrow(RangeError);
    await expect(bank.ledger.post(transfer(CHECKING, 'acct_nowhere', 100, 'b'))).rejects.toThrow(
      'missing or closed',
    );
  });

  test('balances to the cent whatever is transferred at the same time, and no one falls below their floor', async () => {
    await using database = await openFresh();
    const { bank } = await openTestBank(database);
    const account = fc.constantFrom(...ACCOUNTS);
    const move = fc.record({
      from: account,
      to: account,
      amount: fc.integer({ min: 1, max: 300_000 }),
    });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 2, maxLength: 12 }), async (moves) => {
        run += 1;
        await Promise.all(
          moves
            .filter(({ from, to }) => from !== to)
            .map(({ from, to, amount }, index) =>
              bank.ledger.post(transfer(from, to, amount, `${run}.${index}`)),
            ),
        );
        expect(await flaws(database)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

function transfer(from: string, to: string, amount: number, key: string) {
  return {
    kind: 'transfer',
    memo: 'Transfer',
    idempotencyKey: key,
    postings: [
      { accountId: from, amount: cents(0 - amount) },
      { accountId: to, amount: cents(amount) },
    ],
  };
}
