/** Every simulated caller, scenario by scenario. */
import type { Part } from '../caller/script.ts';
import { activateCard } from './activate-card.ts';
import { blockCard } from './block-card.ts';
import { creditLimit } from './credit-limit.ts';
import { dispute } from './dispute.ts';
import { freeform } from './freeform.ts';
import { loanBalance } from './loan-balance.ts';
import { mortgageRate } from './mortgage-rate.ts';
import { resetPassword } from './reset-password.ts';
import { restructure } from './restructure.ts';
import { transferFunds } from './transfer-funds.ts';
import { wireTransfer } from './wire-transfer.ts';

export const PARTS: readonly Part[] = [
  blockCard,
  loanBalance,
  dispute,
  restructure,
  resetPassword,
  activateCard,
  transferFunds,
  creditLimit,
  mortgageRate,
  wireTransfer,
  freeform,
];
