/** Who is calling? The door to everything that is only the caller's business. */
import { z } from 'zod';
import type { IdentityChecker, Verification } from '#bank/bank.ts';
import type { Tool, ToolResult } from '#tools/tool.ts';
import { CardLastFour, maskedCard } from './card-words.ts';

const Input = z.object({
  card_last_four: CardLastFour,
  date_of_birth: z.iso
    .date()
    .optional()
    .describe("The caller's date of birth as YYYY-MM-DD. Give this or the PIN."),
  pin: z
    .string()
    .regex(/^\d{4}$/, 'four digits')
    .optional()
    .describe("The caller's four-digit PIN. Give this or the date of birth."),
});
type Input = z.infer<typeof Input>;

export function verifyIdentity(identity: IdentityChecker): Tool<Input> {
  return {
    name: 'verify_identity',
    title: 'Checking your identity',
    description:
      'Verifies who is calling, by the last four digits of one of their cards together with their date of birth or their PIN. Ask the caller for both first; never guess. Needed before anything is changed or told.',
    input: Input,
    needs: 'unknown',
    effect: 'read',
    async run({ card_last_four: lastFour, date_of_birth: dateOfBirth, pin }, { callId, phone }) {
      const card = maskedCard(lastFour);
      if (dateOfBirth === undefined && pin === undefined) return needsFactor(card);
      const verification = await identity.verify({
        lastFour,
        callId,
        ...(dateOfBirth === undefined ? {} : { dateOfBirth }),
        ...(pin === undefined ? {} : { pin }),
        ...(phone === undefined ? {} : { phone }),
      });
      return answer(verification, card, pin === undefined ? 'PIN' : 'date of birth');
    },
  };
}

function answer(
  verification: Verification,
  card: string,
  otherFactor: 'PIN' | 'date of birth',
): ToolResult {
  switch (verification.outcome) {
    case 'verified': {
      const { id, firstName } = verification.customer;
      return {
        ok: true,
        say: `Thank you, ${firstName}. I've confirmed that it's you.`,
        facts: { card, first_name: firstName, verified: true },
        consequence: { kind: 'verified', customerId: id, firstName },
      };
    }
    case 'no_match':
      return {
        ok: false,
        why: 'no_match',
        say: "I'm sorry, that doesn't match what we have. Could you give me the last four digits of your card once more, and your date of birth or your PIN?",
        facts: { card },
        consequence: { kind: 'identity_failed' },
      };
    case 'ambiguous':
      return {
        ok: false,
        why: 'needs_another_factor',
        say: `I need one more thing to be sure it's you. Could you tell me your ${otherFactor} as well?`,
        facts: { card, needed: otherFactor === 'PIN' ? 'pin' : 'date_of_birth' },
      };
    case 'locked':
      return {
        ok: false,
        why: 'too_many_attempts',
        say: "I'm sorry, there have been too many attempts today, so I can't verify you by phone. A colleague will have to help you.",
        facts: { card },
        consequence: { kind: 'escalated', reason: 'identity locked after too many attempts' },
      };
  }
}

function needsFactor(card: string): ToolResult {
  return {
    ok: false,
    why: 'needs_another_factor',
    say: 'I also need your date of birth, or your four-digit PIN.',
    facts: { card, needed: 'date_of_birth or pin' },
  };
}
