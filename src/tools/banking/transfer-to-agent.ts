/** The caller wants, or needs, a person. What was gathered goes along, so that nothing has to be told twice. */
import { z } from 'zod';
import type { Tool } from '#tools/tool.ts';

const MOST_DETAILS = 24;
const LONGEST_NAME = 40;
const LONGEST_WORDS = 300;

const Input = z.object({
  reason: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .transform(withoutNumbers)
    .describe('Why a person is needed, in a few words and without any number of the caller.'),
  details: z
    .record(
      z.string().min(1).max(LONGEST_NAME),
      z.union([
        z.string().max(LONGEST_WORDS).transform(withoutNumbers),
        z.number().transform((value) => (Math.abs(value) < 1e9 ? value : '[number]')),
        z.boolean(),
      ]),
    )
    .refine((details) => Object.keys(details).length <= MOST_DETAILS, 'too many details')
    .optional()
    .describe(
      'What the caller has told you about it, one fact for each name: {"new_limit": 6000, "employment": "employed"}. Never a PIN, a date of birth or a full number.',
    ),
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
    run: async ({ reason, details = {} }) => ({
      ok: true,
      say: 'They will have everything you told me, so you need not say it again. Thank you for calling, and goodbye.',
      facts: { handed_over: true },
      consequence: { kind: 'escalated', reason, details },
    }),
  };
}

/** Digits that are too many for an amount, a day or the end of a card, however they are parted or written. */
function withoutNumbers(words: string): string {
  return words
    .normalize('NFKC')
    .replaceAll(/\p{Nd}(?:[ .,/-]?\p{Nd}){4,}/gu, (run) => (isAmountOrDay(run) ? run : '[number]'));
}

function isAmountOrDay(run: string): boolean {
  return /^\d{1,3}(,\d{3})+(\.\d\d)?$|^\d{1,6}(\.\d\d)?$|^20[2-9]\d-\d\d-\d\d$/.test(run);
}
