/** Which scenario is meant: by the id a caller gives, or by the tool that a call needs. */
import { type Agent, agents } from '#agents/agent.ts';
import { clientError } from '#protocol/read-client-event.ts';
import type { ErrorDetail } from '#protocol/server-events.ts';

/** Whoever names no scenario says by himself what he wants. */
export const FREEFORM = 'freeform';

/** Tools of every scenario: they tell nothing. */
const SHARED = new Set(['verify_identity', 'transfer_to_agent']);

const byTool = new Map<string, Agent>();
for (const agent of agents)
  for (const tool of agent.tools)
    // The first that has it: a balance is asked for before many a transfer, and before a wire too.
    if (!SHARED.has(tool) && !byTool.has(tool)) byTool.set(tool, agent);

export function scenarioOf(tool: string): Agent | undefined {
  return byTool.get(tool);
}

/** Like a 404: what is there is named. */
export function unknownScenario(id: string): ErrorDetail {
  const ids = [...agents.map((agent) => agent.id), FREEFORM].join(', ');
  const message = `There is no scenario "${id.slice(0, 64)}"; there is ${ids}. Begin one with luna.start.`;
  return clientError(null, 'unknown_scenario', message, 'scenario');
}
