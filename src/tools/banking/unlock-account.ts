/** Opens online banking again for a customer who is locked out after wrong passwords. */
import { z } from 'zod';
import type { OnlineAccess } from '#bank/bank.ts';
import type { Tool, ToolResult } from '#tools/tool.ts';
import { NO_ACCESS } from './access-words.ts';

const Input = z.object({});
type Input = z.infer<typeof Input>;

export function unlockAccount(access: OnlineAccess): Tool<Input> {
  return {
    name: 'unlock_account',
    title: 'Unlocking your online access',
    description:
      "Unlocks the verified caller's online banking after too many wrong passwords. It does not change the password.",
    input: Input,
    needs: 'verified',
    effect: 'change',
    async readBack(_input, { customerId = '' }) {
      const status = await access.status(customerId);
      if (status === undefined) return NO_ACCESS;
      if (status === 'active') return unlocked(true);
      return 'Your online banking is locked after too many wrong passwords. Shall I unlock it?';
    },
    async run(_input, { callId, customerId = '' }) {
      const outcome = await access.unlock({ customerId, callId });
      return outcome === 'no_access' ? NO_ACCESS : unlocked(outcome === 'already_unlocked');
    },
  };
}

function unlocked(already: boolean): ToolResult {
  return {
    ok: true,
    say: already
      ? "Your online banking isn't locked. You can log in with your password."
      : 'Your online banking is unlocked, and you can log in again.',
    facts: { access: 'active', ...(already ? { already_unlocked: true } : {}) },
  };
}
