/** Why money was not moved, in words, and which of the caller's answers to ask for again. */
import type { OwnKind, TransferRefusal } from '#bank/bank.ts';
import type { Refusal, ToolResult } from '#tools/tool.ts';
import { KIND_WORDS } from './account-words.ts';
import { inDollars, spokenMoney } from './money-words.ts';

interface Wanted {
  readonly from_account: OwnKind;
  readonly to_account: OwnKind;
}

export function transferRefused(refusal: TransferRefusal, wanted: Wanted): ToolResult {
  const from = KIND_WORDS[wanted.from_account];
  switch (refusal.outcome) {
    case 'same_account':
      return refuse(
        'same_account',
        `From your ${from} to your ${from} moves nothing. Which account should it go to?`,
        'to_account',
      );
    case 'no_account':
    case 'closed_account': {
      const argument = `${refusal.side}_account` as const;
      const kind = KIND_WORDS[wanted[argument]];
      return refusal.outcome === 'no_account'
        ? refuse(
            'no_account',
            `You don't have a ${kind} with us. Which account do you mean?`,
            argument,
          )
        : refuse(
            'closed_account',
            `Your ${kind} is closed, so I can't use it. Is there another account you want to use?`,
            argument,
          );
    }
    case 'from_credit_card':
      return refuse(
        'not_possible',
        "I can't take money out of a credit card. Which account should it come from?",
        'from_account',
      );
    case 'overpaid':
      return refuse(
        'out_of_range',
        refusal.owed === 0
          ? 'There is nothing to pay on your credit card at the moment.'
          : `There is only ${spokenMoney(refusal.owed)} to pay on your credit card. How much should I move?`,
        'amount',
        { owed: inDollars(refusal.owed) },
      );
    case 'insufficient_funds':
      return refuse(
        'insufficient_funds',
        `Your ${from} has only ${spokenMoney(refusal.available)} available, so I haven't moved anything. How much should I move instead?`,
        'amount',
        { available: inDollars(refusal.available) },
      );
    case 'over_limit':
      return refuse(
        'over_limit',
        `By phone I can move another ${spokenMoney(refusal.left)} today. How much should I move?`,
        'amount',
        { left_today: inDollars(refusal.left) },
      );
  }
}

function refuse(
  why: Refusal,
  say: string,
  argument: 'from_account' | 'to_account' | 'amount',
  facts: Readonly<Record<string, number>> = {},
): ToolResult {
  return { ok: false, why, say, facts: { argument, ...facts } };
}
