/** How a call goes over to a person: she says so to the end, and nobody keeps it open. */
import { expect, test } from 'vitest';
import { play, created, done, speaks, says, calls, answered, drained, result } from './fixture.ts';
import type { CallEvent } from './step.ts';

const refuses = (n: number): CallEvent[] => [
  ...says(`u${n}`, 'I want to talk to a person'),
  ...speaks(`r${n}`, `a${n}`, 'I can help you myself!'),
  drained(`a${n}`),
];

test('a handover ends the call when its sentence has been heard', () => {
  const handover = [
    answered,
    created('r1'),
    calls('r1', 'c1', 'transfer_to_agent'),
    done('r1'),
    result('c1', true),
    ...speaks('r2', 'a2', 'A colleague will take over.'),
  ];
  expect(play(...handover).did).not.toContain('end: escalated');
  expect(play(...handover, drained('a2')).did.at(-1)).toBe('end: escalated');
});

test('once the call is handed over, she says so to the end, whatever the caller says', () => {
  const handover = [
    answered,
    created('r1'),
    calls('r1', 'c1', 'transfer_to_agent'),
    done('r1'),
    result('c1', true),
    ...speaks('r2', 'a2', 'A colleague will take over.'),
  ];
  const { did } = play(...handover, ...says('u1', 'I want a person now'), drained('a2'));
  expect(did).not.toContain('flush');
  expect(did.filter((what) => what === 'response.create')).toHaveLength(2);
  expect(did.at(-1)).toBe('end: escalated');
});

test('a caller who speaks while the handover is made still hears that it is made', () => {
  const [started, ...rest] = says('u1', 'I want a person');
  if (!started) throw new Error('unreachable');
  const { did } = play(
    answered,
    created('r1'),
    calls('r1', 'c1', 'transfer_to_agent'),
    done('r1'),
    started,
    result('c1', true),
    ...rest,
    ...speaks('r2', 'a2', 'A colleague will take over.'),
    drained('a2'),
  );
  expect(did.filter((what) => what === 'response.create')).toHaveLength(2);
  expect(did.at(-1)).toBe('end: escalated');
});

test('a caller who asks for a person again gets one, whatever the model does', () => {
  const greeting = speaks('r1', 'a1', 'Hello Emma, how can I help?');
  const turns = [2, 3, 4].flatMap(refuses);
  const { did } = play(answered, ...greeting, drained('a1'), ...turns);
  expect(did.filter((what) => !what.startsWith('said'))).toEqual([
    'response.create',
    'response.create',
    'insist',
    'hand over: the caller asked for a person',
    'insist',
    'end: escalated',
  ]);
});
