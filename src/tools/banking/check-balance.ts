/** What is in the caller's accounts. */
import { z } from 'zod';
import type { AccountReader, OwnAccount } from '#bank/bank.ts';
import { cents } from '#lib/brand.ts';
import type { Tool, ToolResult } from '#tools/tool.ts';
import { AccountKind, KIND_WORDS, maskedAccount, spokenAccount } from './account-words.ts';
import { inDollars, spokenMoney } from './money-words.ts';

const Input = z.object({
  account: AccountKind.optional().describe('Which account. Without it, all of them.'),
});
type Input = z.infer<typeof Input>;

export function checkBalance(reader: AccountReader): Tool<Input> {
  return {
    name: 'check_balance',
    title: 'Checking your balance',
    description:
      "Tells the balance of one of the verified caller's accounts, or of all of them: checking, savings, credit card.",
    input: Input,
    needs: 'verified',
    effect: 'read',
    async run({ account: kind }, { customerId = '' }) {
      const all = await reader.accounts(customerId);
      const named = kind === undefined ? all : all.filter((account) => account.kind === kind);
      const open = named.filter((account) => account.open);
      if (open.length > 0) return balances(open);
      return named.length > 0 ? closed(kind) : none(kind);
    },
  };
}

function balances(accounts: readonly OwnAccount[]): ToolResult {
  const sentences = accounts.map((account) => `your ${balanceOf(account)}`);
  const last = sentences.pop() ?? '';
  const said = sentences.length === 0 ? last : `${sentences.join(', ')}, and ${last}`;
  return {
    ok: true,
    // Several are said in one breath.
    say: `${said.slice(0, 1).toUpperCase()}${said.slice(1)}.`,
    facts: {
      accounts: accounts.map((account) => ({
        account: account.kind,
        last_four: maskedAccount(account),
        balance: inDollars(account.balance),
        available: inDollars(account.available),
      })),
    },
  };
}

function balanceOf(account: OwnAccount): string {
  const { kind, balance, available } = account;
  if (kind !== 'credit_card') return `${spokenAccount(account)} has ${spokenMoney(balance)}`;
  const owed = cents(Math.max(0, 0 - balance));
  return `credit card has ${spokenMoney(owed)} to pay and ${spokenMoney(available)} of credit left`;
}

function closed(kind: Input['account']): ToolResult {
  return {
    ok: false,
    why: 'closed_account',
    say:
      kind === undefined
        ? 'Your accounts with us are closed.'
        : `Your ${KIND_WORDS[kind]} is closed.`,
    facts: kind === undefined ? {} : { argument: 'account', account: kind },
  };
}

function none(kind: Input['account']): ToolResult {
  return {
    ok: false,
    why: 'no_account',
    say:
      kind === undefined
        ? "I can't find an account in your name."
        : `You don't have a ${KIND_WORDS[kind]} with us.`,
    facts: kind === undefined ? {} : { argument: 'account', account: kind },
  };
}
