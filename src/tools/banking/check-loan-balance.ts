/** How much of a loan is left. */
import { z } from 'zod';
import type { LoanReader } from '#bank/bank.ts';
import type { Tool } from '#tools/tool.ts';
import { LoanArgument, onlyLoan, spokenLoan, spokenRate } from './loan-words.ts';
import { inDollars, spokenMoney } from './money-words.ts';
import { spokenDay } from './spoken-date.ts';

const Input = z.object({ loan: LoanArgument });
type Input = z.infer<typeof Input>;

export function checkLoanBalance(loans: LoanReader): Tool<Input> {
  return {
    name: 'check_loan_balance',
    title: 'Looking up your loan',
    description:
      "Tells how much is left of one of the verified caller's loans, and when the next payment is due. For what it costs to pay it off, use calculate_payoff; for a mortgage, get_mortgage_details.",
    input: Input,
    needs: 'verified',
    effect: 'read',
    async run({ loan: kind }, { customerId = '' }) {
      const found = onlyLoan(await loans.loans(customerId), kind);
      if (!found.ok) return found.result;
      const { loan } = found;
      const { balance, monthlyPayment, nextDueOn, overdue } = loan;
      const next =
        nextDueOn === undefined
          ? ''
          : ` The next payment of ${spokenMoney(monthlyPayment)} is due on ${spokenDay(nextDueOn)}.`;
      return {
        ok: true,
        say: `You have ${spokenMoney(balance)} left to pay on your ${spokenLoan(loan.kind)}.${
          overdue > 0 ? ` Payments of ${spokenMoney(overdue)} are overdue.` : next
        }`,
        facts: {
          loan: loan.kind,
          balance: inDollars(balance),
          monthly_payment: inDollars(monthlyPayment),
          next_due_on: nextDueOn,
          payments_left: loan.paymentsLeft,
          rate: spokenRate(loan.rate),
          overdue: inDollars(overdue),
        },
      };
    },
  };
}
