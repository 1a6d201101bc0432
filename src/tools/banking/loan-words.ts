/** Loans and rates: which one is meant, and how one says it. */
import { z } from 'zod';
import type { Loan, LoanKind, MortgageProduct } from '#bank/bank.ts';
import type { ToolResult } from '#tools/tool.ts';

export const LoanArgument = z
  .enum(['auto', 'personal', 'student', 'home_improvement'])
  .optional()
  .describe('Which loan, if the caller says it. Leave it out where they have only one.');

/** "auto loan", "home improvement loan". */
export function spokenLoan(kind: LoanKind): string {
  return `${kind.replace('_', ' ')} loan`;
}

/** "30-year fixed". */
export const SPOKEN_PRODUCT: Readonly<Record<MortgageProduct, string>> = {
  fixed_30: '30-year fixed',
  fixed_15: '15-year fixed',
  adjustable_5: '5-year adjustable',
};

/** @param rate thousandths of a percent @returns "6.875%" */
export function spokenRate(rate: number): string {
  return `${rate / 1_000}%`;
}

/** "21 years and 10 months". */
export function spokenMonths(months: number): string {
  const years = Math.floor(months / 12);
  const parts = [
    ...(years > 0 ? [counted(years, 'year')] : []),
    ...(months % 12 > 0 ? [counted(months % 12, 'month')] : []),
  ];
  return parts.join(' and ');
}

/** "one, two and three". */
export function spokenList(items: readonly string[], joint: 'and' | 'or' = 'and'): string {
  return items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} ${joint} ${items.at(-1) ?? ''}`;
}

type Theirs =
  | { readonly ok: true; readonly loan: Loan }
  | { readonly ok: false; readonly result: ToolResult };

/** The one loan meant, among those the verified caller has. */
export function onlyLoan(loans: readonly Loan[], kind: LoanKind | undefined): Theirs {
  const [first, ...others] = loans;
  if (first === undefined)
    return refuse(
      'not_found',
      "I can't find a loan in your name that is still to be paid back.",
      {},
    );
  const have = spokenList(loans.map((loan) => `${article(loan.kind)} ${spokenLoan(loan.kind)}`));
  const facts = { argument: 'loan', loans: loans.map((loan) => loan.kind) };
  const meant = kind === undefined ? loans : loans.filter((loan) => loan.kind === kind);
  const [loan] = meant;
  if (kind !== undefined && loan === undefined)
    return refuse(
      'not_found',
      `I see no ${spokenLoan(kind)} in your name, only ${have}. Which loan is it about?`,
      facts,
    );
  if (kind === undefined && others.length > 0)
    return refuse('ambiguous', `You have ${have} with us. Which one do you mean?`, facts);
  return { ok: true, loan: loan ?? first };
}

function refuse(
  why: 'not_found' | 'ambiguous',
  say: string,
  facts: Readonly<Record<string, unknown>>,
): Theirs {
  return { ok: false, result: { ok: false, why, say, facts } };
}

function article(kind: LoanKind): string {
  return kind === 'auto' ? 'an' : 'a';
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
