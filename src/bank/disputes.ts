/** Disputing a payment: once, while it is not too old; what is plainly not the customer's is given back at once. */
import type { Transaction } from 'kysely';
import type { Database } from '#database/database.ts';
import { type Cents, cents } from '#lib/brand.ts';
import type { Clock } from '#lib/clock.ts';
import { makeId } from '#lib/id.ts';
import { businessDaysAfter } from './business-days.ts';
import { addDays, dateOf, daysBetween } from './calendar.ts';
import type { DisputeReason } from './card-activity-tables.ts';
import { writeChange } from './changes.ts';
import { INTERNAL, postEntry } from './ledger.ts';
import { shortReference } from './reference.ts';
import type { BankTables } from './tables.ts';

const DISPUTABLE_DAYS = 120;
const DECISION_BUSINESS_DAYS = 10;
/** A second charge comes within so many days of the first. */
const TWIN_DAYS = 3;

interface Wish {
  readonly customerId: string;
  /** The payment's, in whatever case. */
  readonly reference: string;
}

interface Disputed {
  readonly merchant: string;
  readonly amount: Cents;
  readonly madeOn: string;
}

type Refused =
  | { readonly outcome: 'no_payment' | 'too_old' }
  | { readonly outcome: 'already_disputed'; readonly reference: string };

type Filed = Disputed & {
  readonly outcome: 'filed';
  /** The case's. */
  readonly reference: string;
  /** Given back until it is decided; nothing where the merchant is asked first. */
  readonly credited: Cents;
  readonly decidedBy: string;
};

export interface DisputeDesk {
  /** Whether it could be disputed, for the question that comes before. */
  check(wish: Wish): Promise<Refused | (Disputed & { readonly outcome: 'possible' })>;
  file(
    wish: Wish & { readonly reason: DisputeReason; readonly callId: string | null },
  ): Promise<Refused | Filed>;
}

export function disputeDesk(database: Database, clock: Clock): DisputeDesk {
  const judge = async (tables: Tables, wish: Wish) => {
    const payment = await paymentOf(tables, wish);
    if (payment === undefined) return { refused: { outcome: 'no_payment' } } as const;
    if (payment.dispute !== null)
      return { refused: { outcome: 'already_disputed', reference: payment.dispute } } as const;
    const age = daysBetween(payment.madeOn, dateOf(clock.date()));
    if (age > DISPUTABLE_DAYS) return { refused: { outcome: 'too_old' } } as const;
    return { payment };
  };
  return {
    async check(wish) {
      const { refused, payment } = await judge(database.tables<BankTables>(), wish);
      if (refused !== undefined) return refused;
      const { merchant, amount, madeOn } = payment;
      return { outcome: 'possible', merchant, amount, madeOn };
    },
    file: (wish) =>
      database.transaction<BankTables, Refused | Filed>(async (tx) => {
        await oneAtATime(tx, wish.customerId);
        for (;;) {
          const { refused, payment } = await judge(tx, wish);
          if (refused !== undefined) return refused;
          const filed = await tryFile(tx, payment, wish, clock.date());
          if (filed !== undefined) return filed;
          // Another call was first, which the next look will show; or the reference is taken.
        }
      }),
  };
}

type Tables = Pick<Transaction<BankTables>, 'selectFrom'>;
type PaymentRow = NonNullable<Awaited<ReturnType<typeof paymentOf>>>;

function paymentOf(tables: Tables, { customerId, reference }: Wish) {
  return tables
    .selectFrom('card_transactions')
    .innerJoin('cards', 'cards.id', 'card_transactions.card_id')
    .innerJoin('accounts', 'accounts.id', 'cards.account_id')
    .leftJoin('disputes', 'disputes.transaction_id', 'card_transactions.id')
    .select([
      'card_transactions.id',
      'card_id as cardId',
      'merchant',
      'amount_cents as amount',
      'made_on as madeOn',
      'accounts.id as accountId',
      'accounts.status as accountStatus',
      'disputes.reference as dispute',
    ])
    .where('card_transactions.reference', '=', reference.trim().toUpperCase())
    .where('cards.customer_id', '=', customerId)
    .executeTakeFirst();
}

/** Two calls that dispute the two halves of a double charge must see each other: else both would be given back. */
async function oneAtATime(tx: Transaction<BankTables>, customerId: string): Promise<void> {
  // An update that changes nothing holds the row until the end of the transaction, on both databases.
  await tx
    .updateTable('customers')
    .set((customer) => ({ first_name: customer.ref('first_name') }))
    .where('id', '=', customerId)
    .execute();
}

/** undefined where it is disputed already, or the reference is taken. */
async function tryFile(
  tx: Transaction<BankTables>,
  payment: PaymentRow,
  { customerId, reason, callId }: Parameters<DisputeDesk['file']>[0],
  at: number,
): Promise<Filed | undefined> {
  const { id: transactionId, merchant, amount, madeOn, accountId } = payment;
  const id = makeId('dsp');
  const reference = shortReference('DP');
  const decidedBy = businessDaysAfter(at, DECISION_BUSINESS_DAYS);
  const atOnce = await isPlain(tx, payment, reason);
  const credited = atOnce ? amount : cents(0);
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('disputes')
    .values({
      id,
      reference,
      transaction_id: transactionId,
      customer_id: customerId,
      reason,
      status: 'open',
      credited_cents: credited,
      decided_by: decidedBy,
      opened_at: at,
      call_id: callId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return undefined;
  if (atOnce) await giveBack(tx, id, accountId, amount, at);
  await writeChange(tx, {
    at,
    callId,
    action: 'dispute.filed',
    subject: 'disputes',
    subjectId: id,
    before: {},
    after: { transactionId, reason, reference, credited, decidedBy },
  });
  return { outcome: 'filed', reference, merchant, amount, madeOn, credited, decidedBy };
}

/** Not the customer's, as far as the bank can see by itself; otherwise the merchant is asked first. */
async function isPlain(
  tx: Transaction<BankTables>,
  { id, cardId, merchant, amount, madeOn, accountStatus }: PaymentRow,
  reason: DisputeReason,
): Promise<boolean> {
  if (accountStatus !== 'open') return false;
  if (reason !== 'duplicate') return reason === 'unauthorized';
  const twin = await tx
    .selectFrom('card_transactions')
    .leftJoin('disputes', 'disputes.transaction_id', 'card_transactions.id')
    .select('card_transactions.id')
    .where('card_id', '=', cardId)
    .where('merchant', '=', merchant)
    .where('amount_cents', '=', amount)
    .where('card_transactions.id', '!=', id)
    .where('made_on', '>=', addDays(madeOn, 0 - TWIN_DAYS))
    .where('made_on', '<=', addDays(madeOn, TWIN_DAYS))
    // One of two is given back, never both.
    .where('disputes.id', 'is', null)
    .executeTakeFirst();
  return twin !== undefined;
}

async function giveBack(
  tx: Transaction<BankTables>,
  disputeId: string,
  accountId: string,
  amount: Cents,
  at: number,
): Promise<void> {
  await postEntry(
    tx,
    {
      kind: 'provisional_credit',
      memo: 'Given back until the dispute is decided',
      idempotencyKey: `dispute:${disputeId}`,
      postings: [
        { accountId, amount },
        { accountId: INTERNAL.disputes, amount: cents(0 - amount) },
      ],
    },
    at,
  );
}
