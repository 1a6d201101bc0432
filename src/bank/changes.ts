/** The audit: what was changed, from what to what, in which call. Written with the change or not at all. */
import type { Transaction } from 'kysely';
import { makeId } from '#lib/id.ts';
import type { BankTables } from './tables.ts';

export interface Change {
  readonly at: number;
  readonly callId: string | null;
  /** `card.blocked`, `card.replacement_ordered`, … */
  readonly action: string;
  readonly subject: keyof BankTables;
  readonly subjectId: string;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

export async function writeChange(tx: Transaction<BankTables>, change: Change): Promise<void> {
  const { at, callId, action, subject, subjectId, before, after } = change;
  await tx
    .insertInto('changes')
    .values({
      id: makeId('chg'),
      at,
      call_id: callId,
      action,
      subject,
      subject_id: subjectId,
      before_json: JSON.stringify(before),
      after_json: JSON.stringify(after),
    })
    .execute();
}
