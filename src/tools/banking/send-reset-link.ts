/** Sends a link to choose a new password with, to where the customer is known to be. */
import { z } from 'zod';
import type { OnlineAccess } from '#bank/bank.ts';
import type { Tool } from '#tools/tool.ts';
import { NO_ACCESS, spokenAddress } from './access-words.ts';

const Input = z.object({
  channel: z
    .enum(['email', 'text'])
    .describe('How the link is sent: to the email address or the phone number on file.'),
});
type Input = z.infer<typeof Input>;

export function sendResetLink(access: OnlineAccess): Tool<Input> {
  return {
    name: 'send_reset_link',
    title: 'Sending your reset link',
    description:
      'Sends the verified caller a link to choose a new password for online banking, by email or text message, to the address on file. It works for thirty minutes. No other address can be given by phone.',
    input: Input,
    needs: 'verified',
    effect: 'change',
    async readBack({ channel }, { customerId = '' }) {
      if ((await access.status(customerId)) === undefined) return NO_ACCESS;
      const address = spokenAddress(channel, await access.address(customerId, channel));
      return `Shall I send a link to reset your password to the ${address}?`;
    },
    async run({ channel }, { callId, customerId = '' }) {
      const outcome = await access.sendResetLink({ customerId, channel, callId });
      if (outcome === 'no_access') return NO_ACCESS;
      const address = spokenAddress(channel, await access.address(customerId, channel));
      const locked = (await access.status(customerId)) === 'locked';
      return {
        ok: true,
        say: `I've sent the link to the ${address}. It works for thirty minutes.`,
        facts: {
          channel,
          sent_to: address,
          valid_minutes: 30,
          access: locked ? 'locked' : 'active',
        },
      };
    },
  };
}
