/** Stops a card that is lost, stolen or damaged, for good. */
import { z } from 'zod';
import type { BankReader, Card, CardBlocker } from '#bank/bank.ts';
import type { Tool, ToolResult } from '#tools/tool.ts';
import { CardLastFour, maskedCard, spokenCard, theirCard } from './card-words.ts';

const Input = z.object({
  card_last_four: CardLastFour,
  reason: z
    .enum(['lost', 'stolen', 'damaged'])
    .describe('What happened to the card, in the words of the caller.'),
});
type Input = z.infer<typeof Input>;

const BECAUSE = { lost: 'it was lost', stolen: 'it was stolen', damaged: 'it is damaged' } as const;

export function blockCard(reader: BankReader, blocker: CardBlocker): Tool<Input> {
  const find = theirCard(reader);
  return {
    name: 'block_card',
    title: 'Blocking your card',
    description:
      "Blocks one of the verified caller's cards at once and for good. Use it when the card is lost, stolen or damaged and the caller wants it stopped.",
    input: Input,
    needs: 'verified',
    effect: 'change',
    async readBack({ card_last_four: lastFour, reason }, { customerId }) {
      const found = await find(lastFour, customerId);
      if (!found.ok) return found.result;
      if (found.card.status === 'blocked') return alreadyBlocked(found.card);
      return `You want me to block your ${spokenCard(found.card)}, because ${BECAUSE[reason]}. Is that right?`;
    },
    async run({ card_last_four: lastFour, reason }, { callId, customerId }) {
      const found = await find(lastFour, customerId);
      if (!found.ok) return found.result;
      const { card } = found;
      const outcome = await blocker.block({ cardId: card.id, reason, callId });
      if (outcome === 'already_blocked') return alreadyBlocked(card);
      return {
        ok: true,
        say: `Your ${spokenCard(card)} is blocked now. Nobody can use it any more.`,
        facts: { card: maskedCard(lastFour), status: 'blocked', reason },
      };
    },
  };
}

function alreadyBlocked(card: Card): ToolResult {
  return {
    ok: true,
    say: `Your ${spokenCard(card)} is already blocked, so nobody can use it.`,
    facts: {
      card: maskedCard(card.lastFour),
      status: 'blocked',
      reason: card.blockedReason,
      already_blocked: true,
    },
  };
}
