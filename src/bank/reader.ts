/** What may be read of the bank: customers and cards, never a factor of their identity. */
import type { Database } from '#database/database.ts';
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
  readonly status: CardStatus;
  readonly blockedReason: BlockReason | null;
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

export function bankReader(database: Database): BankReader {
  const tables = database.tables<BankTables>();
  const customers = tables
    .selectFrom('customers')
    .select(['id', 'full_name as fullName', 'first_name as firstName']);
  return {
    customerByPhone: (phone) => customers.where('phone', '=', phone).executeTakeFirst(),
    customer: (id) => customers.where('id', '=', id).executeTakeFirst(),
    cards: ({ lastFour, customerId }) =>
      tables
        .selectFrom('cards')
        .select([
          'id',
          'customer_id as customerId',
          'kind',
          'brand',
          'last_four as lastFour',
          'status',
          'blocked_reason as blockedReason',
        ])
        .where('last_four', '=', lastFour)
        .$if(customerId !== undefined, (query) => query.where('customer_id', '=', customerId ?? ''))
        .orderBy('id')
        .execute(),
  };
}
