/** What this bank's Luna can be called about, from the server; asks again until there is an answer. */
import * as z from 'zod/mini';
import { systemClock, type Clock } from '#lib/clock.ts';

const RETRY_MS = 3_000;

const Scenario = z.object({
  id: z.string(),
  name: z.string(),
  /** One line for its card. */
  shows: z.string(),
  /** The name of a picture. */
  icon: z.optional(z.string()),
  ends: z.enum(['resolved', 'escalated']),
  /** Sentences to try. */
  says: z.optional(z.array(z.string())),
  /** Whom the caller may pretend to be: a customer of the seeded bank. */
  demo: z.optional(
    z.object({
      name: z.string(),
      facts: z.array(z.object({ label: z.string(), value: z.string() })),
    }),
  ),
});
export type Scenario = z.infer<typeof Scenario>;

const Directory = z.object({
  bank: z.string(),
  assistant: z.string(),
  scenarios: z.array(Scenario),
  /** For whoever chooses none of them. */
  freeform: z.optional(Scenario),
});

export type DirectoryState =
  | { at: 'loading' }
  | { at: 'unreachable' }
  | ({ at: 'ready' } & z.infer<typeof Directory>);

export interface DirectoryClient {
  readonly state: () => DirectoryState;
  readonly subscribe: (onChange: () => void) => () => void;
  readonly retry: () => void;
}

export function createDirectory(clock: Clock = systemClock()): DirectoryClient {
  const listeners = new Set<() => void>();
  let state: DirectoryState = { at: 'loading' };
  let cancelRetry: (() => void) | undefined;
  const become = (next: DirectoryState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const load = async (): Promise<void> => {
    cancelRetry?.();
    const answer = await ask();
    become(answer);
    if (answer.at === 'unreachable') cancelRetry = clock.after(RETRY_MS, () => void load());
  };
  void load();
  return {
    state: () => state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    retry: () => void load(),
  };
}

async function ask(): Promise<DirectoryState> {
  try {
    const response = await fetch('/api/scenarios');
    if (!response.ok) return { at: 'unreachable' };
    return { at: 'ready', ...Directory.parse(await response.json()) };
  } catch {
    return { at: 'unreachable' };
  }
}
