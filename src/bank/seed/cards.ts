/** The seed's part for cards. */
import type { Insertable } from 'kysely';
import type { BankTables } from '#bank/tables.ts';
import { CUSTOMERS } from './customers.ts';
import type { SeedPart } from './part.ts';
import { OPENED_AT, accountIdOf, cardIdOf, customerIdOf } from './shape.ts';

export const cardsPart: SeedPart = {
  tables: ['cards', 'card_orders'],
  // They are written with the customers, whose part holds them.
  data: [],
  async fill(tx) {
    const cards = CUSTOMERS.flatMap(({ name, accounts }) =>
      accounts.flatMap(({ kind, name: account = kind, cards: theirs = [] }) =>
        theirs.map((card): Insertable<BankTables['cards']> => ({
          id: cardIdOf(name, card.lastFour),
          customer_id: customerIdOf(name),
          account_id: accountIdOf(name, account),
          kind: card.kind,
          brand: card.brand,
          last_four: card.lastFour,
          expires_on: card.expiresOn,
          status: card.status ?? 'active',
          blocked_reason: card.blockedReason ?? null,
          blocked_at: card.blockedReason === undefined ? null : OPENED_AT,
          activated_at: card.status === 'inactive' ? null : OPENED_AT,
          // One that has never been used is sent with contactless off.
          contactless: card.status === 'inactive' || card.contactless === false ? 0 : 1,
        })),
      ),
    );
    await tx.insertInto('cards').values(cards).execute();
  },
};
