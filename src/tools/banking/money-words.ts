/** Amounts: as callers give them, and as one says them. */
import { z } from 'zod';
import { type Cents, cents } from '#lib/brand.ts';
import type { ToolResult } from '#tools/tool.ts';

/** Nothing beyond this is an amount that somebody means on the phone. */
const LARGEST_DOLLARS = 10_000_000;

/** Its size is judged by `readAmount`, which knows how to say what is wrong with it. */
export const Dollars = z.number().describe('In dollars, with at most two decimals: 250 or 49.99.');

const WHOLE = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  minimumFractionDigits: 0,
});
const EXACT = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });

/** "$4,820", or "$49.99" where there are cents. */
export function spokenMoney(amount: Cents): string {
  return (amount % 100 === 0 ? WHOLE : EXACT).format(amount / 100);
}

/** For the facts of a result: dollars, as the arguments are. */
export function inDollars(amount: Cents): number {
  return amount / 100;
}

type Amount =
  | { readonly ok: true; readonly amount: Cents }
  | { readonly ok: false; readonly result: ToolResult };

/** @param argument the tool's name for it, so that it is asked for again. */
export function readAmount(dollars: number, argument = 'amount'): Amount {
  const amount = Math.round(dollars * 100);
  // So written, it also refuses what is no number.
  if (!(dollars > 0))
    return wrong(argument, 'The amount has to be more than zero. How much is it?');
  if (dollars > LARGEST_DOLLARS)
    return wrong(argument, 'That is more than I can handle by phone. How much is it, please?');
  // 0.29 * 100 is 28.999999999999996: what is left beyond the cents is more than that.
  if (Math.abs(dollars * 100 - amount) > 1e-6)
    return wrong(argument, 'I can only take whole cents. How much is it, please?');
  return { ok: true, amount: cents(amount) };
}

function wrong(argument: string, say: string): Amount {
  return { ok: false, result: { ok: false, why: 'out_of_range', say, facts: { argument } } };
}
