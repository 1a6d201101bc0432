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
      if (refusal.owed === 0)
        return refuse(
          'not_possible',
          'There is nothing to pay on your credit card at the moment.',
          undefined,
        );
      return refuse(
        'out_of_range',
        `There is only ${spokenMoney(refusal.owed)} to pay on your credit card. How much should I move?`,
        'amount',
        { owed: inDollars(refusal.owed) },
      );
    case 'insufficient_funds':
      if (refusal.available <= 0)
        return refuse(
          'insufficient_funds',
          `There is no money in your ${from}, so I haven't moved anything. Which account should it come from?`,
          'from_account',
          { available: 0 },
        );
      return refuse(
        'insufficient_funds',
        `Your ${from} has only ${spokenMoney(refusal.available)} available, so I haven't moved anything. How much should I move instead?`,
        'amount',
        { available: inDollars(refusal.available) },
      );
    case 'over_limit':
      if (refusal.left <= 0)
        return refuse(
          'over_limit',
          'You have moved as much as can be moved by phone in a day.',
          undefined,
          { left_today: 0 },
        );
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
  /** undefined where no other answer helps. */
  argument: 'from_account' | 'to_account' | 'amount' | undefined,
  facts: Readonly<Record<string, number>> = {},
): ToolResult {
  return { ok: false, why, say, facts: argument === undefined ? facts : { argument, ...facts } };
}
