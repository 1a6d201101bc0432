import { expect, test } from 'vitest';
import { openDatabase } from '#database/database.ts';
import { systemClock } from '#lib/clock.ts';
import { openRecord } from '#record/record.ts';
import { readinessOf } from './readiness.ts';

const clock = systemClock();

test('a house is ready while it takes calls and its database answers', async () => {
  const database = openDatabase(':memory:');
  const records = await openRecord(database, clock, () => undefined);
  const parts = { records, clock };
  expect(await readinessOf({ ...parts, isOpen: () => true })).toBe('ready');
  expect(await readinessOf({ ...parts, isOpen: () => false })).toBe('closing');
  await records.close();
  await database.close();
  expect(await readinessOf({ ...parts, isOpen: () => true })).toBe('no database');
});

test('whoever asks does not wait for a database that hangs', async () => {
  const never = { list: () => new Promise<never>(() => undefined) };
  const hurried = { ...clock, after: (_ms: number, then: () => void) => clock.after(1, then) };
  expect(await readinessOf({ records: never, clock: hurried, isOpen: () => true })).toBe(
    'no database',
  );
});
