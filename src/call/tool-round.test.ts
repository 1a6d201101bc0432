import { expect, test } from 'vitest';
import { NO_ROUNDS, type RoundEvent, isRunning, stepRounds } from './tool-round.ts';

function play(...events: RoundEvent[]): string[] {
  let rounds = NO_ROUNDS;
  const did: string[] = [];
  for (const event of events) {
    const [next, effects] = stepRounds(rounds, event);
    rounds = next;
    did.push(...effects.map((effect) => (effect.do === 'run' ? `run ${effect.callId}` : 'reply')));
  }
  return isRunning(rounds) ? [...did, '…'] : did;
}

const called = (callId: string, responseId = 'r1'): RoundEvent => ({
  type: 'called',
  responseId,
  callId,
});
const result = (callId: string): RoundEvent => ({ type: 'result', callId, ok: true });
const done = (responseId = 'r1'): RoundEvent => ({
  type: 'response.done',
  responseId,
  answered: false,
});

test('Luna speaks once after two tools, when both results are in', () => {
  expect(play(called('c1'), called('c2'), done(), result('c2'))).toEqual(['run c1', 'run c2', '…']);
  expect(play(called('c1'), called('c2'), done(), result('c2'), result('c1'))).toEqual([
    'run c1',
    'run c2',
    'reply',
  ]);
});

test('a tool that is faster than the rest of the response waits for its end', () => {
  expect(play(called('c1'), result('c1'))).toEqual(['run c1', '…']);
  expect(play(called('c1'), result('c1'), done())).toEqual(['run c1', 'reply']);
});

test('a call that is announced twice runs once', () => {
  expect(play(called('c1'), called('c1'), done(), result('c1'))).toEqual(['run c1', 'reply']);
});

test('a response without tools asks for nothing', () => {
  expect(play(done())).toEqual([]);
});

test('a result that comes a second time, or too late, is not spoken twice', () => {
  expect(play(called('c1'), done(), result('c1'), result('c1'))).toEqual(['run c1', 'reply']);
});

test('two responses with tools are two rounds', () => {
  const did = play(
    called('c1'),
    done(),
    called('c2', 'r2'),
    result('c1'),
    result('c2'),
    done('r2'),
  );
  expect(did).toEqual(['run c1', 'run c2', 'reply', 'reply']);
});
