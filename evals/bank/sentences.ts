/** What happened to the bank, in sentences that scripts expect: "card 4829 blocked, lost". Pure. */
import { type Movement, accountName, dollars, movements, unexplained } from './money.ts';
import type { BankState, Row, RowChange } from './state.ts';

interface Told {
  readonly sentence: string;
  /** The journal entry that belongs to it, and what it must have moved. */
  readonly entry?: { readonly key: unknown; readonly moves: Movement };
}
type Tell = (after: Row, state: BankState, before: Row | undefined) => Told | string | undefined;

/** Kept about every call or beside another row; changing nothing for anybody by themselves. */
const WITNESSES = new Set(['identity_attempts', 'changes', 'daily_totals', 'password_resets']);
/** Told as money. */
const LEDGER = new Set(['accounts', 'journal_entries', 'postings']);

/** What no rule knows is told row by row: it can never be what a script expects. */
const TELLS: Readonly<Record<string, Tell>> = {
  cards: (after, _, before) => {
    const card = `card ${text(after['last_four'])}`;
    const what = changedColumns(before, after).join();
    if (what.startsWith('status') && after['status'] === 'blocked')
      return `${card} blocked, ${text(after['blocked_reason'])}`;
    if (what === 'status,activated_at' && after['status'] === 'active') return `${card} activated`;
    if (what === 'contactless') return contactlessOn(card, after);
    return what === 'status,activated_at,contactless'
      ? `${card} activated; ${contactlessOn(card, after)}`
      : undefined;
  },
  card_orders: (after, state) =>
    `replacement for card ${column(state, 'cards', after['card_id'], 'last_four')} ordered`,
  online_access: (after, _, before) =>
    before?.['status'] === 'locked' && after['status'] === 'active'
      ? 'online access unlocked'
      : undefined,
  outbox: (after) => `reset link sent by ${text(after['channel'])}`,
  transfers: (after, state) => {
    const [from, to, amount] = [
      after['from_account_id'],
      after['to_account_id'],
      Number(after['amount_cents']),
    ];
    return {
      sentence: `${dollars(amount)} moved from ${accountName(state, from)} to ${accountName(state, to)}`,
      entry: {
        key: after['idempotency_key'],
        moves: new Map([
          [String(from), -amount],
          [String(to), amount],
        ]),
      },
    };
  },
  wires: (after, state) => {
    const { amount_cents: amount, fee_cents: fee, account_id: from, status } = after;
    const who = column(state, 'recipients', after['recipient_id'], 'name');
    const what = status === 'awaiting_release' ? 'awaits release' : text(status);
    return {
      sentence: `wire of ${dollars(amount)} to ${who} from ${accountName(state, from)} ${what}`,
      entry: {
        key: after['idempotency_key'],
        moves: new Map([[String(from), -Number(amount) - Number(fee)]]),
      },
    };
  },
  disputes: (after, state) => {
    const paid = state.get('card_transactions')?.get(String(after['transaction_id']));
    return `${dollars(paid?.['amount_cents'])} at ${text(paid?.['merchant'])} disputed, ${text(after['reason'])}`;
  },
  limit_requests: (after, state) =>
    `limit of ${dollars(after['new_limit_cents'])} for card ${column(state, 'cards', after['card_id'], 'last_four')}` +
    ` requested, income ${dollars(after['annual_income_cents'])}`,
};

/** @param state as it stands after the changes */
export function sentencesOf(changes: readonly RowChange[], state: BankState): string[] {
  const money = movements(changes);
  const told = changes
    .filter(({ table }) => !WITNESSES.has(table) && !LEDGER.has(table))
    .map((change): Told => {
      const { table, before, after } = change;
      const tells = after && TELLS[table]?.(after, state, before);
      return typeof tells === 'string'
        ? { sentence: tells }
        : (tells ?? { sentence: plainly(change) });
    });
  const sentences = told.map(({ sentence, entry }) => {
    if (entry === undefined) return sentence;
    const moved = money.get(String(entry.key));
    money.delete(String(entry.key));
    return isAsSaid(entry.moves, moved) ? sentence : `${sentence}, but the ledger says otherwise`;
  });
  const credited = told.some(({ sentence }) => sentence.includes('disputed'));
  for (const [key, moved] of money)
    if (!(credited && /dispute/.test(key))) sentences.push(inLedger(moved, state));
  return [
    ...sentences.flatMap((one) => one.split('; ')),
    ...unexplained(changes).map(plainly),
  ].toSorted();
}

function contactlessOn(card: string, after: Row): string {
  return `contactless on ${card} switched ${after['contactless'] === 1 ? 'on' : 'off'}`;
}

/** The customers' sides are told; the bank's own account takes or gives the rest. */
function isAsSaid(said: Movement, moved: Movement | undefined): boolean {
  return (
    moved !== undefined && [...said].every(([account, amount]) => moved.get(account) === amount)
  );
}

function inLedger(moved: Movement, state: BankState): string {
  const sides = [...moved].map(
    ([account, amount]) => `${accountName(state, account)} ${dollars(amount)}`,
  );
  return `ledger: ${sides.join(', ')}`;
}

function plainly({ table, key, before, after }: RowChange): string {
  if (before === undefined) return `${table}: new row ${JSON.stringify(after)}`;
  if (after === undefined) return `${table}: row ${key} is gone`;
  const columns = changedColumns(before, after).map(
    (name) => `${name} ${text(before[name])} → ${text(after[name])}`,
  );
  return `${table}: ${key}: ${columns.join(', ')}`;
}

function changedColumns(before: Row | undefined, after: Row): string[] {
  return Object.keys(after).filter((name) => before?.[name] !== after[name]);
}

function column(state: BankState, table: string, key: unknown, name: string): string {
  return text(state.get(table)?.get(String(key))?.[name]);
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : JSON.stringify(value);
}
