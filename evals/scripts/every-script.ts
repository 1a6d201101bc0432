/** Every simulated caller, scenario by scenario. */
import { agents } from '#agents/agent.ts';
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

const ALL: readonly Part[] = [
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

/** Those whom an agent answers. */
export const PARTS: readonly Part[] = ALL.filter(({ scenario }) =>
  agents.some(({ id }) => id === (scenario || 'freeform')),
);
