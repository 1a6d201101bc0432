/** The caller wants, or needs, a person. */
import { z } from 'zod';
import type { Tool } from '#tools/tool.ts';

const Input = z.object({
  reason: z
    .string()
    .min(1)
    .max(200)
    .describe('Why a person is needed, in a few words and without any number of the caller.'),
});
type Input = z.infer<typeof Input>;

export function transferToAgent(): Tool<Input> {
  return {
    name: 'transfer_to_agent',
    title: 'Passing you to a colleague',
    description:
      'Hands the caller over to a person. Use it when the caller asks for one, is upset, or needs something you cannot do.',
    input: Input,
    needs: 'unknown',
    effect: 'read',
    run: async ({ reason }) => ({
      ok: true,
      say: "Of course. I've passed this on to a colleague, who will call you back as soon as possible. Thank you for your patience, and goodbye.",
      facts: { handed_over: true },
      consequence: { kind: 'escalated', reason },
    }),
  };
}
