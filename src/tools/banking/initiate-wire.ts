/** Prepares a wire to a saved recipient: the money is set aside, a specialist releases it. */
import { z } from 'zod';
import type { Wires } from '#bank/bank.ts';
import type { Cents } from '#lib/brand.ts';
import type { Caller, Tool } from '#tools/tool.ts';
import { maskedAccount, spokenAccount } from './account-words.ts';
import { Dollars, inDollars, readAmount, spokenMoney } from './money-words.ts';
import { RecipientName, spokenCountry } from './verify-recipient.ts';
import { wireRefused } from './wire-refusals.ts';

const Input = z.object({
  recipient_name: RecipientName,
  amount: Dollars,
  from_account: z
    .enum(['checking', 'savings'])
    .optional()
    .describe('The account the money is taken from. Without it: checking.'),
});
type Input = z.infer<typeof Input>;

export function initiateWire(wires: Wires): Tool<Input> {
  return {
    name: 'initiate_wire',
    title: 'Preparing your wire',
    description:
      "Prepares a wire to one of the verified caller's saved recipients. Amount and fee are set aside at once; a specialist has to release the wire, so transfer the caller afterwards.",
    input: Input,
    needs: 'verified',
    effect: 'change',
    async readBack(input, caller) {
      const read = readAmount(input.amount);
      if (!read.ok) return read.result;
      const { amount } = read;
      const judged = await wires.judge(order(input, caller, amount));
      if (judged.outcome !== 'possible') return wireRefused(judged, input.from_account);
      const { name, bank, country } = judged.recipient;
      return `You want me to send ${spokenMoney(amount)} to ${name} at ${bank} in ${spokenCountry(country)}, from your ${spokenAccount(judged.account)}, plus a fee of ${spokenMoney(judged.fee)}. Is that right?`;
    },
    async run(input, caller) {
      const read = readAmount(input.amount);
      if (!read.ok) return read.result;
      const { amount } = read;
      const wire = await wires.initiate({
        ...order(input, caller, amount),
        callId: caller.callId,
      });
      if (wire.outcome !== 'awaiting_release') return wireRefused(wire, input.from_account);
      const { recipient, account, fee, reference } = wire;
      return {
        ok: true,
        say: `Your wire of ${spokenMoney(amount)} to ${recipient.name} is prepared, and the money is set aside with the fee of ${spokenMoney(fee)}. A specialist has to release it; your reference is ${reference}.`,
        facts: {
          recipient_name: recipient.name,
          bank: recipient.bank,
          country: recipient.country,
          amount: inDollars(amount),
          fee: inDollars(fee),
          from_account: account.kind,
          from_last_four: maskedAccount(account),
          from_balance: inDollars(account.balance),
          status: 'awaiting_release',
          reference,
        },
      };
    },
  };
}

function order(input: Input, { customerId = '' }: Caller, amount: Cents) {
  const { recipient_name: recipientName, from_account: from = 'checking' } = input;
  return { customerId, recipientName, from, amount };
}
