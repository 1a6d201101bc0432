/** A Luna whose record holds thirty days of made-up calls, for the managers' page. */
import { join } from 'node:path';
import { systemClock } from '#lib/clock.ts';
import { openDatabase } from '#database/database.ts';
import { addDemoCalls, openRecord } from '#record/record.ts';
import { type Luna, startLuna } from './luna.ts';

export function startManagersLuna(port = 0): Promise<Luna> {
  return startLuna(port, async (dataDir) => {
    const clock = systemClock();
    await using database = openDatabase(join(dataDir, 'luna.db'));
    await (await openRecord(database, clock, () => undefined)).close();
    await addDemoCalls(database, clock.date());
  });
}
