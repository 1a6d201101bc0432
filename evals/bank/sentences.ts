/** What happened to the bank, in sentences that scripts expect: "card 4829 blocked, lost". Pure. */
import type { BankState, Row, RowChange } from './state.ts';

type Tell = (change: RowChange, state: BankState) => string | undefined;

/** Kept about every call and changing nothing for anybody. */
const WITNESSES = new Set(['identity_attempts', 'changes']);

/** What no rule knows is told row by row: it can never be what a script expects. */
const TELLS: Readonly<Record<string, Tell>> = {
  cards: ({ before, after }) =>
    isOnly(before, after, ['status', 'blocked_reason', 'blocked_at']) &&
    after?.['status'] === 'blocked'
      ? `card ${text(after['last_four'])} blocked, ${text(after['blocked_reason'])}`
      : undefined,
  card_orders: ({ before, after }, state) =>
    before === undefined && after?.['status'] === 'ordered'
      ? `replacement for card ${of(state, 'cards', after['card_id'], 'last_four')} ordered`
      : undefined,
};

/** @param state as it stands after the changes */
export function sentencesOf(changes: readonly RowChange[], state: BankState): string[] {
  return changes
    .filter(({ table }) => !WITNESSES.has(table))
    .map((change) => TELLS[change.table]?.(change, state) ?? plainly(change))
    .toSorted();
}

function plainly({ table, key, before, after }: RowChange): string {
  if (before === undefined) return `${table}: new row ${JSON.stringify(after)}`;
  if (after === undefined) return `${table}: row ${key} is gone`;
  const columns = changedColumns(before, after).map(
    (column) => `${column} ${text(before[column])} → ${text(after[column])}`,
  );
  return `${table}: ${key}: ${columns.join(', ')}`;
}

function changedColumns(before: Row, after: Row): string[] {
  return Object.keys({ ...before, ...after }).filter((column) => before[column] !== after[column]);
}

function isOnly(
  before: Row | undefined,
  after: Row | undefined,
  columns: readonly string[],
): boolean {
  if (before === undefined || after === undefined) return false;
  return changedColumns(before, after).every((column) => columns.includes(column));
}

function of(state: BankState, table: string, key: unknown, column: string): string {
  return text(state.get(table)?.get(String(key))?.[column]);
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : JSON.stringify(value);
}
