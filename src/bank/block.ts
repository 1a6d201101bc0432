/** Blocking a card: once, with its reason and its trace in the audit. */
import type { Database } from '#database/database.ts';
import type { Clock } from '#lib/clock.ts';
import { writeChange } from './changes.ts';
import type { BankTables, BlockReason } from './tables.ts';

interface BlockOrder {
  readonly cardId: string;
  readonly reason: BlockReason;
  readonly callId: string | null;
}

export interface CardBlocker {
  /** A card that is blocked already keeps its first reason. @throws Error where there is no such card. */
  block(order: BlockOrder): Promise<'blocked' | 'already_blocked'>;
}

export function cardBlocker(database: Database, clock: Clock): CardBlocker {
  return {
    block: ({ cardId, reason, callId }) =>
      database.transaction<BankTables, 'blocked' | 'already_blocked'>(async (tx) => {
        const card = await tx
          .selectFrom('cards')
          .select('status')
          .where('id', '=', cardId)
          .executeTakeFirstOrThrow();
        const at = clock.date();
        // The condition, not the reading above, decides: two calls may block at the same moment.
        const { numUpdatedRows } = await tx
          .updateTable('cards')
          .set({ status: 'blocked', blocked_reason: reason, blocked_at: at })
          .where('id', '=', cardId)
          .where('status', '!=', 'blocked')
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return 'already_blocked';
        await writeChange(tx, {
          at,
          callId,
          action: 'card.blocked',
          subject: 'cards',
          subjectId: cardId,
          before: { status: card.status },
          after: { status: 'blocked', reason },
        });
        return 'blocked';
      }),
  };
}
