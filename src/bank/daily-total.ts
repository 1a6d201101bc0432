/** How much a customer has moved today, and that it stays within the limit however many calls there are. */
import type { Transaction } from 'kysely';
import { type Cents, cents } from '#lib/brand.ts';
import { Overtaken } from './overtaken.ts';
import type { BankTables } from './tables.ts';

/** Of all accounts of one customer together. */
export const DAILY_LIMIT = { transfer: cents(2_500_000), wire: cents(2_500_000) } as const;

interface Move {
  readonly customerId: string;
  readonly kind: keyof typeof DAILY_LIMIT;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export async function leftToday(
  tables: Pick<Transaction<BankTables>, 'selectFrom'>,
  { customerId, kind, at }: Move,
): Promise<Cents> {
  const today = await tables
    .selectFrom('daily_totals')
    .select('total_cents')
    .where('customer_id', '=', customerId)
    .where('kind', '=', kind)
    .where('day', '=', dayOf(at))
    .executeTakeFirst();
  return cents(DAILY_LIMIT[kind] - (today?.total_cents ?? 0));
}

/** @throws Overtaken where another call has used the limit up in between. */
export async function countToday(
  tx: Transaction<BankTables>,
  { customerId, kind, at }: Move,
  amount: Cents,
): Promise<void> {
  if (amount > DAILY_LIMIT[kind]) throw new Overtaken();
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('daily_totals')
    .values({ customer_id: customerId, kind, day: dayOf(at), total_cents: amount })
    .onConflict((begun) =>
      begun
        .columns(['customer_id', 'kind', 'day'])
        .doUpdateSet((total) => ({
          total_cents: total('daily_totals.total_cents', '+', amount),
        }))
        .where((total) =>
          total(total('daily_totals.total_cents', '+', amount), '<=', DAILY_LIMIT[kind]),
        ),
    )
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) throw new Overtaken();
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
