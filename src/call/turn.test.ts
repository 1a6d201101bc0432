import { expect, test } from 'vitest';
import { NOBODYS_TURN, type TurnEvent, stepTurn } from './turn.ts';

function play(...events: TurnEvent[]): string[] {
  let turn = NOBODYS_TURN;
  const did: string[] = [];
  for (const event of events) {
    const [next, effects] = stepTurn(turn, event);
    turn = next;
    did.push(...effects);
  }
  return [...did, turn.whose];
}

const speaks = (itemId: string): TurnEvent[] => [
  { type: 'speech.started', itemId },
  { type: 'speech.stopped', itemId },
];
const words = (itemId: string, text: string, voicedMs = 900, ignored = false): TurnEvent => ({
  type: 'words.final',
  itemId,
  text,
  voicedMs,
  ignored,
});

test('a caller who has spoken is answered when his words are known', () => {
  expect(play(...speaks('u1'))).toEqual(['understanding']);
  expect(play(...speaks('u1'), words('u1', 'i lost my card'))).toEqual(['reply', 'nobody']);
});

test('a click is no turn, and is forgotten', () => {
  expect(play(...speaks('u1'), words('u1', '', 120))).toEqual(['forget', 'nobody']);
});

test('speech of which nothing was understood is answered: Luna asks again', () => {
  expect(play(...speaks('u1'), words('u1', '', 1_400))).toEqual(['reply', 'nobody']);
});

test('"uh-huh" over her voice is forgotten', () => {
  expect(play(...speaks('u1'), words('u1', 'uh-huh', 700, true))).toEqual(['forget', 'nobody']);
});

test('words that come late wait for the sentence the caller has begun since', () => {
  const [u1, u2] = [speaks('u1'), speaks('u2')];
  expect(play(...u1, ...u2, words('u1', 'four eight'))).toEqual(['understanding']);
  expect(play(...u1, ...u2, words('u1', 'four eight'), words('u2', 'two nine'))).toEqual([
    'reply',
    'nobody',
  ]);
});

test('a tool result is spoken at once when nobody speaks', () => {
  expect(play({ type: 'results' })).toEqual(['reply', 'nobody']);
});

test('a tool result waits while the caller speaks, and is part of the answer to him', () => {
  expect(play(...speaks('u1'), { type: 'results' }, words('u1', 'hello?'))).toEqual([
    'reply',
    'nobody',
  ]);
});

test('a tool result that waited for a cough is still spoken', () => {
  expect(play(...speaks('u1'), { type: 'results' }, words('u1', '', 100))).toEqual([
    'forget',
    'reply',
    'nobody',
  ]);
});

test('a silent caller is asked for a while, then the call ends', () => {
  const silence: TurnEvent = { type: 'silence' };
  const did = play(...Array.from({ length: 6 }, () => silence));
  expect(did).toEqual(['nudge', 'nudge', 'nudge', 'nudge', 'nudge', 'give-up', 'nobody']);
});

test('a caller who has spoken again is given time again', () => {
  const silence: TurnEvent = { type: 'silence' };
  const answer = [...speaks('u1'), words('u1', 'yes')];
  expect(play(silence, silence, ...answer, silence)).toEqual([
    'nudge',
    'nudge',
    'reply',
    'nudge',
    'nobody',
  ]);
});

test('a typed message is answered', () => {
  expect(play({ type: 'typed' })).toEqual(['reply', 'nobody']);
});
