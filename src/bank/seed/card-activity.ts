/** The seed's part for what was paid by card, and for credit scores. */
import type { Transaction } from 'kysely';
import { addDays, dateOf } from '#bank/calendar.ts';
import { INTERNAL, postEntry } from '#bank/ledger.ts';
import type { BankTables } from '#bank/tables.ts';
import { cents } from '#lib/brand.ts';
import type { SeedPart } from './part.ts';
import { CARD_ACTIVITY, CREDIT_SCORES } from './purchases.ts';
import { cardIdOf, customerIdOf, dollars } from './shape.ts';

/** Long before the first purchase. */
const DAYS_BEFORE = 400;
const FIRST_REFERENCE = 41_207;
/** So that no reference is heard as its neighbour. */
const REFERENCE_STEP = 137;

/** Cards belong to another part. */
export const cardActivityPart: SeedPart = {
  tables: ['card_transactions', 'disputes', 'credit_scores', 'limit_requests'],
  data: [CARD_ACTIVITY, CREDIT_SCORES],
  async fill(tx, { at }) {
    const today = dateOf(at);
    let made = 0;
    for (const { customer, card, purchases } of CARD_ACTIVITY) {
      const cardId = cardIdOf(customer, card);
      const { account_id: account } = await tx
        .selectFrom('cards')
        .select('account_id')
        .where('id', '=', cardId)
        .executeTakeFirstOrThrow();
      const spent = purchases.reduce((sum, [, amount]) => sum + dollars(amount), 0);
      // Before it is spent, so that the balance is in the end what the account was opened with.
      await move(
        tx,
        account,
        spent,
        'Deposit',
        `seed-deposit:${cardId}`,
        addDays(today, 0 - DAYS_BEFORE),
      );
      for (const [merchant, amount, daysAgo] of purchases) {
        const id = `txn_${FIRST_REFERENCE + made * REFERENCE_STEP}`;
        const madeOn = addDays(today, 0 - daysAgo);
        const key = `card:${id}`;
        await move(tx, account, 0 - dollars(amount), merchant, key, madeOn);
        await tx
          .insertInto('card_transactions')
          .values({
            id,
            reference: id.replace('txn_', 'TX-'),
            card_id: cardId,
            idempotency_key: key,
            merchant,
            amount_cents: dollars(amount),
            made_on: madeOn,
          })
          .execute();
        made += 1;
      }
    }
    await tx
      .insertInto('credit_scores')
      .values(
        Object.entries(CREDIT_SCORES).map(([customer, [score, daysAgo]]) => ({
          customer_id: customerIdOf(customer),
          scored_on: addDays(today, 0 - daysAgo),
          score,
        })),
      )
      .execute();
  },
};

/** @param amount positive: the account gains */
async function move(
  tx: Transaction<BankTables>,
  account: string,
  amount: number,
  memo: string,
  key: string,
  on: string,
): Promise<void> {
  await postEntry(
    tx,
    {
      kind: amount < 0 ? 'card_purchase' : 'deposit',
      memo,
      idempotencyKey: key,
      postings: [
        { accountId: account, amount: cents(amount) },
        {
          accountId: amount < 0 ? INTERNAL.merchants : INTERNAL.vault,
          amount: cents(0 - amount),
        },
      ],
    },
    Date.parse(on),
  );
}
