/** Orders a new card for one that has been blocked. */
import { z } from 'zod';
import type { BankReader, Card, CardReplacer } from '#bank/bank.ts';
import type { Tool, ToolResult } from '#tools/tool.ts';
import { CardLastFour, maskedCard, spokenCard, theirCard, unusableCard } from './card-words.ts';
import { spokenDate } from './spoken-date.ts';

const Input = z.object({ card_last_four: CardLastFour });
type Input = z.infer<typeof Input>;

export function orderReplacement(reader: BankReader, replacer: CardReplacer): Tool<Input> {
  const find = theirCard(reader);
  return {
    name: 'order_replacement',
    title: 'Ordering your new card',
    description:
      "Orders a replacement for one of the verified caller's blocked cards and gives the tracking number and the day of delivery. Block the card first.",
    input: Input,
    needs: 'verified',
    effect: 'change',
    async readBack({ card_last_four: lastFour }, { customerId }) {
      const found = await find(lastFour, customerId);
      if (!found.ok) return found.result;
      const { card } = found;
      if (card.status !== 'blocked') return notBlocked(card);
      const open = await replacer.openOrder(card.id);
      if (open !== undefined) return ordered(card, open, true);
      return `Shall I order a replacement for your ${spokenCard(card)}, and send it to the address we have on file?`;
    },
    async run({ card_last_four: lastFour }, { callId, customerId }) {
      const found = await find(lastFour, customerId);
      if (!found.ok) return found.result;
      const { card } = found;
      const order = await replacer.order({ cardId: card.id, callId });
      if (order.outcome === 'not_blocked') return notBlocked(card);
      return ordered(card, order, order.outcome === 'already_ordered');
    },
  };
}

interface Order {
  readonly trackingId: string;
  readonly deliverOn: string;
}

function ordered(card: Card, { trackingId, deliverOn }: Order, already: boolean): ToolResult {
  const arrives = `by ${spokenDate(deliverOn)}. Your tracking number is ${trackingId}.`;
  return {
    ok: true,
    say: already
      ? `A new card is already on its way and should reach you ${arrives}`
      : `Done. Your new card should reach you ${arrives}`,
    facts: {
      card: maskedCard(card.lastFour),
      tracking_id: trackingId,
      delivery_date: deliverOn,
      ...(already ? { already_ordered: true } : {}),
    },
  };
}

function notBlocked(card: Card): ToolResult {
  if (card.status === 'expired') return unusableCard(card, card.status);
  return {
    ok: false,
    why: 'not_blocked',
    say: `Your ${spokenCard(card)} is still in use. I have to block it before I can replace it.`,
    facts: { card: maskedCard(card.lastFour), status: card.status },
  };
}
