/** The tools of the bank, each handed the one power it needs. */
import type { Bank } from '#bank/bank.ts';
import { activateCard } from './banking/activate-card.ts';
import { blockCard } from './banking/block-card.ts';
import { checkBalance } from './banking/check-balance.ts';
import { enableContactless } from './banking/enable-contactless.ts';
import { initiateWire } from './banking/initiate-wire.ts';
import { orderReplacement } from './banking/order-replacement.ts';
import { sendResetLink } from './banking/send-reset-link.ts';
import { transferFunds } from './banking/transfer-funds.ts';
import { transferToAgent } from './banking/transfer-to-agent.ts';
import { unlockAccount } from './banking/unlock-account.ts';
import { verifyIdentity } from './banking/verify-identity.ts';
import { verifyRecipient } from './banking/verify-recipient.ts';
import { borrowingTools } from './borrowing-tools.ts';
import type { Tool } from './tool.ts';

export function bankingTools(bank: Bank): Tool[] {
  const { reader, identity, blocker, replacer, activator, access } = bank;
  return [
    verifyIdentity(identity),
    blockCard(reader, blocker),
    orderReplacement(reader, replacer),
    activateCard(reader, activator),
    enableContactless(reader, activator),
    sendResetLink(access),
    unlockAccount(access),
    ...borrowingTools(bank),
    checkBalance(bank.accounts),
    transferFunds(bank.transfers),
    verifyRecipient(bank.recipients),
    initiateWire(bank.wires),
    transferToAgent(),
  ];
}
