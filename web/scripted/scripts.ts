/** The scripts of all scenarios, fetched while all is well: when the server is gone, the page has them. */
import * as z from 'zod/mini';
import { systemClock, type Clock } from '#lib/clock.ts';

const RETRY_MS = 5_000;

const ScriptLine = z.object({
  n: z.number(),
  who: z.enum(['luna', 'caller']),
  text: z.string(),
  tool: z.optional(z.object({ name: z.string(), label: z.string() })),
  /** Words that fit here as well. */
  expects: z.optional(z.array(z.string())),
});
export type ScriptLine = z.infer<typeof ScriptLine>;

const Script = z.object({
  scenario: z.string(),
  lines: z.array(ScriptLine),
  ends: z.enum(['resolved', 'escalated']),
});
export type Script = z.infer<typeof Script>;

export interface Scripts {
  readonly find: (scenario: string) => Script | undefined;
  /** Fetches what is not here yet; asks again until it is. */
  readonly fetchAll: (scenarios: readonly string[]) => void;
}

export function createScripts(clock: Clock = systemClock()): Scripts {
  const kept = new Map<string, Script>();
  const load = async (scenarios: readonly string[]): Promise<void> => {
    const missing = scenarios.filter((id) => !kept.has(id));
    const found = await Promise.all(missing.map(ask));
    for (const script of found) if (script !== undefined) kept.set(script.scenario, script);
    if (found.includes(undefined)) clock.after(RETRY_MS, () => void load(scenarios));
  };
  return {
    find: (scenario) => kept.get(scenario),
    fetchAll: (scenarios) => void load(scenarios),
  };
}

async function ask(scenario: string): Promise<Script | undefined> {
  try {
    const response = await fetch(`/api/scripts/${encodeURIComponent(scenario)}`);
    return response.ok ? Script.parse(await response.json()) : undefined;
  } catch {
    return undefined; // asked again
  }
}
