/** The phrases of all ten scenarios: what may be said in a call without a scenario. */
import { ACTIVATE_CARD_PHRASES } from '#agents/phrases/activate-card.ts';
import { BLOCK_CARD_PHRASES } from '#agents/phrases/block-card.ts';
import { CREDIT_LIMIT_PHRASES } from '#agents/phrases/credit-limit.ts';
import { DISPUTE_PHRASES } from '#agents/phrases/dispute.ts';
import { LOAN_BALANCE_PHRASES } from '#agents/phrases/loan-balance.ts';
import { MORTGAGE_RATE_PHRASES } from '#agents/phrases/mortgage-rate.ts';
import { RESET_PASSWORD_PHRASES } from '#agents/phrases/reset-password.ts';
import { RESTRUCTURE_PHRASES } from '#agents/phrases/restructure.ts';
import { TRANSFER_FUNDS_PHRASES } from '#agents/phrases/transfer-funds.ts';
import { WIRE_TRANSFER_PHRASES } from '#agents/phrases/wire-transfer.ts';
import { joinPhrasebooks } from '#engine/language/languages.ts';
import type { Phrasebook } from '#engine/recognizer.ts';

export const ALL_PHRASES: Phrasebook = joinPhrasebooks([
  ACTIVATE_CARD_PHRASES,
  BLOCK_CARD_PHRASES,
  CREDIT_LIMIT_PHRASES,
  DISPUTE_PHRASES,
  LOAN_BALANCE_PHRASES,
  MORTGAGE_RATE_PHRASES,
  RESET_PASSWORD_PHRASES,
  RESTRUCTURE_PHRASES,
  TRANSFER_FUNDS_PHRASES,
  WIRE_TRANSFER_PHRASES,
]);
