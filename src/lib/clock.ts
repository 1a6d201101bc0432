/** Time is an argument: only house.ts and the scripts make the real clock; tests move one by hand. */
export interface Clock {
  /** Milliseconds, monotonic; only differences mean anything. */
  now(): number;
  /** Wall-clock time, milliseconds since 1970. */
  date(): number;
  /** Runs the action once after the delay (ms), unless the returned function is called first. */
  after(delayMs: number, action: () => void): () => void;
}

interface Timers {
  performance: { now(): number };
  setTimeout(action: () => void, delayMs: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** The clock of this machine, on Node and in a browser. */
export function systemClock(): Clock {
  // lib/ knows neither Node nor the DOM; both have these three.
  const host = globalThis as unknown as Timers;
  return {
    now: () => host.performance.now(),
    date: () => Date.now(),
    after(delayMs, action) {
      const timer = host.setTimeout(action, delayMs);
      return () => host.clearTimeout(timer);
    },
  };
}
