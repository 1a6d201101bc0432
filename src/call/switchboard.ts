/** All calls of the house: how many may be on the line, and how the house closes. Calls share nothing else. */
import type { CallId } from '#lib/brand.ts';
import type { Clock } from '#lib/clock.ts';
import { makeId } from '#lib/id.ts';

export interface SwitchboardOptions {
  readonly maxCalls: number;
  /** Milliseconds that a new caller would be behind in being understood. */
  readonly lagMs: () => number;
  readonly clock: Clock;
}

/** What a call is given when it is let in. */
export interface Admission {
  readonly callId: CallId;
  /** Aborted when the house closes and will not wait any longer. */
  readonly signal: AbortSignal;
}

export type Refused = 'busy' | 'closing';

/** Whoever is on the line is served first: one more would only make all of them wait. */
const MOST_LAG_MS = 1_000;

/** Why a call cannot be taken now. Pure. */
export function refusalOf(house: {
  readonly closing: boolean;
  readonly running: number;
  readonly maxCalls: number;
  readonly lagMs: number;
}): Refused | undefined {
  if (house.closing) return 'closing';
  const isFull = house.running >= house.maxCalls || house.lagMs > MOST_LAG_MS;
  return isFull ? 'busy' : undefined;
}

export class Switchboard {
  readonly #options: SwitchboardOptions;
  readonly #calls = new Map<CallId, Promise<void>>();
  readonly #closing = new AbortController();
  #draining = false;

  constructor(options: SwitchboardOptions) {
    this.#options = options;
  }

  get running(): number {
    return this.#calls.size;
  }

  get open(): boolean {
    return !this.#draining;
  }

  /** Runs the call to its end, or says at once why it cannot be taken. */
  admit(call: (admission: Admission) => Promise<unknown>): Refused | undefined {
    const { maxCalls, lagMs } = this.#options;
    const { running } = this;
    const refused = refusalOf({ closing: this.#draining, running, maxCalls, lagMs: lagMs() });
    if (refused) return refused;
    const callId = makeId('call') as CallId;
    const over = this.#run(callId, call);
    this.#calls.set(callId, over);
    return undefined;
  }

  /** No new calls; running ones may finish for so long, then they are ended. Resolves when none is left. */
  async drain(limitMs: number): Promise<void> {
    this.#draining = true;
    const stop = this.#options.clock.after(limitMs, () => this.#closing.abort());
    await Promise.all(this.#calls.values());
    stop();
  }

  async #run(callId: CallId, call: (admission: Admission) => Promise<unknown>): Promise<void> {
    try {
      await call({ callId, signal: this.#closing.signal });
    } finally {
      this.#calls.delete(callId);
    }
  }
}
