/** What the page needs to know before a call: `/api/scenarios`. */
import { type Agent, agents, freeform } from '#agents/agent.ts';

/** Ten cards, and the call without a scenario. */
export function directoryOf(brand: { readonly bank: string; readonly assistant: string }): object {
  return { ...brand, scenarios: agents.map(shown), freeform: shown(freeform) };
}

function shown({ id, name, shows, icon, ends, says, demo }: Agent): object {
  return { id, name, shows, icon, ends, says, demo };
}
