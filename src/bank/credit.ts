/** How creditworthy a customer is, and asking for a higher limit, which a specialist decides. */
import type { Transaction } from 'kysely';
import type { Database } from '#database/database.ts';
import { type Cents, cents } from '#lib/brand.ts';
import type { Clock } from '#lib/clock.ts';
import { makeId } from '#lib/id.ts';
import { writeChange } from './changes.ts';
import { statusOn } from './reader.ts';
import { shortReference } from './reference.ts';
import type { BankTables, CardStatus } from './tables.ts';

interface CreditScore {
  /** 300 to 850. */
  readonly score: number;
  readonly scoredOn: string;
}

/** A credit card of an open account, with the account's limit. */
export interface CreditCard {
  readonly id: string;
  readonly accountId: string;
  readonly brand: string;
  readonly kind: 'credit';
  readonly lastFour: string;
  readonly status: CardStatus;
  readonly limit: Cents;
  /** The reference of a request that is waiting for the specialist. */
  readonly waiting: string | null;
}

interface LimitWish {
  readonly customerId: string;
  readonly card: CreditCard;
  readonly newLimit: Cents;
  readonly annualIncome: Cents;
  readonly callId: string | null;
}

interface Requested {
  readonly outcome: 'requested' | 'already_requested';
  readonly reference: string;
}

export interface CreditDesk {
  /** The latest. */
  score(customerId: string): Promise<CreditScore | undefined>;
  cards(customerId: string): Promise<CreditCard[]>;
  /** One request per account waits at a time. */
  requestLimit(wish: LimitWish): Promise<Requested>;
}

export function creditDesk(database: Database, clock: Clock): CreditDesk {
  const tables = database.tables<BankTables>();
  return {
    score: (customerId) =>
      tables
        .selectFrom('credit_scores')
        .select(['score', 'scored_on as scoredOn'])
        .where('customer_id', '=', customerId)
        .orderBy('scored_on', 'desc')
        .executeTakeFirst(),
    async cards(customerId) {
      const rows = await tables
        .selectFrom('cards')
        .innerJoin('accounts', 'accounts.id', 'cards.account_id')
        .leftJoin('limit_requests', (join) =>
          join
            .onRef('limit_requests.account_id', '=', 'accounts.id')
            .on('limit_requests.status', '=', 'awaiting_specialist'),
        )
        .select([
          'cards.id',
          'accounts.id as accountId',
          'brand',
          'last_four as lastFour',
          'cards.status',
          'expires_on as expiresOn',
          'floor_cents as floor',
          'reference as waiting',
        ])
        .where('cards.customer_id', '=', customerId)
        .where('cards.kind', '=', 'credit')
        .where('accounts.status', '=', 'open')
        .orderBy('cards.id')
        .execute();
      return rows.map(({ floor, status, expiresOn, ...card }) => ({
        ...card,
        kind: 'credit',
        status: statusOn(clock.date(), status, expiresOn),
        limit: cents(0 - (floor ?? 0)),
      }));
    },
    requestLimit: (wish) =>
      database.transaction<BankTables, Requested>(async (tx) => {
        for (;;) {
          const waiting = await waitingFor(tx, wish.card.accountId);
          if (waiting !== undefined) return { outcome: 'already_requested', ...waiting };
          const reference = shortReference('LR');
          if (await tryRequest(tx, wish, reference, clock.date()))
            return { outcome: 'requested', reference };
          // Another call was first, or the reference is taken: the next look will tell.
        }
      }),
  };
}

function waitingFor(tx: Transaction<BankTables>, accountId: string) {
  return tx
    .selectFrom('limit_requests')
    .select('reference')
    .where('account_id', '=', accountId)
    .where('status', '=', 'awaiting_specialist')
    .executeTakeFirst();
}

async function tryRequest(
  tx: Transaction<BankTables>,
  { customerId, card, newLimit, annualIncome, callId }: LimitWish,
  reference: string,
  at: number,
): Promise<boolean> {
  const id = makeId('lrq');
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('limit_requests')
    .values({
      id,
      reference,
      customer_id: customerId,
      card_id: card.id,
      account_id: card.accountId,
      current_limit_cents: card.limit,
      new_limit_cents: newLimit,
      annual_income_cents: annualIncome,
      status: 'awaiting_specialist',
      requested_at: at,
      call_id: callId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  await writeChange(tx, {
    at,
    callId,
    action: 'limit.requested',
    subject: 'limit_requests',
    subjectId: id,
    before: { limit: card.limit },
    after: { newLimit, annualIncome, reference, status: 'awaiting_specialist' },
  });
  return true;
}
