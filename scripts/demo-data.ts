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
    ? `${counted(await removeDemoCalls(database))} were removed. Real calls were not touched.`
    : `There are now ${counted(await addDemoCalls(database, clock.date(), zoneOf(timeZone)))} of the last 30 days, up to now, marked as demo wherever they are shown. ` +
      'Made-up calls of before were replaced; real calls were not touched. To remove them: npm run demo:data -- --remove';
  process.stdout.write(`${told}\n`);
} else {
  process.stderr.write(`${read.problems.join('\n')}\n`);
  process.exitCode = 1;
}

function counted(calls: number): string {
  return `${calls.toLocaleString('en-US')} made-up ${calls === 1 ? 'call' : 'calls'}`;
}
