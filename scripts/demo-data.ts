/** `npm run demo:data`: thirty days of made-up calls, so that there is something to see; `-- --remove` takes them out. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '#database/database.ts';
import { systemClock } from '#lib/clock.ts';
import { zoneOf } from '#lib/zone.ts';
import { addDemoCalls, openRecord, removeDemoCalls } from '#record/record.ts';
import { readConfig } from '../src/config.ts';

const { values } = parseArgs({ options: { remove: { type: 'boolean', default: false } } });
const read = readConfig();
if (read.ok) {
  const { databaseUrl, dataDir, timeZone } = read.config;
  const clock = systemClock();
  await using database = openDatabase(databaseUrl ?? join(dataDir, 'luna.db'));
  // Opening it brings its tables up to date; nothing is recorded here.
  await (await openRecord(database, clock, () => undefined)).close();
  const told = values.remove
    ? `${await removeDemoCalls(database)} made-up calls are gone; real ones were not touched.`
    : `${await addDemoCalls(database, clock.date(), zoneOf(timeZone))} made-up calls of the last 30 days are there, marked as demo. ` +
      'To remove them: npm run demo:data -- --remove';
  process.stdout.write(`${told}\n`);
} else {
  process.stderr.write(`${read.problems.join('\n')}\n`);
  process.exitCode = 1;
}
