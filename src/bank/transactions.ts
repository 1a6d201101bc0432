/** What customers have paid by card. */
import type { Database } from '#database/database.ts';
import type { Clock } from '#lib/clock.ts';
import { dateOf } from './calendar.ts';
import type { BankTables } from './tables.ts';
import { type Clues, type Found, type Payment, findPayment } from './transaction-search.ts';

export type { Clues, Payment };

export interface TransactionReader {
  /** @param clues at least one; among the payments with all cards of the customer */
  find(
    customerId: string,
    clues: Clues,
  ): Promise<Found | { readonly outcome: 'no_payments' | 'still_to_come' }>;
}

export function transactionReader(database: Database, clock: Clock): TransactionReader {
  return {
    async find(customerId, clues) {
      if (clues.date !== undefined && clues.date > dateOf(clock.date()))
        return { outcome: 'still_to_come' };
      const payments = await database
        .tables<BankTables>()
        .selectFrom('card_transactions')
        .innerJoin('cards', 'cards.id', 'card_transactions.card_id')
        .leftJoin('disputes', 'disputes.transaction_id', 'card_transactions.id')
        .select([
          'card_transactions.reference',
          'last_four as cardLastFour',
          'merchant',
          'amount_cents as amount',
          'made_on as madeOn',
          'disputes.reference as dispute',
        ])
        .where('cards.customer_id', '=', customerId)
        .orderBy('made_on', 'desc')
        .orderBy('card_transactions.reference', 'desc')
        .execute();
      return payments.length === 0 ? { outcome: 'no_payments' } : findPayment(payments, clues);
    },
  };
}
