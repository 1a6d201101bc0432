/** The bank's tables of what was paid by card, what was disputed of it, and of credit. */
import type { Cents } from '#lib/brand.ts';

export type DisputeReason = 'unauthorized' | 'duplicate' | 'wrong_amount' | 'not_received';

export interface CardActivityTables {
  card_transactions: {
    id: string;
    /** Short, for people: "TX-41207". */
    reference: string;
    card_id: string;
    /** That of its journal entry. */
    idempotency_key: string;
    merchant: string;
    amount_cents: Cents;
    made_on: string;
  };
  disputes: {
    id: string;
    /** "DP-482913". */
    reference: string;
    /** A transaction is disputed once. */
    transaction_id: string;
    customer_id: string;
    reason: DisputeReason;
    status: 'open';
    /** Given back until it is decided; nothing where the merchant is asked first. */
    credited_cents: Cents;
    decided_by: string;
    opened_at: number;
    call_id: string | null;
  };
  credit_scores: { customer_id: string; scored_on: string; score: number };
  limit_requests: {
    id: string;
    /** "LR-482913". */
    reference: string;
    customer_id: string;
    card_id: string;
    account_id: string;
    current_limit_cents: Cents;
    new_limit_cents: Cents;
    annual_income_cents: Cents;
    status: 'awaiting_specialist';
    requested_at: number;
    call_id: string | null;
  };
}
