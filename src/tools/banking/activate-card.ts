/** Switches a new card on. */
import { z } from 'zod';
import type { BankReader, Card, CardActivator } from '#bank/bank.ts';
import type { Tool, ToolResult } from '#tools/tool.ts';
import { CardLastFour, maskedCard, spokenCard, theirCard, unusableCard } from './card-words.ts';

const Input = z.object({ card_last_four: CardLastFour });
type Input = z.infer<typeof Input>;

export function activateCard(reader: BankReader, activator: CardActivator): Tool<Input> {
  const find = theirCard(reader);
  return {
    name: 'activate_card',
    title: 'Activating your card',
    description:
      "Activates one of the verified caller's new cards, so that it can be used at once. Contactless payments are switched on separately.",
    input: Input,
    needs: 'verified',
    effect: 'change',
    async readBack({ card_last_four: lastFour }, { customerId }) {
      const found = await find(lastFour, customerId);
      if (!found.ok) return found.result;
      const { card } = found;
      if (card.status === 'inactive')
        return `You want me to activate your ${spokenCard(card)}. Is that right?`;
      return card.status === 'active' ? active(card, true) : unusableCard(card, card.status);
    },
    async run({ card_last_four: lastFour }, { callId, customerId }) {
      const found = await find(lastFour, customerId);
      if (!found.ok) return found.result;
      const { card } = found;
      const outcome = await activator.activate({ cardId: card.id, callId });
      if (outcome === 'blocked' || outcome === 'expired') return unusableCard(card, outcome);
      return active(card, outcome === 'active');
    },
  };
}

function active(card: Card, already: boolean): ToolResult {
  return {
    ok: true,
    say: already
      ? `Your ${spokenCard(card)} is already active, so you can use it.`
      : `Your ${spokenCard(card)} is active now, and you can use it right away.`,
    facts: {
      card: maskedCard(card.lastFour),
      status: 'active',
      contactless: card.contactless,
      ...(already ? { already_active: true } : {}),
    },
  };
}
