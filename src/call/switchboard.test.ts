import { expect, test } from 'vitest';
import { systemClock } from '#lib/clock.ts';
import { Switchboard } from './switchboard.ts';

const clock = systemClock();

test('the caller after the last free line is told that it is busy, until somebody hangs up', async () => {
  const board = new Switchboard({ maxCalls: 1, clock });
  const first = Promise.withResolvers<void>();
  expect(board.admit(() => first.promise)).toBeUndefined();
  expect(board.admit(() => Promise.resolve())).toBe('busy');
  first.resolve();
  await expect.poll(() => board.running).toBe(0);
  expect(board.admit(() => Promise.resolve())).toBeUndefined();
});

test('a house that closes lets its callers finish and takes no new ones', async () => {
  const board = new Switchboard({ maxCalls: 4, clock });
  const call = Promise.withResolvers<void>();
  board.admit(() => call.promise);
  const drained = board.drain(60_000);
  expect(board.admit(() => Promise.resolve())).toBe('closing');
  call.resolve();
  await drained;
  expect(board.running).toBe(0);
});

test('a caller who does not stop is ended when the house has waited long enough', async () => {
  const board = new Switchboard({ maxCalls: 4, clock });
  board.admit(({ signal }) => new Promise((resolve) => signal.addEventListener('abort', resolve)));
  await board.drain(5);
  expect(board.running).toBe(0);
});

test('every call has a name of its own', () => {
  const board = new Switchboard({ maxCalls: 4, clock });
  const names: string[] = [];
  for (let call = 0; call < 3; call += 1)
    board.admit(({ callId }) => {
      names.push(callId);
      return Promise.resolve();
    });
  expect(new Set(names).size).toBe(3);
});
