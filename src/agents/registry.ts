/** Every scenario, in the order in which the page shows them. */
import { blockCard } from './block-card.ts';
import { makeAgent } from './make-agent.ts';
import type { Agent, Scenario } from './scenario.ts';

const SCENARIOS: readonly Scenario[] = [blockCard];

export const agents: readonly Agent[] = SCENARIOS.map(makeAgent);

export function findAgent(id: string): Agent | undefined {
  return agents.find((agent) => agent.id === id);
}
