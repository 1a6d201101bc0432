/** How a contact centre's month looks: when people call, what about, and how it ends. Plain data. */
import type { EscalationKind } from '#record/metrics/escalation-kind.ts';
import type { Outcome } from '#record/tables.ts';

export interface Pattern {
  readonly id: string;
  /** How often, against the others. */
  readonly weight: number;
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  readonly reasons: Readonly<Partial<Record<EscalationKind, number>>>;
  /** Seconds: the middle of its calls. */
  readonly seconds: number;
  /** How likely the same caller is back within the week about it. */
  readonly comesBack: number;
  readonly tools: readonly string[];
}

const HELPED = { contained: 82, escalated: 9, refused: 4, abandoned: 4, failed: 1 };
const PASSED_ON = { escalated: 78, abandoned: 12, contained: 8, failed: 2 };
const USUAL = { asked_for_person: 5, identity_failed: 3, not_understood: 2, upset: 1 };
const SPECIALIST = { specialist: 30, asked_for_person: 3, identity_failed: 1, upset: 1 };

export const PATTERNS: readonly Pattern[] = [
  scenario('block-card', 18, HELPED, USUAL, 118, 0.03, ['block_card', 'order_replacement']),
  scenario('loan-balance', 11, HELPED, USUAL, 96, 0.06, ['check_loan_balance', 'calculate_payoff']),
  scenario('dispute', 12, { ...HELPED, escalated: 21 }, USUAL, 171, 0.14, [
    'get_transaction_details',
    'file_dispute',
  ]),
  scenario('restructure', 5, PASSED_ON, SPECIALIST, 205, 0.05, ['get_account_details']),
  scenario('reset-password', 16, HELPED, { ...USUAL, identity_failed: 7 }, 84, 0.11, [
    'send_reset_link',
    'unlock_account',
  ]),
  scenario('activate-card', 10, HELPED, USUAL, 71, 0.02, ['activate_card', 'enable_contactless']),
  scenario('transfer-funds', 13, HELPED, USUAL, 109, 0.04, ['check_balance', 'transfer_funds']),
  scenario('credit-limit', 6, PASSED_ON, SPECIALIST, 162, 0.04, [
    'check_credit_score',
    'request_limit_increase',
  ]),
  scenario('mortgage-rate', 4, PASSED_ON, SPECIALIST, 188, 0.03, [
    'get_mortgage_details',
    'check_rates',
  ]),
  scenario('wire-transfer', 5, PASSED_ON, SPECIALIST, 176, 0.05, [
    'verify_recipient',
    'initiate_wire',
  ]),
];

/** Calls of an hour against the others: quiet nights, a morning peak, a lower one after work. */
export const HOURS = [
  2, 1, 1, 1, 1, 3, 8, 20, 42, 60, 66, 58, 47, 50, 54, 50, 46, 48, 40, 28, 18, 12, 8, 4,
];
/** From Monday on. */
export const WEEKDAYS = [1.25, 1.08, 1, 0.98, 1.05, 0.55, 0.4];

export const PROVIDERS = [
  { id: 'embedded', mode: 'local', weight: 45, latencyMs: 620, usdPerMinute: 0 },
  { id: 'azure', mode: 'ai', weight: 40, latencyMs: 780, usdPerMinute: 0.11 },
  { id: 'openai', mode: 'ai', weight: 15, latencyMs: 740, usdPerMinute: 0.12 },
] as const;

function scenario(
  id: string,
  weight: number,
  outcomes: Pattern['outcomes'],
  reasons: Pattern['reasons'],
  seconds: number,
  comesBack: number,
  tools: readonly string[],
): Pattern {
  return { id, weight, outcomes, reasons, seconds, comesBack, tools };
}
