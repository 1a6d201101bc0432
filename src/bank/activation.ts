/** Switching a new card on, and contactless payments with it: each once, with its trace in the audit. */
import type { Transaction } from 'kysely';
import type { Database } from '#database/database.ts';
import type { Clock } from '#lib/clock.ts';
import { writeChange } from './changes.ts';
import { statusOn } from './reader.ts';
import type { BankTables, CardStatus } from './tables.ts';

interface CardOrder {
  readonly cardId: string;
  readonly callId: string | null;
}

export interface CardActivator {
  /** @throws Error where there is no such card; so do the others. */
  activate(order: CardOrder): Promise<'activated' | Exclude<CardStatus, 'inactive'>>;
  /** Only an active card pays without contact. */
  enableContactless(
    order: CardOrder,
  ): Promise<'enabled' | 'already_enabled' | Exclude<CardStatus, 'active'>>;
}

export function cardActivator(database: Database, clock: Clock): CardActivator {
  const change = <Value>(
    { cardId }: CardOrder,
    work: (tx: Transaction<BankTables>, status: CardStatus, at: number) => Promise<Value>,
  ) =>
    database.transaction<BankTables, Value>(async (tx) => {
      const card = await tx
        .selectFrom('cards')
        .select(['status', 'expires_on'])
        .where('id', '=', cardId)
        .executeTakeFirstOrThrow();
      const at = clock.date();
      return work(tx, statusOn(at, card.status, card.expires_on), at);
    });
  return {
    activate: (order) =>
      change(order, async (tx, status, at) => {
        if (status !== 'inactive') return status;
        const { cardId, callId } = order;
        // The condition, not the reading above, decides: two calls may want it at the same moment.
        const { numUpdatedRows } = await tx
          .updateTable('cards')
          .set({ status: 'active', activated_at: at })
          .where('id', '=', cardId)
          .where('status', '=', 'inactive')
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return 'active';
        await writeChange(tx, {
          at,
          callId,
          action: 'card.activated',
          subject: 'cards',
          subjectId: cardId,
          before: { status },
          after: { status: 'active' },
        });
        return 'activated';
      }),
    enableContactless: (order) =>
      change(order, async (tx, status, at) => {
        if (status !== 'active') return status;
        const { cardId, callId } = order;
        const { numUpdatedRows } = await tx
          .updateTable('cards')
          .set({ contactless: 1 })
          .where('id', '=', cardId)
          .where('contactless', '=', 0)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return 'already_enabled';
        await writeChange(tx, {
          at,
          callId,
          action: 'card.contactless_enabled',
          subject: 'cards',
          subjectId: cardId,
          before: { contactless: false },
          after: { contactless: true },
        });
        return 'enabled';
      }),
  };
}
