/** The tools of the bank, each handed the one power it needs. */
import type { Bank } from '#bank/bank.ts';
import { blockCard } from './banking/block-card.ts';
import { orderReplacement } from './banking/order-replacement.ts';
import { transferToAgent } from './banking/transfer-to-agent.ts';
import { verifyIdentity } from './banking/verify-identity.ts';
import type { Tool } from './tool.ts';

export function bankingTools({ reader, identity, blocker, replacer }: Bank): Tool[] {
  return [
    verifyIdentity(identity),
    blockCard(reader, blocker),
    orderReplacement(reader, replacer),
    transferToAgent(),
  ];
}
