/** Moves money between the caller's own accounts. */
import { z } from 'zod';
import type { OwnAccount, Transfers } from '#bank/bank.ts';
import type { Cents } from '#lib/brand.ts';
import type { Tool, ToolResult } from '#tools/tool.ts';
import { AccountKind, maskedAccount, spokenAccount } from './account-words.ts';
import { Dollars, inDollars, readAmount, spokenMoney } from './money-words.ts';
import { transferRefused } from './transfer-refusals.ts';

const Input = z.object({
  from_account: AccountKind.describe('The account the money is taken from.'),
  to_account: AccountKind.describe('The account the money goes to; never the same one.'),
  amount: Dollars,
});
type Input = z.infer<typeof Input>;

export function transferFunds(transfers: Transfers): Tool<Input> {
  return {
    name: 'transfer_funds',
    title: 'Moving your money',
    description:
      "Moves money between the verified caller's own accounts, at once: checking, savings, or to pay the credit card. For another person or bank use a wire.",
    input: Input,
    needs: 'verified',
    effect: 'change',
    async readBack(input, { customerId = '' }) {
      const read = readAmount(input.amount);
      if (!read.ok) return read.result;
      const { amount } = read;
      const judged = await transfers.judge({ ...order(input, customerId), amount });
      if (judged.outcome !== 'possible') return transferRefused(judged, input);
      const { from, to } = judged;
      return `You want me to move ${spokenMoney(amount)} from your ${spokenAccount(from)} to your ${spokenAccount(to)}. Is that right?`;
    },
    async run(input, { callId, customerId = '' }) {
      const read = readAmount(input.amount);
      if (!read.ok) return read.result;
      const { amount } = read;
      const done = await transfers.transfer({ ...order(input, customerId), amount, callId });
      if (done.outcome !== 'transferred') return transferRefused(done, input);
      return transferred(amount, done.from, done.to, done.reference);
    },
  };
}

function order({ from_account: from, to_account: to }: Input, customerId: string) {
  return { customerId, from, to };
}

function transferred(
  amount: Cents,
  from: OwnAccount,
  to: OwnAccount,
  reference: string,
): ToolResult {
  return {
    ok: true,
    say: `I've moved ${spokenMoney(amount)} to your ${spokenAccount(to)}. Your ${spokenAccount(from)} now has ${spokenMoney(from.balance)}.`,
    facts: {
      amount: inDollars(amount),
      from_account: from.kind,
      from_last_four: maskedAccount(from),
      from_balance: inDollars(from.balance),
      to_account: to.kind,
      to_last_four: maskedAccount(to),
      to_balance: inDollars(to.balance),
      reference,
    },
  };
}
