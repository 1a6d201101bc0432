/** How accounts are named, by callers and to them. */
import { z } from 'zod';
import type { OwnAccount, OwnKind } from '#bank/bank.ts';

export const AccountKind = z.enum(['checking', 'savings', 'credit_card']);

export const KIND_WORDS: Readonly<Record<OwnKind, string>> = {
  checking: 'checking account',
  savings: 'savings account',
  credit_card: 'credit card account',
};

/** "checking account ending in 4160". */
export function spokenAccount({ kind, lastFour }: OwnAccount): string {
  return `${KIND_WORDS[kind]} ending in ${lastFour}`;
}

export function maskedAccount({ lastFour }: OwnAccount): string {
  return `•••• ${lastFour}`;
}
