import { expect, test } from 'vitest';
import { systemClock } from '#lib/clock.ts';
import { refusalOf, Switchboard } from './switchboard.ts';

const clock = systemClock();

test('the caller after the last free line is told that it is busy, until somebody hangs up', async () => {
  const board = new Switchboard({ maxCalls: 1, clock, lagMs: () => 0 });
  const first = Promise.withResolvers<void>();
  expect(board.admit(() => first.promise)).toBeUndefined();
  expect(board.admit(() => Promise.resolve())).toBe('busy');
  first.resolve();
  await expect.poll(() => board.running).toBe(0);
  expect(board.admit(() => Promise.resolve())).toBeUndefined();
});

test('a house that closes lets its callers finish and takes no new ones', async () => {
  const board = new Switchboard({ maxCalls: 4, clock, lagMs: () => 0 });
  const call = Promise.withResolvers<void>();
  board.admit(() => call.promise);
  const drained = board.drain(60_000);
  expect(board.admit(() => Promise.resolve())).toBe('closing');
  call.resolve();
  await drained;
  expect(board.running).toBe(0);
});

test('a caller who does not stop is ended when the house has waited long enough', async () => {
  const board = new Switchboard({ maxCalls: 4, clock, lagMs: () => 0 });
  board.admit(({ signal }) => new Promise((resolve) => signal.addEventListener('abort', resolve)));
  await board.drain(5);
  expect(board.running).toBe(0);
});

test('every call has a name of its own', () => {
  const board = new Switchboard({ maxCalls: 4, clock, lagMs: () => 0 });
  const names: string[] = [];
  for (let call = 0; call < 3; call += 1)
    board.admit(({ callId }) => {
      names.push(callId);
      return Promise.resolve();
    });
  expect(new Set(names).size).toBe(3);
});

test.each([
  [{}, undefined],
  [{ running: 4 }, 'busy'],
  [{ lagMs: 1_000 }, undefined],
  [{ lagMs: 1_001 }, 'busy'],
  [{ closing: true, running: 4, lagMs: 5_000 }, 'closing'],
])('a house that is %o answers a new caller with %s', (house, refused) => {
  const quiet = { closing: false, running: 3, maxCalls: 4, lagMs: 0 };
  expect(refusalOf({ ...quiet, ...house })).toBe(refused);
});

test('nobody is put through while those on the line wait to be understood', () => {
  let lagMs = 2_500;
  const board = new Switchboard({ maxCalls: 4, clock, lagMs: () => lagMs });
  expect(board.admit(() => Promise.resolve())).toBe('busy');
  lagMs = 0;
  expect(board.admit(() => Promise.resolve())).toBeUndefined();
});
