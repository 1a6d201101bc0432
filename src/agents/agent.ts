/** The door of `agents/`: who Luna is, scenario by scenario. */
export { agents, findAgent, freeform } from './registry.ts';
export type { Agent } from './scenario.ts';
