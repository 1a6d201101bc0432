/** Wires: the amount and the fee leave the account at once, and wait in the bank's own until a specialist releases them. */
import type { Transaction } from 'kysely';
import type { Database } from '#database/database.ts';
import { type Cents, cents } from '#lib/brand.ts';
import type { Clock } from '#lib/clock.ts';
import { makeId } from '#lib/id.ts';
import { type OwnAccount, type OwnKind, accountOf, ownAccounts } from './accounts.ts';
import { writeChange } from './changes.ts';
import { countToday, leftToday } from './daily-total.ts';
import { INTERNAL, postEntry } from './ledger.ts';
import { Overtaken, untilSettled } from './overtaken.ts';
import { type Recipient, type RecipientRefusal, findRecipient } from './recipients.ts';
import { freshReference, referenceOf } from './reference.ts';
import type { BankTables } from './tables.ts';

const HOME = 'United States';
const FEE = { home: cents(2_500), abroad: cents(4_500) } as const;

export interface WireOrder {
  readonly customerId: string;
  /** As it was heard. */
  readonly recipientName: string;
  readonly from: Exclude<OwnKind, 'credit_card'>;
  /** More than nothing, without the fee. */
  readonly amount: Cents;
}

export type WireRefusal =
  | RecipientRefusal
  | { readonly outcome: 'no_account' | 'closed_account' }
  /** Amount and fee are more than `available`. */
  | { readonly outcome: 'insufficient_funds'; readonly available: Cents; readonly fee: Cents }
  | { readonly outcome: 'over_limit'; readonly left: Cents };

interface Terms {
  readonly recipient: Recipient;
  readonly account: OwnAccount;
  readonly fee: Cents;
}

type JudgedWire = ({ readonly outcome: 'possible' } & Terms) | WireRefusal;

/** The account as it is afterwards. The same order of the same call is taken once. */
type InitiatedWire =
  | ({ readonly outcome: 'awaiting_release'; readonly reference: string } & Terms)
  | WireRefusal;

export interface Wires {
  /** Would it be taken? Nothing is changed. */
  judge(order: WireOrder): Promise<JudgedWire>;
  initiate(order: WireOrder & { readonly callId: string }): Promise<InitiatedWire>;
}

export function wires(database: Database, clock: Clock): Wires {
  return {
    judge: (order) => judge(database.tables<BankTables>(), order, clock.date()),
    initiate: (order) =>
      untilSettled(database, async (tx): Promise<InitiatedWire> => {
        const at = clock.date();
        const { customerId, from, amount, callId } = order;
        const found = await findRecipient(tx, customerId, order.recipientName);
        if (found.outcome !== 'found') return found;
        const { recipient } = found;
        const key = `wire:${callId}:${customerId}:${recipient.id}:${from}:${amount}`;
        const reference = await referenceOf(tx, 'wires', key);
        if (reference !== undefined) {
          const terms = { recipient, account: await source(tx, order), fee: feeTo(recipient) };
          return { outcome: 'awaiting_release', reference, ...terms };
        }
        const judged = await judge(tx, order, at);
        if (judged.outcome !== 'possible') return judged;
        const { account, fee } = judged;
        const total = cents(amount + fee);
        const posted = await postEntry(
          tx,
          {
            kind: 'wire',
            memo: 'Wire, awaiting release',
            idempotencyKey: key,
            postings: [
              { accountId: account.id, amount: cents(0 - total) },
              { accountId: INTERNAL.wires, amount: total },
            ],
          },
          at,
        );
        // The same order, at the same moment: its reference is there when we look again.
        if (posted !== 'posted') throw new Overtaken();
        await countToday(tx, { customerId, kind: 'wire', at }, amount);
        const terms = { recipient, account: await source(tx, order), fee };
        return {
          outcome: 'awaiting_release',
          reference: await write(tx, order, terms, key, at),
          ...terms,
        };
      }),
  };
}

type Tables = Pick<Transaction<BankTables>, 'selectFrom'>;

async function judge(tables: Tables, order: WireOrder, at: number): Promise<JudgedWire> {
  const { customerId, amount, from } = order;
  const found = await findRecipient(tables, customerId, order.recipientName);
  if (found.outcome !== 'found') return found;
  const { recipient } = found;
  const account = accountOf(await ownAccounts(tables, customerId), from);
  if (account === undefined) return { outcome: 'no_account' };
  if (!account.open) return { outcome: 'closed_account' };
  const { available } = account;
  const fee = feeTo(recipient);
  if (amount + fee > available) return { outcome: 'insufficient_funds', available, fee };
  const left = await leftToday(tables, { customerId, kind: 'wire', at });
  if (amount > left) return { outcome: 'over_limit', left };
  return { outcome: 'possible', recipient, account, fee };
}

function feeTo({ country }: Recipient): Cents {
  return country === HOME ? FEE.home : FEE.abroad;
}

async function source(tables: Tables, { customerId, from }: WireOrder): Promise<OwnAccount> {
  const account = accountOf(await ownAccounts(tables, customerId), from);
  if (account === undefined) throw new Error('The account of a wire is gone.');
  return account;
}

async function write(
  tx: Transaction<BankTables>,
  { customerId, amount, callId }: WireOrder & { readonly callId: string },
  { recipient, account, fee }: Terms,
  key: string,
  at: number,
): Promise<string> {
  const id = makeId('wir');
  const reference = await freshReference('WR', async (free) => {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('wires')
      .values({
        id,
        customer_id: customerId,
        recipient_id: recipient.id,
        account_id: account.id,
        amount_cents: amount,
        fee_cents: fee,
        status: 'awaiting_release',
        reference: free,
        idempotency_key: key,
        requested_at: at,
        call_id: callId,
      })
      .onConflict((taken) => taken.column('reference').doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  });
  await writeChange(tx, {
    at,
    callId,
    action: 'wire.initiated',
    subject: 'wires',
    subjectId: id,
    before: { balance: account.balance + amount + fee },
    after: { balance: account.balance, amount, fee, status: 'awaiting_release' },
  });
  return reference;
}
