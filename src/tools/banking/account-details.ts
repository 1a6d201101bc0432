/** Where a caller stands with a loan that is hard to pay. */
import { z } from 'zod';
import type { Loan, LoanReader } from '#bank/bank.ts';
import type { Tool } from '#tools/tool.ts';
import { LoanArgument, onlyLoan, spokenList, spokenLoan, spokenRate } from './loan-words.ts';
import { inDollars, spokenMoney } from './money-words.ts';
import { spokenDay } from './spoken-date.ts';

const Input = z.object({ loan: LoanArgument });
type Input = z.infer<typeof Input>;

/** More days than these are only counted. */
const DAYS_SAID = 3;

export function getAccountDetails(loans: LoanReader): Tool<Input> {
  return {
    name: 'get_account_details',
    title: 'Looking at your account',
    description:
      "Tells where the verified caller stands with a loan: what is left, the monthly payment, and which payments are late. Use it when the caller can't pay, or wants other terms.",
    input: Input,
    needs: 'verified',
    effect: 'read',
    async run({ loan: kind }, { customerId = '' }) {
      const found = onlyLoan(await loans.loans(customerId), kind);
      if (!found.ok) return found.result;
      const { loan } = found;
      return {
        ok: true,
        say: `You have ${spokenMoney(loan.balance)} left to pay on your ${spokenLoan(loan.kind)}, at ${spokenMoney(loan.monthlyPayment)} a month. ${late(loan)}`,
        facts: {
          loan: loan.kind,
          balance: inDollars(loan.balance),
          monthly_payment: inDollars(loan.monthlyPayment),
          rate: spokenRate(loan.rate),
          payments_left: loan.paymentsLeft,
          payments_late: loan.missed.length,
          amount_late: inDollars(loan.overdue),
          late_since: loan.missed[0],
          next_due_on: loan.nextDueOn,
        },
      };
    },
  };
}

function late({ missed, overdue }: Loan): string {
  if (missed.length === 0) return 'No payment is late.';
  if (missed.length > DAYS_SAID)
    return `${missed.length} payments are late, together ${spokenMoney(overdue)}.`;
  const days = spokenList(missed.map(spokenDay));
  return missed.length === 1
    ? `The payment of ${days} is late.`
    : `The payments of ${days} are late, together ${spokenMoney(overdue)}.`;
}
