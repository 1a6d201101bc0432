/** `npm run bank:reset`: puts the demo bank's customers, cards and accounts back as they were at first. */
import { resetBank } from '#bank/bank.ts';
import { openDatabase } from '#database/database.ts';

const where = process.env['DATABASE_URL'] ?? 'data/luna.db';
await using database = openDatabase(where);
await resetBank(database);
process.stdout.write('The bank is as it was on its first day.\n');
