/** What may be read of the bank: customers and cards, never a factor of their identity. */
import type { Database } from '#database/database.ts';
import type { Clock } from '#lib/clock.ts';
import type { BankTables, BlockReason, CardStatus } from './tables.ts';

export interface Customer {
  readonly id: string;
  readonly fullName: string;
  readonly firstName: string;
}

export interface Card {
  readonly id: string;
  readonly customerId: string;
  readonly kind: 'credit' | 'debit';
  readonly brand: string;
  readonly lastFour: string;
  /** As of today: one whose last day is over has expired, whatever was written when it was made. */
  readonly status: CardStatus;
  readonly blockedReason: BlockReason | null;
  readonly contactless: boolean;
}

interface CardSearch {
  readonly lastFour: string;
  /** Only this customer's. */
  readonly customerId?: string;
}

export interface BankReader {
  /** Whose number this is (E.164). It says who may be calling, not who is. */
  customerByPhone(phone: string): Promise<Customer | undefined>;
  customer(id: string): Promise<Customer | undefined>;
  /** Whatever their state; several, where customers share the last four digits. */
  cards(search: CardSearch): Promise<Card[]>;
}

export function bankReader(database: Database, clock: Clock): BankReader {
  const tables = database.tables<BankTables>();
  const customers = tables
    .selectFrom('customers')
    .select(['id', 'full_name as fullName', 'first_name as firstName']);
  return {
    customerByPhone: (phone) => customers.where('phone', '=', phone).executeTakeFirst(),
    customer: (id) => customers.where('id', '=', id).executeTakeFirst(),
    async cards({ lastFour, customerId }) {
      const rows = await tables
        .selectFrom('cards')
        .select([
          'id',
          'customer_id as customerId',
          'kind',
          'brand',
          'last_four as lastFour',
          'expires_on',
          'status',
          'blocked_reason as blockedReason',
          'contactless',
        ])
        .where('last_four', '=', lastFour)
        .$if(customerId !== undefined, (query) => query.where('customer_id', '=', customerId ?? ''))
        .orderBy('id')
        .execute();
      return rows.map(({ expires_on, status, contactless, ...card }) => ({
        ...card,
        status: statusOn(clock.date(), status, expires_on),
        contactless: contactless === 1,
      }));
    },
  };
}

/** @param at milliseconds since 1970. A card is good until the end of its last day; blocked it stays. */
export function statusOn(at: number, status: CardStatus, expiresOn: string): CardStatus {
  const over = expiresOn < new Date(at).toISOString().slice(0, 10);
  return over && status !== 'blocked' ? 'expired' : status;
}
