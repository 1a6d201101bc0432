/** `npm run bank:reset`: puts the demo bank's customers and all they have back as they were at first. */
import { join } from 'node:path';
import { resetBank } from '#bank/bank.ts';
import { openDatabase } from '#database/database.ts';
import { systemClock } from '#lib/clock.ts';
import { readConfig } from '../src/config.ts';

const read = readConfig();
if (read.ok) {
  const { databaseUrl, dataDir } = read.config;
  await using database = openDatabase(databaseUrl ?? join(dataDir, 'luna.db'));
  await resetBank(database, systemClock());
  process.stdout.write('The bank is as it was on its first day.\n');
} else {
  process.stderr.write(`${read.problems.join('\n')}\n`);
  process.exitCode = 1;
}
