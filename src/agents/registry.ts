/** Every scenario, in the order in which the page shows them. */
import { activateCard } from './activate-card.ts';
import { blockCard } from './block-card.ts';
import { creditLimit } from './credit-limit.ts';
import { dispute } from './dispute.ts';
import { freeformOf } from './freeform.ts';
import { loanBalance } from './loan-balance.ts';
import { makeAgent } from './make-agent.ts';
import { mortgageRate } from './mortgage-rate.ts';
import { resetPassword } from './reset-password.ts';
import { restructure } from './restructure.ts';
import { transferFunds } from './transfer-funds.ts';
import { wireTransfer } from './wire-transfer.ts';
import type { Agent, Scenario } from './scenario.ts';

const SCENARIOS: readonly Scenario[] = [
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
];

export const agents: readonly Agent[] = SCENARIOS.map(makeAgent);

/** For a call without a scenario. */
export const freeform: Agent = freeformOf(SCENARIOS);

export function findAgent(id: string): Agent | undefined {
  return [...agents, freeform].find((agent) => agent.id === id);
}
