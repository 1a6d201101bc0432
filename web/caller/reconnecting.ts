/** How long a lost line is looked for, and how often: at once, then less and less. */

/** The server keeps a call for so long whose socket has gone. */
export const GIVE_UP_AFTER_MS = 10_000;
/** A try that hangs is given up. */
export const TRY_LIMIT_MS = 3_000;
/** Without a refusal for so long, a resumed line counts as steady. */
export const RESUMED_AFTER_MS = 400;
const FIRST_RETRY_MS = 100;
const LONGEST_WAIT_MS = 2_000;

/** Before the n-th try, counted from 0. */
export function retryAfterMs(tries: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_RETRY_MS * 2 ** tries);
}
