/** The bank's tables. Dates are `YYYY-MM-DD`, times are milliseconds since 1970, money is whole cents. */
import type { Generated } from 'kysely';
import type { Cents } from '#lib/brand.ts';
import type { CardActivityTables } from './card-activity-tables.ts';
import type { LoanTables } from './loan-tables.ts';
import type { ServiceTables } from './service-tables.ts';

export type AccountKind = 'checking' | 'savings' | 'credit_card' | 'loan' | 'mortgage' | 'internal';
export type CardStatus = 'inactive' | 'active' | 'blocked' | 'expired';
export type BlockReason = 'lost' | 'stolen' | 'damaged';

export interface BankTables extends ServiceTables, LoanTables, CardActivityTables {
  customers: {
    id: string;
    full_name: string;
    first_name: string;
    date_of_birth: string;
    /** E.164. */
    phone: string;
    email: string;
    created_at: number;
  };
  identity_factors: { customer_id: string; kind: 'pin'; hash: string; changed_at: number };
  identity_attempts: {
    id: string;
    /** null where no card with these digits exists. */
    customer_id: string | null;
    call_id: string | null;
    factor: 'pin' | 'date_of_birth';
    outcome: 'passed' | 'failed';
    at: number;
  };
  accounts: {
    id: string;
    /** null for the bank's own accounts. */
    customer_id: string | null;
    kind: AccountKind;
    number: string;
    status: 'open' | 'closed';
    /** What the bank owes (positive) or is owed (negative); always the sum of the postings. */
    balance_cents: Cents;
    /** The balance may not fall below this. null: no floor. */
    floor_cents: Cents | null;
    opened_at: number;
  };
  cards: {
    id: string;
    customer_id: string;
    account_id: string;
    kind: 'credit' | 'debit';
    brand: string;
    last_four: string;
    expires_on: string;
    status: CardStatus;
    blocked_reason: BlockReason | null;
    blocked_at: number | null;
    activated_at: number | null;
    contactless: Generated<0 | 1>;
  };
  card_orders: {
    id: string;
    card_id: string;
    tracking_id: string;
    status: 'ordered' | 'delivered' | 'cancelled';
    ordered_at: number;
    deliver_on: string;
    call_id: string | null;
  };
  journal_entries: {
    id: string;
    kind: string;
    memo: string;
    posted_at: number;
    /** The same key is posted once. */
    idempotency_key: string;
  };
  postings: { entry_id: string; line: number; account_id: string; amount_cents: Cents };
  changes: {
    id: string;
    at: number;
    call_id: string | null;
    action: string;
    subject: string;
    subject_id: string;
    before_json: string;
    after_json: string;
  };
  /** One row: from which customers the bank was filled. */
  seeds: { id: string; fingerprint: string; filled_at: number };
}
