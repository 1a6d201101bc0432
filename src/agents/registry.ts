/** Every scenario, in the order in which the page shows them. */
import { blockCard } from './block-card.ts';
import type { Agent } from './scenario.ts';

export const agents: readonly Agent[] = [blockCard];

export function findAgent(id: string): Agent | undefined {
  return agents.find((agent) => agent.id === id);
}
