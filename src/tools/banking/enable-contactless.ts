/** Lets an active card pay without contact. */
import { z } from 'zod';
import type { BankReader, Card, CardActivator } from '#bank/bank.ts';
import type { Tool, ToolResult } from '#tools/tool.ts';
import { CardLastFour, maskedCard, spokenCard, theirCard, unusableCard } from './card-words.ts';

const Input = z.object({ card_last_four: CardLastFour });
type Input = z.infer<typeof Input>;

export function enableContactless(reader: BankReader, activator: CardActivator): Tool<Input> {
  const find = theirCard(reader);
  return {
    name: 'enable_contactless',
    title: 'Turning on contactless payments',
    description:
      "Turns on contactless payments (tap to pay) for one of the verified caller's active cards. Activate a new card first.",
    input: Input,
    needs: 'verified',
    effect: 'change',
    async readBack({ card_last_four: lastFour }, { customerId }) {
      const found = await find(lastFour, customerId);
      if (!found.ok) return found.result;
      const { card } = found;
      if (card.status !== 'active') return unusableCard(card, card.status);
      if (card.contactless) return enabled(card, true);
      return `Shall I turn on contactless payments for your ${spokenCard(card)}?`;
    },
    async run({ card_last_four: lastFour }, { callId, customerId }) {
      const found = await find(lastFour, customerId);
      if (!found.ok) return found.result;
      const { card } = found;
      const outcome = await activator.enableContactless({ cardId: card.id, callId });
      if (outcome === 'enabled' || outcome === 'already_enabled')
        return enabled(card, outcome === 'already_enabled');
      return unusableCard(card, outcome);
    },
  };
}

function enabled(card: Card, already: boolean): ToolResult {
  return {
    ok: true,
    say: already
      ? `Contactless payments are already on for your ${spokenCard(card)}.`
      : `Contactless payments are on now for your ${spokenCard(card)}. Just hold it to the terminal.`,
    facts: {
      card: maskedCard(card.lastFour),
      contactless: true,
      ...(already ? { already_enabled: true } : {}),
    },
  };
}
