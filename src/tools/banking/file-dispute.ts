/** Disputes a card payment. */
import { z } from 'zod';
import type { DisputeDesk } from '#bank/bank.ts';
import type { Tool, ToolResult } from '#tools/tool.ts';
import { inDollars, spokenMoney } from './money-words.ts';
import { spokenDay, spokenFullDate } from './spoken-date.ts';

const Input = z.object({
  transaction_id: z
    .string()
    .max(40)
    .describe('The transaction_id that get_transaction_details gave, such as TX-41207.'),
  reason: z
    .enum(['unauthorized', 'duplicate', 'wrong_amount', 'not_received'])
    .describe(
      'unauthorized: the caller did not make it. duplicate: charged twice. wrong_amount: not what was agreed. not_received: the goods never came.',
    ),
});
type Input = z.infer<typeof Input>;

const AS = {
  unauthorized: 'as one you did not make',
  duplicate: 'as charged twice',
  wrong_amount: 'as charged with the wrong amount',
  not_received: 'as one for something you never received',
} as const;

export function fileDispute(disputes: DisputeDesk): Tool<Input> {
  return {
    name: 'file_dispute',
    title: 'Filing your dispute',
    description:
      "Disputes one of the verified caller's card payments and gives a case number. Find the payment first with get_transaction_details.",
    input: Input,
    needs: 'verified',
    effect: 'change',
    async readBack({ transaction_id: reference, reason }, { customerId = '' }) {
      const checked = await disputes.check({ customerId, reference });
      if (checked.outcome !== 'possible') return refused(checked);
      const { amount, merchant, madeOn } = checked;
      return `Shall I dispute the payment of ${spokenMoney(amount)} to ${merchant} on ${spokenFullDate(madeOn)}, ${AS[reason]}?`;
    },
    async run({ transaction_id: reference, reason }, { callId, customerId = '' }) {
      const filed = await disputes.file({ customerId, reference, reason, callId });
      if (filed.outcome !== 'filed') return refused(filed);
      const { amount, credited, merchant } = filed;
      const by = spokenDay(filed.decidedBy);
      return {
        ok: true,
        say: `I've filed your dispute, and the case number is ${filed.reference}. ${
          credited > 0
            ? `We have given you back ${spokenMoney(credited)} for now, and you will hear from us by ${by}.`
            : `We will ask ${merchant} about it, and you will hear from us by ${by}.`
        }`,
        facts: {
          case_id: filed.reference,
          merchant,
          amount: inDollars(amount),
          reason,
          provisional_credit: inDollars(credited),
          decided_by: filed.decidedBy,
        },
      };
    },
  };
}

type Refused = Exclude<Awaited<ReturnType<DisputeDesk['file']>>, { readonly outcome: 'filed' }>;

function refused(why: Refused): ToolResult {
  switch (why.outcome) {
    case 'already_disputed':
      return {
        ok: false,
        why: 'already_done',
        say: `That payment is disputed already. The case number is ${why.reference}.`,
        facts: { case_id: why.reference },
      };
    case 'too_old':
      return {
        ok: false,
        why: 'out_of_range',
        say: "I'm sorry, that payment was more than 120 days ago, so it can't be disputed any more.",
        facts: {},
      };
    case 'no_payment':
      return {
        ok: false,
        why: 'not_found',
        say: "I can't find that payment on your cards.",
        facts: { argument: 'transaction_id' },
      };
  }
}
