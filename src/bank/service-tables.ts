/** The tables of what customers ask for: online access, transfers, wires. Units as in `tables.ts`. */
import type { Cents } from '#lib/brand.ts';

export interface ServiceTables {
  online_access: {
    customer_id: string;
    status: 'active' | 'locked';
    /** Wrong passwords in a row. */
    failed_count: number;
    changed_at: number;
  };
  password_resets: {
    id: string;
    customer_id: string;
    /** SHA-256 of the token, which is in the customer's message and nowhere else. */
    token_hash: string;
    /** One open reset per customer: a new link ends the one before. */
    status: 'open' | 'replaced' | 'used';
    requested_at: number;
    expires_at: number;
    call_id: string | null;
  };
  /** Messages until whoever delivers them takes them out: they hold links that open an account. */
  outbox: {
    id: string;
    customer_id: string;
    channel: 'email' | 'text';
    address: string;
    body: string;
    queued_at: number;
    call_id: string | null;
  };
  transfers: {
    id: string;
    customer_id: string;
    from_account_id: string;
    to_account_id: string;
    amount_cents: Cents;
    reference: string;
    /** That of its journal entry. */
    idempotency_key: string;
    at: number;
    call_id: string | null;
  };
  /** What a customer has moved on one day; the limits are kept here. */
  daily_totals: {
    customer_id: string;
    kind: 'transfer' | 'wire';
    /** UTC. */
    day: string;
    total_cents: Cents;
  };
  /** Whom a customer may send wires to: saved in the branch or online, never by phone. */
  recipients: {
    id: string;
    customer_id: string;
    name: string;
    bank: string;
    country: string;
    account_number: string;
    saved_at: number;
  };
  wires: {
    id: string;
    customer_id: string;
    recipient_id: string;
    account_id: string;
    amount_cents: Cents;
    fee_cents: Cents;
    /** A specialist releases or cancels it; until then the money waits in the bank's own account. */
    status: 'awaiting_release' | 'released' | 'cancelled';
    reference: string;
    idempotency_key: string;
    requested_at: number;
    call_id: string | null;
  };
}
