/** Is this recipient saved, and where is their account? */
import { z } from 'zod';
import type { RecipientReader } from '#bank/bank.ts';
import type { Tool } from '#tools/tool.ts';
import { maskedCard } from './card-words.ts';
import { recipientRefused } from './wire-refusals.ts';

export const RecipientName = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .describe("The recipient's name as the caller says it; the first name may be enough.");

const Input = z.object({ recipient_name: RecipientName });
type Input = z.infer<typeof Input>;

export function verifyRecipient(reader: RecipientReader): Tool<Input> {
  return {
    name: 'verify_recipient',
    title: 'Looking for the recipient',
    description:
      "Finds a recipient among those the verified caller has saved for wires, and tells the bank and the country. New recipients can't be added by phone.",
    input: Input,
    needs: 'verified',
    effect: 'read',
    async run({ recipient_name: said }, { customerId = '' }) {
      const found = await reader.find(customerId, said);
      if (found.outcome !== 'found') return recipientRefused(found);
      const { name, bank, country, lastFour } = found.recipient;
      return {
        ok: true,
        say: `I've found ${name}, at ${bank} in ${spokenCountry(country)}, with the account ending in ${lastFour}.`,
        facts: { recipient_name: name, bank, country, account_last_four: maskedCard(lastFour) },
      };
    },
  };
}

/** "in Spain", "in the United States". */
export function spokenCountry(country: string): string {
  return country.startsWith('United ') ? `the ${country}` : country;
}
