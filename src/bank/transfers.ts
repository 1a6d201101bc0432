/** Moving money between a customer's own accounts: in the ledger, at once, or not at all and with the reason. */
import type { Transaction } from 'kysely';
import type { Database } from '#database/database.ts';
import { type Cents, cents } from '#lib/brand.ts';
import type { Clock } from '#lib/clock.ts';
import { makeId } from '#lib/id.ts';
import { type OwnAccount, type OwnKind, accountOf, ownAccounts } from './accounts.ts';
import { writeChange } from './changes.ts';
import { countToday, leftToday } from './daily-total.ts';
import { postEntry } from './ledger.ts';
import { Overtaken, untilSettled } from './overtaken.ts';
import { freshReference, referenceOf } from './reference.ts';
import type { BankTables } from './tables.ts';

export interface TransferOrder {
  readonly customerId: string;
  readonly from: OwnKind;
  readonly to: OwnKind;
  /** More than nothing. */
  readonly amount: Cents;
}

export type TransferRefusal =
  | { readonly outcome: 'same_account' }
  | { readonly outcome: 'no_account' | 'closed_account'; readonly side: 'from' | 'to' }
  /** A credit card is paid, not drawn on. */
  | { readonly outcome: 'from_credit_card' }
  /** More than is owed on the card. */
  | { readonly outcome: 'overpaid'; readonly owed: Cents }
  | { readonly outcome: 'insufficient_funds'; readonly available: Cents }
  | { readonly outcome: 'over_limit'; readonly left: Cents };

interface Sides {
  readonly from: OwnAccount;
  readonly to: OwnAccount;
}

type Judged = ({ readonly outcome: 'possible' } & Sides) | TransferRefusal;

/** The accounts as they are afterwards. The same order of the same call is made once. */
type Transferred =
  | ({
      readonly outcome: 'transferred';
      readonly reference: string;
    } & Sides)
  | TransferRefusal;

export interface Transfers {
  /** Would it be made? Nothing is changed. */
  judge(order: TransferOrder): Promise<Judged>;
  transfer(order: TransferOrder & { readonly callId: string }): Promise<Transferred>;
}

export function transfers(database: Database, clock: Clock): Transfers {
  return {
    judge: (order) => judge(database.tables<BankTables>(), order, clock.date()),
    transfer: (order) =>
      untilSettled(database, async (tx): Promise<Transferred> => {
        const at = clock.date();
        const { customerId, from: source, to: target, amount, callId } = order;
        const key = `transfer:${callId}:${customerId}:${source}:${target}:${amount}`;
        const before = await referenceOf(tx, 'transfers', key);
        if (before !== undefined)
          return { outcome: 'transferred', reference: before, ...(await sides(tx, order)) };
        const judged = await judge(tx, order, at);
        if (judged.outcome !== 'possible') return judged;
        const { from, to } = judged;
        const posted = await postEntry(
          tx,
          {
            kind: 'transfer',
            memo: 'Transfer between own accounts',
            idempotencyKey: key,
            postings: [
              { accountId: from.id, amount: cents(0 - amount) },
              { accountId: to.id, amount },
            ],
          },
          at,
        );
        // The same order, at the same moment: its reference is there when we look again.
        if (posted !== 'posted') throw new Overtaken();
        await countToday(tx, { customerId, kind: 'transfer', at }, amount);
        const after = await sides(tx, order);
        if (target === 'credit_card' && after.to.balance > 0) throw new Overtaken();
        const reference = await write(tx, order, after, key, at);
        return { outcome: 'transferred', reference, ...after };
      }),
  };
}

type Tables = Pick<Transaction<BankTables>, 'selectFrom'>;

async function judge(
  tables: Tables,
  { customerId, from: source, to: target, amount }: TransferOrder,
  at: number,
): Promise<Judged> {
  if (source === target) return { outcome: 'same_account' };
  const accounts = await ownAccounts(tables, customerId);
  const from = accountOf(accounts, source);
  const to = accountOf(accounts, target);
  if (from === undefined) return { outcome: 'no_account', side: 'from' };
  if (to === undefined) return { outcome: 'no_account', side: 'to' };
  if (!from.open) return { outcome: 'closed_account', side: 'from' };
  if (!to.open) return { outcome: 'closed_account', side: 'to' };
  if (source === 'credit_card') return { outcome: 'from_credit_card' };
  if (amount > from.available) return { outcome: 'insufficient_funds', available: from.available };
  const owed = cents(Math.max(0, 0 - to.balance));
  if (target === 'credit_card' && amount > owed) return { outcome: 'overpaid', owed };
  const left = await leftToday(tables, { customerId, kind: 'transfer', at });
  if (amount > left) return { outcome: 'over_limit', left };
  return { outcome: 'possible', from, to };
}

async function sides(
  tables: Tables,
  { customerId, from: source, to: target }: TransferOrder,
): Promise<Sides> {
  const accounts = await ownAccounts(tables, customerId);
  const from = accountOf(accounts, source);
  const to = accountOf(accounts, target);
  if (from === undefined || to === undefined) throw new Error('An account of a transfer is gone.');
  return { from, to };
}

async function write(
  tx: Transaction<BankTables>,
  { customerId, amount, callId }: TransferOrder & { readonly callId: string },
  { from, to }: Sides,
  key: string,
  at: number,
): Promise<string> {
  const id = makeId('trf');
  const reference = await freshReference('TR', async (free) => {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('transfers')
      .values({
        id,
        customer_id: customerId,
        from_account_id: from.id,
        to_account_id: to.id,
        amount_cents: amount,
        reference: free,
        idempotency_key: key,
        at,
        call_id: callId,
      })
      .onConflict((taken) => taken.column('reference').doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  });
  await writeChange(tx, {
    at,
    callId,
    action: 'money.transferred',
    subject: 'transfers',
    subjectId: id,
    before: { from: from.balance + amount, to: to.balance - amount },
    after: { from: from.balance, to: to.balance, amount },
  });
  return reference;
}
