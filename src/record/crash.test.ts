import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabase } from '#database/database.ts';
import { systemClock } from '#lib/clock.ts';
import { openRecord } from './record.ts';

/** A hundred facts reach the database by themselves; fifty more are on their way when the process dies. */
const CALL_IN_PROGRESS = `
  const { openDatabase } = await import(process.env.SOURCE + 'database/database.ts');
  const { systemClock } = await import(process.env.SOURCE + 'lib/clock.ts');
  const { openRecord } = await import(process.env.SOURCE + 'record/record.ts');
  const { setTimeout: sleep } = await import('node:timers/promises');
  const book = await openRecord(openDatabase(process.env.FILE), systemClock(), () => {});
  const call = book.open({ id: 'call_1', scenario: 's', provider: 'p', channel: 'c' });
  for (let i = 0; i < 99; i += 1) call.interruptionIgnored();
  while (((await book.read('call_1'))?.facts.length ?? 0) < 100) await sleep(20);
  for (let i = 0; i < 50; i += 1) call.interruptionIgnored();
  process.stdout.write('mid-call');
  for (;;);
`;

test('a process that is killed in mid-call loses its last batch, and no more', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'luna-crash-'));
  const file = join(folder, 'luna.db');
  const source = pathToFileURL(join(import.meta.dirname, '..')).href;
  const child = spawn(process.execPath, ['--input-type=module', '-e', CALL_IN_PROGRESS], {
    env: { ...process.env, FILE: file, SOURCE: `${source}/` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');

  await using database = openDatabase(file);
  const sound = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(
    database.tables(),
  );
  expect(sound.rows).toEqual([{ integrity_check: 'ok' }]);
  await using book = await openRecord(database, systemClock(), (error) => {
    throw error;
  });
  expect(await book.read('call_1')).toMatchObject({ endedAt: null, outcome: null });
  expect((await book.read('call_1'))?.facts).toHaveLength(100);

  book
    .open({ id: 'call_2', scenario: 's', provider: 'p', channel: 'c' })
    .ended('caller', 'contained');
  await book.flush();
  expect(await book.list(9)).toHaveLength(2);
  rmSync(folder, { recursive: true });
});
