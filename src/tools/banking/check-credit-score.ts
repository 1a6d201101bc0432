/** The caller's credit score. */
import { z } from 'zod';
import type { CreditDesk } from '#bank/bank.ts';
import type { Tool } from '#tools/tool.ts';
import { spokenFullDate } from './spoken-date.ts';

const Input = z.object({});
type Input = z.infer<typeof Input>;

/** From this score on, the best first. */
const BANDS = [
  [800, 'excellent'],
  [740, 'very good'],
  [670, 'good'],
  [580, 'fair'],
  [0, 'poor'],
] as const;

export function checkCreditScore(credit: CreditDesk): Tool<Input> {
  return {
    name: 'check_credit_score',
    title: 'Checking your credit score',
    description: "Tells the verified caller's latest credit score, its date and how good it is.",
    input: Input,
    needs: 'verified',
    effect: 'read',
    async run(_input, { customerId = '' }) {
      const latest = await credit.score(customerId);
      if (latest === undefined)
        return {
          ok: false,
          why: 'not_found',
          say: "I'm sorry, we have no credit score for you yet.",
          facts: {},
        };
      const { score, scoredOn } = latest;
      const band = bandOf(score);
      return {
        ok: true,
        say: `Your credit score is ${score}, as of ${spokenFullDate(scoredOn)}. That is ${band}.`,
        facts: { score, band, date: scoredOn },
      };
    },
  };
}

function bandOf(score: number): string {
  return BANDS.find(([from]) => score >= from)?.[1] ?? 'poor';
}
