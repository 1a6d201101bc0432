/** Finds the card payment that a caller means, by what they remember of it. */
import { z } from 'zod';
import type { Clues, Payment, TransactionReader } from '#bank/bank.ts';
import type { Tool, ToolResult } from '#tools/tool.ts';
import { maskedCard } from './card-words.ts';
import { spokenList } from './loan-words.ts';
import { Dollars, inDollars, readAmount, spokenMoney } from './money-words.ts';
import { spokenDay, spokenFullDate } from './spoken-date.ts';

const Input = z.object({
  amount: Dollars.optional(),
  merchant: z
    .string()
    .max(200)
    .optional()
    .describe('The shop or company that was paid, as the caller says it.'),
  date: z.iso.date().optional().describe('The day of the payment as YYYY-MM-DD.'),
});
type Input = z.infer<typeof Input>;

/** As many as one can listen to. */
const PAYMENTS_SAID = 3;

const ASK = {
  amount: 'How much was the one you mean?',
  merchant: 'Which shop or company was it?',
  date: 'On which day was it?',
} as const satisfies Record<keyof Clues, string>;

export function getTransactionDetails(transactions: TransactionReader): Tool<Input> {
  return {
    name: 'get_transaction_details',
    title: 'Looking for the payment',
    description:
      "Finds one of the verified caller's card payments by its amount, by who was paid, or by its day: at least one of them. Gives the transaction_id that file_dispute needs.",
    input: Input,
    needs: 'verified',
    effect: 'read',
    async run({ amount: dollars, merchant = '', date }, { customerId = '' }) {
      const read = dollars === undefined ? undefined : readAmount(Math.abs(dollars));
      if (read?.ok === false) return read.result;
      const clues: Clues = {
        ...(read === undefined ? {} : { amount: read.amount }),
        ...(merchant.trim() === '' ? {} : { merchant }),
        ...(date === undefined ? {} : { date }),
      };
      if (Object.keys(clues).length === 0) return nothingToGoBy();
      const found = await transactions.find(customerId, clues);
      switch (found.outcome) {
        case 'one':
          return told(found.payment, found.times);
        case 'several':
          return whichOne(found.payments, found.by);
        case 'none':
          return notFound(found.wrong, clues);
        case 'no_payments':
          return refuse('not_found', "I can't see any card payment in your name.");
        case 'still_to_come':
          return refuse('out_of_range', `That day is still to come. ${ASK.date}`, 'date');
      }
    },
  };
}

function told(
  { reference, cardLastFour, dispute, ...payment }: Payment,
  times: number,
): ToolResult {
  const { merchant, amount, madeOn } = payment;
  const seen = times > 1 ? `I see it ${times === 2 ? 'twice' : `${times} times`}` : 'I found it';
  return {
    ok: true,
    say: `${seen}: ${spokenMoney(amount)} at ${merchant} on ${spokenFullDate(madeOn)}, with your card ending in ${cardLastFour}.${
      dispute === null ? '' : ` It is disputed already, with case number ${dispute}.`
    }`,
    facts: {
      transaction_id: reference,
      merchant,
      amount: inDollars(amount),
      date: madeOn,
      card: maskedCard(cardLastFour),
      ...(times > 1 ? { times } : {}),
      ...(dispute === null ? {} : { dispute }),
    },
  };
}

function whichOne(payments: readonly Payment[], by: keyof Clues): ToolResult {
  const [first] = payments;
  const merchants = new Set(payments.map(({ merchant }) => merchant));
  const from = merchants.size === 1 && first !== undefined ? ` from ${first.merchant}` : '';
  const each = payments.map(
    ({ merchant, amount, madeOn }) =>
      `${spokenMoney(amount)}${from === '' ? ` at ${merchant}` : ''} on ${spokenDay(madeOn)}`,
  );
  const seen =
    payments.length > PAYMENTS_SAID
      ? `I see ${payments.length} payments${from} that fit. ${ASK[by]}`
      : `I see ${payments.length} payments${from}: ${spokenList(each)}. ${ASK[by]}`;
  return {
    ok: false,
    why: 'ambiguous',
    say: seen,
    facts: {
      argument: by,
      payments: payments.map(({ merchant, amount, madeOn }) => ({
        merchant,
        amount: inDollars(amount),
        date: madeOn,
      })),
    },
  };
}

/** The name is not said again: it was heard, and may be anything. */
function notFound(wrong: keyof Clues, { amount, date }: Clues): ToolResult {
  const what = {
    amount: amount === undefined ? '' : ` of ${spokenMoney(amount)}`,
    date: date === undefined ? '' : ` on ${spokenDay(date)}`,
    merchant: ' from there',
  }[wrong];
  const ask = wrong === 'amount' ? 'How much was it exactly?' : ASK[wrong];
  return refuse('not_found', `I can't find a payment${what}. ${ask}`, wrong);
}

function nothingToGoBy(): ToolResult {
  return refuse(
    'bad_arguments',
    'Tell me how much it was, on which day, or who was paid. Which shop or company was it?',
    'merchant',
  );
}

function refuse(
  why: 'not_found' | 'out_of_range' | 'bad_arguments',
  say: string,
  argument?: keyof Clues,
): ToolResult {
  return { ok: false, why, say, facts: argument === undefined ? {} : { argument } };
}
