/** What new journal entries did to whose accounts; and whether balances moved by anything else. Pure. */
import type { BankState, Row, RowChange } from './state.ts';

/** Cents by account, of one new entry. */
export type Movement = ReadonlyMap<string, number>;

/** New entries by their idempotency key. */
export function movements(changes: readonly RowChange[]): Map<string, Movement> {
  const keys = new Map<string, string>();
  for (const { after } of added(changes, 'journal_entries'))
    keys.set(String(after['id']), String(after['idempotency_key']));
  const found = new Map<string, Map<string, number>>();
  for (const key of keys.values()) found.set(key, new Map());
  for (const { after } of added(changes, 'postings')) {
    const entry = found.get(keys.get(String(after['entry_id'])) ?? '');
    const account = String(after['account_id']);
    entry?.set(account, (entry.get(account) ?? 0) + Number(after['amount_cents']));
  }
  return found;
}

/** Accounts whose balance is not what it was with the new postings. */
export function unexplained(changes: readonly RowChange[]): RowChange[] {
  const posted = new Map<string, number>();
  for (const { after } of added(changes, 'postings')) {
    const account = String(after['account_id']);
    posted.set(account, (posted.get(account) ?? 0) + Number(after['amount_cents']));
  }
  return changes.filter(({ table, key, before, after }) => {
    if (table !== 'accounts' || !before || !after) return table === 'accounts';
    const rest = {
      ...after,
      balance_cents: Number(after['balance_cents']) - (posted.get(key) ?? 0),
    };
    return (
      JSON.stringify(rest) !==
      JSON.stringify({ ...before, balance_cents: Number(before['balance_cents']) })
    );
  });
}

function added(
  changes: readonly RowChange[],
  table: string,
): { readonly key: string; readonly after: Row }[] {
  return changes.flatMap(({ table: its, key, before, after }) =>
    its === table && before === undefined && after !== undefined ? [{ key, after }] : [],
  );
}

/** "$1,200.00" */
export function dollars(amountCents: unknown): string {
  const amount = Number(amountCents) / 100;
  return amount.toLocaleString('en-US', { style: 'currency', currency: 'USD' });
}

/** "checking", "credit card"; "the bank" for its own. */
export function accountName(state: BankState, accountId: unknown): string {
  const account = state.get('accounts')?.get(String(accountId));
  if (account === undefined || account['customer_id'] === null) return 'the bank';
  return String(account['kind']).replaceAll('_', ' ');
}
