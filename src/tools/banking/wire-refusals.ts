/** Why there is no such recipient, or no wire, in words, and which of the caller's answers to ask for again. */
import type { OwnKind, RecipientRefusal, WireRefusal } from '#bank/bank.ts';
import type { ToolResult } from '#tools/tool.ts';
import { KIND_WORDS } from './account-words.ts';
import { inDollars, spokenMoney } from './money-words.ts';

/** So many names one can follow by ear. */
const NAMES_SAID = 3;

export function wireRefused(refusal: WireRefusal, from: OwnKind = 'checking'): ToolResult {
  const kind = KIND_WORDS[from];
  switch (refusal.outcome) {
    case 'no_account':
      return {
        ok: false,
        why: 'no_account',
        say: `You don't have a ${kind} with us. Which account should the wire come from?`,
        facts: { argument: 'from_account' },
      };
    case 'closed_account':
      return {
        ok: false,
        why: 'closed_account',
        say: `Your ${kind} is closed, so I can't use it. Which account should the wire come from?`,
        facts: { argument: 'from_account' },
      };
    case 'insufficient_funds': {
      const { available, fee } = refusal;
      return {
        ok: false,
        why: 'insufficient_funds',
        say: `With the fee of ${spokenMoney(fee)} that is more than the ${spokenMoney(available)} in your ${kind}, so I haven't sent anything. How much should I send instead?`,
        facts: { argument: 'amount', available: inDollars(available), fee: inDollars(fee) },
      };
    }
    case 'over_limit':
      if (refusal.left <= 0)
        return {
          ok: false,
          why: 'over_limit',
          say: 'You have wired as much as can be wired by phone in a day.',
          facts: { left_today: 0 },
        };
      return {
        ok: false,
        why: 'over_limit',
        say: `By phone you can wire another ${spokenMoney(refusal.left)} today. How much should I send?`,
        facts: { argument: 'amount', left_today: inDollars(refusal.left) },
      };
    case 'no_recipient':
    case 'ambiguous_recipient':
    case 'own_account':
      return recipientRefused(refusal);
  }
}

export function recipientRefused(refusal: RecipientRefusal): ToolResult {
  const argument = 'recipient_name';
  switch (refusal.outcome) {
    case 'own_account':
      return {
        ok: false,
        why: 'own_account',
        say: "That is an account of your own, so it doesn't need a wire. Who else should the money go to?",
        facts: { argument },
      };
    case 'ambiguous_recipient':
      return {
        ok: false,
        why: 'ambiguous_recipient',
        say: `Do you mean ${spokenNames(refusal.names, 'or')}?`,
        facts: { argument, names: refusal.names },
      };
    case 'no_recipient':
      return {
        ok: false,
        why: 'no_recipient',
        say:
          refusal.saved.length === 0
            ? "You haven't saved any recipients yet, and I can't add one by phone. You can do that in online banking or at a branch."
            : `I can't find that name among your saved recipients. You have saved ${spokenNames(refusal.saved, 'and')}. Who should it go to?`,
        // Where nobody is saved, no name helps.
        facts: refusal.saved.length === 0 ? {} : { argument, saved: refusal.saved },
      };
  }
}

function spokenNames(names: readonly string[], joint: 'and' | 'or'): string {
  const more = names.length > NAMES_SAID ? ['others'] : [];
  const said = [...names.slice(0, NAMES_SAID), ...more];
  const last = said.pop() ?? '';
  return said.length === 0 ? last : `${said.join(', ')} ${joint} ${last}`;
}
