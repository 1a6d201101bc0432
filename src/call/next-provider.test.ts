import { expect, test } from 'vitest';
import {
  type Mishap,
  type Standing,
  afterMishap,
  allFresh,
  nextProvider,
  patienceMs,
} from './next-provider.ts';

/** Who answers one after the other; a mishap befalls whoever answers at that moment. */
function line(providers: number, ...mishaps: (Mishap | [Mishap, heldMs: number])[]) {
  let standing: Standing = allFresh(providers);
  let present: number | undefined = 0;
  const asked: (number | undefined)[] = [0];
  for (const each of mishaps) {
    if (present === undefined) break;
    const [mishap, heldMs] = typeof each === 'string' ? ([each, 0] as const) : each;
    standing = afterMishap(standing, present, mishap, heldMs);
    present = nextProvider(standing, present, mishap);
    asked.push(present);
  }
  return asked;
}

test('a line that breaks off is tried once more, then the next one answers', () => {
  expect(line(2, 'lost', 'lost')).toEqual([0, 0, 1]);
});

test('whoever cannot be reached is not waited for a second time at once', () => {
  expect(line(3, 'unreachable', 'unreachable')).toEqual([0, 1, 2]);
});

test('a bad key is a bad key for the whole call', () => {
  expect(line(2, 'out', 'lost', 'lost')).toEqual([0, 1, 1, undefined]);
});

test('one that could not be reached is asked again when the last one fails, too', () => {
  expect(line(2, 'unreachable', 'lost', 'lost', 'lost')).toEqual([0, 1, 1, 0, undefined]);
});

test('no order of mishaps keeps a call going round for ever', () => {
  const kinds: Mishap[] = ['lost', 'unreachable', 'out'];
  for (let seed = 0; seed < 200; seed++) {
    const mishaps = Array.from({ length: 20 }, (_, i) => kinds[(seed >> (i % 7)) % 3] ?? 'lost');
    expect(line(3, ...mishaps).at(-1)).toBeUndefined();
  }
});

test('a mishap an hour ago does not count any more', () => {
  expect(line(2, 'lost', ['lost', 61_000], 'lost')).toEqual([0, 0, 0, 1]);
});

test.each([
  ['rings, and somebody else could answer', false, true, 8_000, 5_000],
  ['waits in mid-call, and somebody else could answer', true, true, 8_000, 2_000],
  ['rings, and there is nobody else', false, false, 8_000, 8_000],
  ['waits in mid-call, and there is nobody else', true, false, 8_000, 8_000],
  ['waits where the operator has less patience', false, true, 1_000, 1_000],
])('a caller who %s is not left in silence', (_who, begun, replaceable, stallMs, ms) => {
  expect(patienceMs({ begun, replaceable, stallMs })).toBe(ms);
});
