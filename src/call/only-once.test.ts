import { expect, test } from 'vitest';
import { onlyOnce } from './only-once.ts';

test('an event that is sent twice is heard once', () => {
  const once = onlyOnce();
  expect(['e1', 'e2', 'e1', 'e2', 'e3'].map((id) => once(id))).toEqual([
    true,
    true,
    false,
    false,
    true,
  ]);
});

test('events without an id are all heard', () => {
  const once = onlyOnce();
  expect([once(null), once(null), once(undefined)]).toEqual([true, true, true]);
});

test('an hour of events is not remembered', () => {
  const once = onlyOnce();
  once('first');
  for (let n = 0; n < 1_000; n++) expect(once(`e${n}`)).toBe(true);
  expect(once('first')).toBe(true);
});
