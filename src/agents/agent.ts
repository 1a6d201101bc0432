/** The door of `agents/`: who Luna is, scenario by scenario. */
export { agents, findAgent, freeform } from './registry.ts';
export { INSIGHTS_PHRASEBOOK } from './phrases/insights.ts';
export { INSIGHTS_STYLE, insightsAgent, insightsModes, insightsPersonas } from './insights.ts';
export type { Agent } from './scenario.ts';
