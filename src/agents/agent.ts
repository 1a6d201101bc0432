/** The door of `agents/`: who Luna is, scenario by scenario. */
export { agents, findAgent } from './registry.ts';
export type { Agent } from './scenario.ts';
