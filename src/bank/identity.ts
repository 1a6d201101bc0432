/** Who is calling: the last four digits of a card, and a date of birth or a PIN that belongs to it. */
import type { Database } from '#database/database.ts';
import type { Clock } from '#lib/clock.ts';
import { makeId } from '#lib/id.ts';
import type { Customer } from './reader.ts';
import { NO_SECRET, equalText, matchesSecret } from './secret.ts';
import type { BankTables } from './tables.ts';

/** The call gives three attempts; this many in a row, over all calls of a day, close the door for that day. */
const FAILURES_BEFORE_LOCK = 10;
const LOCK_WINDOW_MS = 24 * 3_600_000;

interface Claim {
  readonly lastFour: string;
  /** `YYYY-MM-DD`. Whatever is given must be right. */
  readonly dateOfBirth?: string;
  readonly pin?: string;
  /** Whose phone the call seems to come from: settles whose card it is, where several end alike. */
  readonly phone?: string;
  readonly callId: string | null;
}

export type Verification =
  | { readonly outcome: 'verified'; readonly customer: Customer }
  /** No such card, or it and the factor do not belong together: the caller is not told which. */
  | { readonly outcome: 'no_match' }
  /** Several customers fit. */
  | { readonly outcome: 'ambiguous' }
  | { readonly outcome: 'locked' };

export interface IdentityChecker {
  verify(claim: Claim): Promise<Verification>;
}

interface Candidate extends Customer {
  readonly dateOfBirth: string;
  readonly phone: string;
  readonly pinHash: string | null;
}

export function identityChecker(database: Database, clock: Clock): IdentityChecker {
  const tables = database.tables<BankTables>();

  /** Whatever the state of the card: those whose card is blocked, or not yet active, call about it. */
  const holdersOf = (lastFour: string): Promise<Candidate[]> =>
    tables
      .selectFrom('customers')
      .leftJoin('identity_factors', (join) =>
        join.onRef('identity_factors.customer_id', '=', 'customers.id').on('kind', '=', 'pin'),
      )
      .select([
        'customers.id',
        'full_name as fullName',
        'first_name as firstName',
        'date_of_birth as dateOfBirth',
        'phone',
        'hash as pinHash',
      ])
      .where('customers.id', 'in', (cards) =>
        cards.selectFrom('cards').select('customer_id').where('last_four', '=', lastFour),
      )
      .orderBy('customers.id')
      .execute();

  const isLocked = async (customerId: string): Promise<boolean> => {
    const latest = await tables
      .selectFrom('identity_attempts')
      .select('outcome')
      .where('customer_id', '=', customerId)
      .where('at', '>', clock.date() - LOCK_WINDOW_MS)
      .orderBy('at', 'desc')
      .limit(FAILURES_BEFORE_LOCK)
      .execute();
    return (
      latest.length === FAILURES_BEFORE_LOCK && latest.every(({ outcome }) => outcome === 'failed')
    );
  };

  const remember = async (
    claim: Claim,
    customerIds: readonly (string | null)[],
    outcome: 'passed' | 'failed',
  ) => {
    const factor = claim.pin === undefined ? 'date_of_birth' : 'pin';
    const row = { call_id: claim.callId, factor, outcome, at: clock.date() } as const;
    await tables
      .insertInto('identity_attempts')
      .values(customerIds.map((customer_id) => ({ id: makeId('att'), customer_id, ...row })))
      .execute();
  };

  return {
    async verify(claim) {
      const holders = await holdersOf(claim.lastFour);
      const fitting: Candidate[] = [];
      for (const holder of holders) if (await fits(claim, holder)) fitting.push(holder);
      // A card that does not exist must not be answered sooner than one that does.
      if (holders.length === 0) await fits(claim, NOBODY);

      const locked = await Promise.all(holders.map(({ id }) => isLocked(id)));
      if (locked.length > 0 && locked.every(Boolean)) return { outcome: 'locked' };
      if (fitting.length === 0) {
        const ids = holders.map(({ id }) => id);
        await remember(claim, ids.length === 0 ? [null] : ids, 'failed');
        return { outcome: 'no_match' };
      }
      const atHome = fitting.filter(({ phone }) => phone === claim.phone);
      const [found, ...others] = atHome.length === 1 ? atHome : fitting;
      if (found === undefined || others.length > 0) return { outcome: 'ambiguous' };
      if (await isLocked(found.id)) return { outcome: 'locked' };
      await remember(claim, [found.id], 'passed');
      const { id, fullName, firstName } = found;
      return { outcome: 'verified', customer: { id, fullName, firstName } };
    },
  };
}

const NOBODY = { dateOfBirth: '0000-00-00', pinHash: NO_SECRET };

async function fits(
  { dateOfBirth, pin }: Claim,
  holder: Pick<Candidate, 'dateOfBirth' | 'pinHash'>,
): Promise<boolean> {
  if (dateOfBirth === undefined && pin === undefined) return false;
  const bornThen = dateOfBirth === undefined || equalText(dateOfBirth, holder.dateOfBirth);
  const knowsPin = pin === undefined || (await matchesSecret(pin, holder.pinHash ?? NO_SECRET));
  return bornThen && knowsPin;
}
