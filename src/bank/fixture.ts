/** For tests: a freshly seeded bank whose clock stands still until it is set. */
import type { Database } from '#database/database.ts';
import type { Clock } from '#lib/clock.ts';
import { type Bank, openBank } from './bank.ts';

/** Thursday, 1 October 2026, noon. */
const NOON = Date.UTC(2026, 9, 1, 12);

export interface StillClock extends Clock {
  setDate(date: number): void;
}

export function stillClock(start = NOON): StillClock {
  let date = start;
  return {
    now: () => date - start,
    date: () => date,
    after: () => () => undefined,
    setDate: (to) => {
      date = to;
    },
  };
}

export async function openTestBank(database: Database): Promise<{ bank: Bank; clock: StillClock }> {
  const clock = stillClock();
  return { bank: await openBank(database, clock), clock };
}
