/** What a new mortgage costs today, and what it would cost this caller. */
import { z } from 'zod';
import { type LoanReader, type Rate, type RateReader, monthlyEstimate } from '#bank/bank.ts';
import { type Cents, cents } from '#lib/brand.ts';
import type { Tool } from '#tools/tool.ts';
import { SPOKEN_PRODUCT, spokenList, spokenRate } from './loan-words.ts';
import { inDollars, spokenMoney } from './money-words.ts';
import { spokenFullDate } from './spoken-date.ts';

const Input = z.object({
  product: z
    .enum(['fixed_30', 'fixed_15', 'adjustable_5'])
    .optional()
    .describe(
      'Which mortgage, if the caller asks for one: 30 or 15 years fixed, or 5-year adjustable.',
    ),
});
type Input = z.infer<typeof Input>;

export function checkRates(rates: RateReader, loans: LoanReader): Tool<Input> {
  return {
    name: 'check_rates',
    title: "Looking up today's rates",
    description:
      "Tells the bank's rates for new mortgages and, where the caller is verified and has a mortgage, what it would cost them a month at that rate. They are not an offer: a specialist makes one.",
    input: Input,
    needs: 'unknown',
    effect: 'read',
    async run({ product }, { customerId }) {
      const all = await rates.rates();
      const asked = product === undefined ? all : all.filter((rate) => rate.product === product);
      const [first] = asked;
      if (first === undefined)
        return {
          ok: false,
          why: 'not_found',
          say: "I'm sorry, there is no rate for that today. A mortgage specialist can tell you more.",
          facts: {},
        };
      const [mortgage] = customerId === undefined ? [] : await loans.mortgages(customerId);
      const balance = mortgage?.balance;
      return {
        ok: true,
        say: `As of ${spokenFullDate(first.asOf)}, ${spokenList(asked.map(spoken))}.${
          mortgage === undefined || asked.length > 1
            ? ''
            : ` On your balance that would be about ${roughly(monthlyEstimate(first, mortgage.balance))} a month; you pay ${spokenMoney(mortgage.monthlyPayment)} now.`
        }`,
        facts: {
          as_of: first.asOf,
          rates: asked.map((rate) => ({
            product: rate.product,
            rate: spokenRate(rate.rate),
            ...(balance === undefined
              ? {}
              : { monthly_estimate: inDollars(monthlyEstimate(rate, balance)) }),
          })),
        },
      };
    },
  };
}

function spoken({ product, rate }: Rate, index: number): string {
  const mortgage = index === 0 ? ' mortgage is' : ' is';
  return `a ${SPOKEN_PRODUCT[product]}${mortgage} at ${spokenRate(rate)}`;
}

/** An estimate is no promise to the cent. */
function roughly(amount: Cents): string {
  return spokenMoney(cents(Math.round(amount / 100) * 100));
}
