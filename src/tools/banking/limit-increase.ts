/** Asks for a higher limit on a credit card; a specialist decides. */
import { z } from 'zod';
import type { CreditCard, CreditDesk } from '#bank/bank.ts';
import type { Cents } from '#lib/brand.ts';
import type { Tool, ToolResult } from '#tools/tool.ts';
import { CardLastFour, maskedCard, spokenCard } from './card-words.ts';
import { spokenList } from './loan-words.ts';
import { Dollars, inDollars, readAmount, spokenMoney } from './money-words.ts';

const Input = z.object({
  card_last_four: CardLastFour.optional(),
  new_limit: Dollars,
  annual_income: Dollars.describe("The caller's income before tax, in dollars a year."),
});
type Input = z.infer<typeof Input>;

const TIMES_AT_MOST = 5;
/** Dollars a year; beyond these it was misheard: a month's pay, or nobody's. */
const INCOME_FROM = 5_000;
const INCOME_TO = 5_000_000;

interface Wish {
  readonly card: CreditCard;
  readonly newLimit: Cents;
  readonly annualIncome: Cents;
}

export function requestLimitIncrease(credit: CreditDesk): Tool<Input> {
  const judge = async (input: Input, customerId: string): Promise<Wish | ToolResult> => {
    const card = onlyCreditCard(await credit.cards(customerId), input.card_last_four);
    if ('ok' in card) return card;
    return card.waiting === null ? wishFor(card, input) : waiting(card, card.waiting);
  };
  return {
    name: 'request_limit_increase',
    title: 'Requesting a higher limit',
    description:
      "Records the verified caller's request for a higher limit on their credit card. A specialist decides, so transfer the caller afterwards. The card can be left out where they have one credit card only.",
    input: Input,
    needs: 'verified',
    effect: 'change',
    async readBack(input, { customerId = '' }) {
      const wish = await judge(input, customerId);
      if ('ok' in wish) return wish;
      const { card, newLimit, annualIncome } = wish;
      return `You want me to ask for a limit of ${spokenMoney(newLimit)} on your ${spokenCard(card)}, instead of ${spokenMoney(card.limit)}, with an income of ${spokenMoney(annualIncome)} a year. Is that right?`;
    },
    async run(input, { callId, customerId = '' }) {
      const wish = await judge(input, customerId);
      if ('ok' in wish) return wish;
      const { outcome, reference } = await credit.requestLimit({ ...wish, customerId, callId });
      if (outcome === 'already_requested') return waiting(wish.card, reference);
      const { card, newLimit, annualIncome } = wish;
      return {
        ok: true,
        say: `I've recorded your request for a limit of ${spokenMoney(newLimit)}, with the reference ${reference}. A credit specialist will decide on it.`,
        facts: {
          reference,
          card: maskedCard(card.lastFour),
          current_limit: inDollars(card.limit),
          new_limit: inDollars(newLimit),
          annual_income: inDollars(annualIncome),
          status: 'awaiting specialist',
        },
      };
    },
  };
}

function onlyCreditCard(
  cards: readonly CreditCard[],
  lastFour: string | undefined,
): CreditCard | ToolResult {
  const meant = cards.filter((card) =>
    lastFour === undefined ? card.status !== 'expired' : card.lastFour === lastFour,
  );
  const [card, ...others] = meant;
  const argument = { argument: 'card_last_four' };
  if (card === undefined)
    return lastFour === undefined || cards.length === 0
      ? refuse('not_found', "I can't find a credit card in your name.", {})
      : refuse(
          'no_card',
          `You have no credit card ending in ${lastFour}. Which four digits does it end in?`,
          argument,
        );
  if (others.length > 0)
    return refuse(
      'ambiguous',
      `Is it the card ending in ${spokenList(
        meant.map((each) => each.lastFour),
        'or',
      )}?`,
      argument,
    );
  if (card.status !== 'blocked' && card.status !== 'expired') return card;
  return refuse(
    `card_${card.status}`,
    `Your ${spokenCard(card)} ${card.status === 'blocked' ? 'is blocked' : 'has expired'}, so its limit can't be changed.`,
    { card: maskedCard(card.lastFour) },
  );
}

function wishFor(card: CreditCard, input: Input): Wish | ToolResult {
  const limit = readAmount(input.new_limit, 'new_limit');
  if (!limit.ok) return limit.result;
  const income = readAmount(input.annual_income, 'annual_income');
  if (!income.ok) return income.result;
  const now = spokenMoney(card.limit);
  if (limit.amount <= card.limit)
    return refuse('out_of_range', `Your limit is ${now} already. What should the new one be?`, {
      argument: 'new_limit',
    });
  if (limit.amount > card.limit * TIMES_AT_MOST)
    return refuse(
      'out_of_range',
      `That is more than five times your limit of ${now}, which I can't ask for. What should it be instead?`,
      { argument: 'new_limit' },
    );
  if (income.amount < INCOME_FROM * 100 || income.amount > INCOME_TO * 100)
    return refuse(
      'out_of_range',
      `I understood ${spokenMoney(income.amount)} a year, which can't be right. What is your income in a year, before tax?`,
      { argument: 'annual_income' },
    );
  return { card, newLimit: limit.amount, annualIncome: income.amount };
}

function waiting(card: CreditCard, reference: string): ToolResult {
  return refuse(
    'already_done',
    `A request for your ${spokenCard(card)} is waiting for a specialist already. Its reference is ${reference}.`,
    { card: maskedCard(card.lastFour), reference },
  );
}

type Why = Extract<ToolResult, { readonly ok: false }>['why'];

function refuse(why: Why, say: string, facts: Readonly<Record<string, unknown>>): ToolResult {
  return { ok: false, why, say, facts };
}
