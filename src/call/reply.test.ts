import { expect, test } from 'vitest';
import { NO_REPLY, type Reply, type ReplyEvent, isDropped, stepReply } from './reply.ts';

function play(...events: ReplyEvent[]): { reply: Reply; did: string[] } {
  let reply = NO_REPLY;
  const did: string[] = [];
  for (const event of events) {
    const [next, effects] = stepReply(reply, event);
    reply = next;
    did.push(...effects);
  }
  return { reply, did };
}

const wanted: ReplyEvent = { type: 'wanted' };
const created = (responseId: string): ReplyEvent => ({ type: 'created', responseId });
const done = (responseId: string): ReplyEvent => ({ type: 'done', responseId });

test('a reply that is wanted is asked for once', () => {
  expect(play(wanted, created('r1'), done('r1'))).toEqual({ reply: NO_REPLY, did: ['create'] });
});

test('three tools that finish while a reply runs ask for one more reply, after it', () => {
  const { did, reply } = play(wanted, created('r1'), wanted, wanted, wanted, done('r1'));
  expect(did).toEqual(['create', 'create']);
  expect(reply.is).toBe('asked');
});

test('a provider that was already answering is waited for and asked again', () => {
  const { did, reply } = play(wanted, { type: 'refused' }, done('theirs'));
  expect(did).toEqual(['create', 'create']);
  expect(reply).toMatchObject({ is: 'asked', responseId: undefined });
});

test('a caller who interrupts cancels the reply once and wants no other', () => {
  const dropped: ReplyEvent = { type: 'dropped' };
  const { did, reply } = play(wanted, created('r1'), wanted, dropped, dropped, done('r1'));
  expect(did).toEqual(['create', 'cancel']);
  expect(reply).toEqual(NO_REPLY);
});

test('an interruption before the provider has named the reply still silences it', () => {
  const { reply } = play(wanted, { type: 'dropped' }, created('r1'));
  expect(isDropped(reply, 'r1')).toBe(true);
});

test('the words said after an interruption get their reply when the old one is done', () => {
  const { did } = play(wanted, created('r1'), { type: 'dropped' }, wanted, done('r1'));
  expect(did).toEqual(['create', 'cancel', 'create']);
});

test('late audio of an old reply is not heard during the new one', () => {
  const { reply } = play(wanted, created('r1'), done('r1'), wanted, created('r2'));
  expect(isDropped(reply, 'r1')).toBe(true);
  expect(isDropped(reply, 'r2')).toBe(false);
});

test('a request that failed leaves the way free for the next', () => {
  expect(play(wanted, { type: 'failed' }, wanted).did).toEqual(['create', 'create']);
});

test('the end of a reply that is not ours changes nothing', () => {
  expect(play(wanted, created('r1'), done('other')).reply).toMatchObject({ responseId: 'r1' });
});

test('a reply that the provider begins by itself is owned all the same', () => {
  expect(play(created('r1'), wanted, done('r1')).did).toEqual(['create']);
});
