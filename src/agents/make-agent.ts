/** A scenario with what all scenarios share: the persona, the tools of every call, how calls begin and end. */
import { withChoices } from './choice-phrases.ts';
import { ANYTHING_ELSE, CLOSING, GREETING, promptOf, toolsOf } from './persona.ts';
import type { Agent, Scenario } from './scenario.ts';

export function makeAgent({ brief, goal, ...scenario }: Scenario): Agent {
  return {
    ...scenario,
    phrasebook: withChoices(scenario.phrasebook, goal),
    tools: toolsOf(brief),
    prompt: promptOf(brief),
    flow: {
      greeting: GREETING,
      goals: [{ id: scenario.id, ...goal }],
      scope: goal.scope,
      anythingElse: ANYTHING_ELSE,
      closing: CLOSING,
    },
  };
}
