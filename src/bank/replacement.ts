/** Ordering a new card for a blocked one: one open order per card, with a number to follow it by. */
import { randomInt } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Database } from '#database/database.ts';
import type { Clock } from '#lib/clock.ts';
import { makeId } from '#lib/id.ts';
import { businessDaysAfter } from './business-days.ts';
import { writeChange } from './changes.ts';
import type { BankTables } from './tables.ts';

const DELIVERY_BUSINESS_DAYS = 5;

interface Replacement {
  readonly trackingId: string;
  /** `YYYY-MM-DD`. */
  readonly deliverOn: string;
}

type Ordered =
  | ({ readonly outcome: 'ordered' | 'already_ordered' } & Replacement)
  | { readonly outcome: 'not_blocked' };

export interface CardReplacer {
  openOrder(cardId: string): Promise<Replacement | undefined>;
  order(request: { readonly cardId: string; readonly callId: string | null }): Promise<Ordered>;
}

export function cardReplacer(database: Database, clock: Clock): CardReplacer {
  return {
    openOrder: (cardId) => openOrder(database.tables<BankTables>(), cardId),
    order: ({ cardId, callId }) =>
      database.transaction<BankTables, Ordered>(async (tx) => {
        const card = await tx
          .selectFrom('cards')
          .select('status')
          .where('id', '=', cardId)
          .executeTakeFirstOrThrow();
        if (card.status !== 'blocked') return { outcome: 'not_blocked' };
        for (;;) {
          const made = await tryOrder(tx, cardId, callId, clock.date());
          if (made !== undefined) return { outcome: 'ordered', ...made };
          const open = await openOrder(tx, cardId);
          if (open !== undefined) return { outcome: 'already_ordered', ...open };
          // Neither: the tracking number is taken. The next one will not be.
        }
      }),
  };
}

/** undefined where an open order, or one with the same tracking number, is in the way. */
async function tryOrder(
  tx: Transaction<BankTables>,
  cardId: string,
  callId: string | null,
  at: number,
): Promise<Replacement | undefined> {
  const id = makeId('ord');
  const trackingId = `NW-${randomInt(100_000, 1_000_000)}`;
  const deliverOn = businessDaysAfter(at, DELIVERY_BUSINESS_DAYS);
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('card_orders')
    .values({
      id,
      card_id: cardId,
      tracking_id: trackingId,
      status: 'ordered',
      ordered_at: at,
      deliver_on: deliverOn,
      call_id: callId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return undefined;
  await writeChange(tx, {
    at,
    callId,
    action: 'card.replacement_ordered',
    subject: 'card_orders',
    subjectId: id,
    before: {},
    after: { cardId, trackingId, deliverOn },
  });
  return { trackingId, deliverOn };
}

function openOrder(
  tables: Pick<Transaction<BankTables>, 'selectFrom'>,
  cardId: string,
): Promise<Replacement | undefined> {
  return tables
    .selectFrom('card_orders')
    .select(['tracking_id as trackingId', 'deliver_on as deliverOn'])
    .where('card_id', '=', cardId)
    .where('status', '=', 'ordered')
    .executeTakeFirst();
}
