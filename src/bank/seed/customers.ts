/** All customers, and the seed's part that makes them known: who they are and what proves it. */
import { DEMO_CALLERS } from './demo-callers.ts';
import { FURTHER_CUSTOMERS } from './further-customers.ts';
import type { SeedPart } from './part.ts';
import { OPENED_AT, type SeedCustomer, customerIdOf, slugOf } from './shape.ts';

export const CUSTOMERS: readonly SeedCustomer[] = [...DEMO_CALLERS, ...FURTHER_CUSTOMERS];

export const customersPart: SeedPart = {
  tables: ['customers', 'identity_factors', 'identity_attempts', 'changes'],
  data: CUSTOMERS,
  async fill(tx, { pinHashes }) {
    await tx
      .insertInto('customers')
      .values(
        CUSTOMERS.map(({ name, born, phone }) => ({
          id: customerIdOf(name),
          full_name: name,
          first_name: name.split(' ')[0] ?? name,
          date_of_birth: born,
          phone,
          email: `${slugOf(name).replaceAll('_', '.')}@example.com`,
          created_at: OPENED_AT,
        })),
      )
      .execute();
    await tx
      .insertInto('identity_factors')
      .values(
        CUSTOMERS.map(({ name }) => ({
          customer_id: customerIdOf(name),
          kind: 'pin' as const,
          hash: pinHashes.get(name) ?? '',
          changed_at: OPENED_AT,
        })),
      )
      .execute();
  },
};
