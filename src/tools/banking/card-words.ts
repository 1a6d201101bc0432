/** How cards are named: to a caller's ear, and masked for everybody else. */
import { z } from 'zod';
import type { BankReader, Card } from '#bank/bank.ts';
import type { ToolResult } from '#tools/tool.ts';

export const CardLastFour = z
  .string()
  .regex(/^\d{4}$/, 'four digits')
  .describe('The last four digits of the card, for example "0123". Never more than four.');

/** "Visa credit card ending in 4829". */
export function spokenCard({
  brand,
  kind,
  lastFour,
}: Pick<Card, 'brand' | 'kind' | 'lastFour'>): string {
  return `${brand} ${kind} card ending in ${lastFour}`;
}

export function maskedCard(lastFour: string): string {
  return `•••• ${lastFour}`;
}

export type Theirs =
  | { readonly ok: true; readonly card: Card }
  | { readonly ok: false; readonly result: ToolResult };

/** Finds the one card a verified caller means by its last four digits. */
export function theirCard(
  reader: Pick<BankReader, 'cards'>,
): (lastFour: string, customerId?: string) => Promise<Theirs> {
  return async (lastFour, customerId = '') =>
    onlyCard(await reader.cards({ lastFour, customerId }), lastFour);
}

/** The one card meant, among those the verified caller has. */
function onlyCard(cards: readonly Card[], lastFour: string): Theirs {
  const facts = { card: maskedCard(lastFour) };
  const [card, ...others] = cards;
  if (card === undefined)
    return {
      ok: false,
      result: {
        ok: false,
        why: 'no_card',
        say: `I can't find a card ending in ${lastFour} in your name. Which four digits does it end in?`,
        facts,
      },
    };
  if (others.length > 0)
    return {
      ok: false,
      result: {
        ok: false,
        why: 'ambiguous_card',
        say: `You have more than one card ending in ${lastFour}. Let me pass you to a colleague, to be sure we take the right one.`,
        facts,
      },
    };
  return { ok: true, card };
}

/** Why nothing can be done to a card as it is, and what the caller can do instead. */
export function unusableCard(
  card: Card,
  status: 'blocked' | 'expired' | 'inactive',
): ToolResult & { readonly ok: false } {
  const { why, say } = UNUSABLE[status];
  return {
    ok: false,
    why,
    say: `Your ${spokenCard(card)} ${say}`,
    facts: { card: maskedCard(card.lastFour), status },
  };
}

const UNUSABLE = {
  blocked: {
    why: 'card_blocked',
    say: 'is blocked, and a blocked card cannot be used again. I can order a new one for you.',
  },
  expired: {
    why: 'card_expired',
    say: 'has expired, so it cannot be used any more. A colleague can send you a new one.',
  },
  inactive: {
    why: 'card_inactive',
    say: 'is not active yet. I can activate it for you first.',
  },
} as const;
