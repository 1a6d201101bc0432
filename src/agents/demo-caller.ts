/** Whom the caller may pretend to be, as the page shows it. */
import type { Scenario } from './scenario.ts';

export function demoCaller(
  name: string,
  identity: { readonly card: string; readonly born: string; readonly pin: string },
  story: Readonly<Record<string, string>> = {},
): Scenario['demo'] {
  const { card, born, pin } = identity;
  const facts = { 'Card ending': card, 'Date of birth': born, PIN: pin, ...story };
  return { name, facts: Object.entries(facts).map(([label, value]) => ({ label, value })) };
}
