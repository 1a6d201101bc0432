/** A customer's way into online banking: unlocking it, and a link to choose a new password with. */
import { createHash, randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Database } from '#database/database.ts';
import type { Clock } from '#lib/clock.ts';
import { makeId } from '#lib/id.ts';
import { writeChange } from './changes.ts';
import type { BankTables } from './tables.ts';

const LINK_LIFE_MS = 30 * 60_000;
const LINK = 'https://online.bank.example/reset#';
const TOKEN_BYTES = 32;

type Channel = BankTables['outbox']['channel'];

interface AccessOrder {
  readonly customerId: string;
  readonly callId: string | null;
}

export interface OnlineAccess {
  /** undefined: the customer has none. */
  status(customerId: string): Promise<'active' | 'locked' | undefined>;
  /** Where a message would go. Not for the caller's ear. */
  address(customerId: string, channel: Channel): Promise<string>;
  /** Forgets the wrong passwords. */
  unlock(order: AccessOrder): Promise<'unlocked' | 'already_unlocked' | 'no_access'>;
  /** To the address on file; the link itself comes back to nobody. A link sent before ends. */
  sendResetLink(order: AccessOrder & { readonly channel: Channel }): Promise<'sent' | 'no_access'>;
}

export function onlineAccess(database: Database, clock: Clock): OnlineAccess {
  const tables = database.tables<BankTables>();
  return {
    async status(customerId) {
      return (await accessOf(tables, customerId))?.status;
    },
    address: (customerId, channel) => addressOf(tables, customerId, channel),
    unlock: ({ customerId, callId }) =>
      database.transaction<BankTables, 'unlocked' | 'already_unlocked' | 'no_access'>(
        async (tx) => {
          const before = await accessOf(tx, customerId);
          if (before === undefined) return 'no_access';
          const at = clock.date();
          const { numUpdatedRows } = await tx
            .updateTable('online_access')
            .set({ status: 'active', failed_count: 0, changed_at: at })
            .where('customer_id', '=', customerId)
            .where('status', '=', 'locked')
            .executeTakeFirst();
          if (numUpdatedRows === 0n) return 'already_unlocked';
          await writeChange(tx, {
            at,
            callId,
            action: 'access.unlocked',
            subject: 'online_access',
            subjectId: customerId,
            before,
            after: { status: 'active', failed_count: 0 },
          });
          return 'unlocked';
        },
      ),
    sendResetLink: ({ customerId, channel, callId }) =>
      database.transaction<BankTables, 'sent' | 'no_access'>(async (tx) => {
        if ((await accessOf(tx, customerId)) === undefined) return 'no_access';
        const at = clock.date();
        const token = randomBytes(TOKEN_BYTES).toString('base64url');
        const id = await replaceReset(tx, {
          customer_id: customerId,
          token_hash: createHash('sha256').update(token).digest('hex'),
          status: 'open',
          requested_at: at,
          expires_at: at + LINK_LIFE_MS,
          call_id: callId,
        });
        await tx
          .insertInto('outbox')
          .values({
            id: makeId('msg'),
            customer_id: customerId,
            channel,
            address: await addressOf(tx, customerId, channel),
            body: `Choose a new password within 30 minutes: ${LINK}${token}`,
            queued_at: at,
            call_id: callId,
          })
          .execute();
        await writeChange(tx, {
          at,
          callId,
          action: 'access.reset_link_sent',
          subject: 'password_resets',
          subjectId: id,
          before: {},
          after: { channel, expires_at: at + LINK_LIFE_MS },
        });
        return 'sent';
      }),
  };
}

type Tables = Pick<Transaction<BankTables>, 'selectFrom'>;

function accessOf(tables: Tables, customerId: string) {
  return tables
    .selectFrom('online_access')
    .select(['status', 'failed_count'])
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
}

async function addressOf(tables: Tables, customerId: string, channel: Channel): Promise<string> {
  const { email, phone } = await tables
    .selectFrom('customers')
    .select(['email', 'phone'])
    .where('id', '=', customerId)
    .executeTakeFirstOrThrow();
  return channel === 'email' ? email : phone;
}

/** @returns its id. Where another call sends one at the same moment, the later one counts. */
async function replaceReset(
  tx: Transaction<BankTables>,
  reset: Omit<BankTables['password_resets'], 'id'>,
): Promise<string> {
  const id = makeId('rst');
  for (;;) {
    await tx
      .updateTable('password_resets')
      .set({ status: 'replaced' })
      .where('customer_id', '=', reset.customer_id)
      .where('status', '=', 'open')
      .execute();
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('password_resets')
      .values({ id, ...reset })
      .onConflict((open) => open.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 1n) return id;
  }
}
