/** The seed's part for online access, transfers and wires: who is locked out, and whom one may send money to. */
import { CUSTOMERS } from './customers.ts';
import type { SeedPart } from './part.ts';
import { OPENED_AT, customerIdOf, slugOf } from './shape.ts';

/** After five wrong passwords. */
const LOCKED_OUT = ['Oliver Novak', 'Nadia Haidari'];

/** `ours`: the account is one of the customer's own, at this bank. */
const RECIPIENTS = [
  {
    of: 'Yuki Tanaka',
    name: 'Maria Lopez',
    bank: 'Banco Litoral',
    country: 'Spain',
    account: 'ES7900490001502511337402',
  },
  {
    of: 'Yuki Tanaka',
    name: 'Anna Schmidt',
    bank: 'Hansebank',
    country: 'Germany',
    account: 'DE89370400440532013000',
  },
  {
    of: 'James Whitfield',
    name: 'Robert Whitfield',
    bank: 'Lakeside Credit Union',
    country: 'United States',
    account: '4410027735',
  },
  {
    of: 'Emma Carter',
    name: 'Olivia Carter',
    bank: 'Banque du Lac',
    country: 'France',
    account: 'FR7630006000011234567890189',
  },
  {
    of: 'Elena Petrova',
    name: 'Anna Petrova',
    bank: 'Royal Maple Bank',
    country: 'Canada',
    account: '000312345678',
  },
  {
    of: 'Elena Petrova',
    name: 'Anna Ivanova',
    bank: 'Banco Litoral',
    country: 'Spain',
    account: 'ES2114650100722030876293',
  },
  {
    // Her own savings account here, saved as if it were somebody else's.
    of: 'Elena Petrova',
    name: 'Holiday Fund',
    bank: 'Northwind Bank',
    country: 'United States',
    account: '73004321',
  },
] as const;

export const servicesPart: SeedPart = {
  tables: [
    'online_access',
    'password_resets',
    'outbox',
    'transfers',
    'daily_totals',
    'recipients',
    'wires',
  ],
  data: [LOCKED_OUT, RECIPIENTS],
  async fill(tx) {
    await tx
      .insertInto('online_access')
      .values(
        CUSTOMERS.map(({ name }) => {
          const locked = LOCKED_OUT.includes(name);
          return {
            customer_id: customerIdOf(name),
            status: locked ? ('locked' as const) : ('active' as const),
            failed_count: locked ? 5 : 0,
            changed_at: OPENED_AT,
          };
        }),
      )
      .execute();
    await tx
      .insertInto('recipients')
      .values(
        RECIPIENTS.map(({ of, name, bank, country, account }) => ({
          id: `rcp_${slugOf(of)}_${slugOf(name)}`,
          customer_id: customerIdOf(of),
          name,
          bank,
          country,
          account_number: account,
          saved_at: OPENED_AT,
        })),
      )
      .execute();
  },
};
