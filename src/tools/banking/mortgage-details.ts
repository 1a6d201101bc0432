/** The caller's mortgage: rate, what is left, for how long. */
import { z } from 'zod';
import type { LoanReader, Mortgage } from '#bank/bank.ts';
import type { Tool } from '#tools/tool.ts';
import { SPOKEN_PRODUCT, spokenMonths, spokenRate } from './loan-words.ts';
import { inDollars, spokenMoney } from './money-words.ts';

const Input = z.object({});
type Input = z.infer<typeof Input>;

export function getMortgageDetails(loans: LoanReader): Tool<Input> {
  return {
    name: 'get_mortgage_details',
    title: 'Looking up your mortgage',
    description:
      "Tells the rate, the balance, the remaining term and the monthly payment of the verified caller's mortgage. For today's rates, use check_rates.",
    input: Input,
    needs: 'verified',
    effect: 'read',
    async run(_input, { customerId = '' }) {
      const mortgages = await loans.mortgages(customerId);
      if (mortgages.length === 0)
        return {
          ok: false,
          why: 'not_found',
          say: "I can't find a mortgage in your name.",
          facts: {},
        };
      return {
        ok: true,
        say: mortgages.map(sentences).join(' '),
        facts: mortgages.length === 1 ? facts(mortgages[0]) : { mortgages: mortgages.map(facts) },
      };
    },
  };
}

function sentences({ product, rate, balance, paymentsLeft, monthlyPayment }: Mortgage): string {
  return `Your ${SPOKEN_PRODUCT[product]} mortgage is at ${spokenRate(rate)}, with ${spokenMoney(balance)} left over ${spokenMonths(paymentsLeft)}. You pay ${spokenMoney(monthlyPayment)} a month.`;
}

function facts(mortgage: Mortgage | undefined) {
  if (mortgage === undefined) return {};
  const { product, rate, balance, paymentsLeft, monthlyPayment } = mortgage;
  return {
    product,
    rate: spokenRate(rate),
    balance: inDollars(balance),
    remaining_months: paymentsLeft,
    monthly_payment: inDollars(monthlyPayment),
  };
}
