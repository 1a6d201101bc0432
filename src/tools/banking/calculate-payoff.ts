/** What it costs to pay a loan off. */
import { z } from 'zod';
import type { Loan, LoanReader, PayoffQuote } from '#bank/bank.ts';
import type { Tool, ToolResult } from '#tools/tool.ts';
import { LoanArgument, onlyLoan, spokenLoan } from './loan-words.ts';
import { inDollars, spokenMoney } from './money-words.ts';
import { spokenFullDate } from './spoken-date.ts';

const Input = z.object({
  loan: LoanArgument,
  payoff_date: z.iso
    .date()
    .optional()
    .describe('The day on which the caller wants to pay it off, as YYYY-MM-DD. Default: today.'),
});
type Input = z.infer<typeof Input>;

export function calculatePayoff(loans: LoanReader): Tool<Input> {
  return {
    name: 'calculate_payoff',
    title: 'Calculating your payoff',
    description:
      "Calculates what it costs to pay off one of the verified caller's loans in full on a certain day: the principal left and the interest up to that day.",
    input: Input,
    needs: 'verified',
    effect: 'read',
    async run({ loan: kind, payoff_date: date }, { customerId = '' }) {
      const found = onlyLoan(await loans.loans(customerId), kind);
      if (!found.ok) return found.result;
      const quote = loans.payoff(found.loan, date);
      return quote.outcome === 'quoted'
        ? quoted(found.loan, quote, date === undefined)
        : wrongDay(quote.outcome);
    },
  };
}

function quoted(
  { kind }: Loan,
  { on, principal, interest, total, perDay }: Extract<PayoffQuote, { outcome: 'quoted' }>,
  today: boolean,
): ToolResult {
  const when = today ? 'today' : `on ${spokenFullDate(on)}`;
  const made = interest > 0 ? `, ${spokenMoney(interest)} of it interest` : '';
  return {
    ok: true,
    say: `To pay off your ${spokenLoan(kind)} ${when}, you would pay ${spokenMoney(total)}${made}. Every day after that adds ${spokenMoney(perDay)}.`,
    facts: {
      loan: kind,
      payoff_date: on,
      payoff_amount: inDollars(total),
      principal: inDollars(principal),
      interest: inDollars(interest),
      interest_per_day: inDollars(perDay),
    },
  };
}

function wrongDay(why: 'in_the_past' | 'too_far_ahead'): ToolResult {
  return {
    ok: false,
    why: 'out_of_range',
    say:
      why === 'in_the_past'
        ? 'That day has passed. On which day would you like to pay it off?'
        : 'I can tell you the payoff for a day within the next year. Which day would that be?',
    facts: { argument: 'payoff_date' },
  };
}
