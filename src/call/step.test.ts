/** What is done about each event of a conversation. */
import { expect, test } from 'vitest';
import {
  play,
  provider,
  created,
  done,
  speaks,
  says,
  calls,
  answered,
  drained,
  flushed,
  result,
} from './fixture.ts';
import type { CallEvent } from './step.ts';

const greeting = [answered, ...speaks('r1', 'a1', 'Hello Emma, how can I help?')];

test('Luna greets first, and answers when the caller has spoken', () => {
  const { did } = play(...greeting, drained('a1'), ...says('u1', 'I lost my card'));
  expect(did).toEqual(['response.create', 'said "I lost my card"', 'response.create']);
});

test('a caller who interrupts is heard; the model learns what he heard, by samples played', () => {
  const { did } = play(...greeting, ...says('u1', 'stop'), flushed('a1', 1_000.6));
  expect(did).toEqual([
    'response.create',
    'duck',
    'flush',
    'said "stop"',
    'truncate at 1000',
    'heard "Hello Emma,"',
    'response.create',
  ]);
});

test('"uh-huh" over her voice makes no turn: she goes on, and the model forgets it', () => {
  const { did } = play(...greeting, ...says('u1', 'uh-huh'));
  expect(did).toEqual(['response.create', 'duck', 'resume', 'ignored', 'conversation.item.delete']);
});

test('a caller who interrupts while she is still being generated cancels that too', () => {
  const [created1, text, sound] = speaks('r1', 'a1', 'Hello Emma, how can I help?');
  if (!created1 || !text || !sound) throw new Error('unreachable');
  const { did } = play(
    answered,
    created1,
    text,
    sound,
    ...says('u1', 'wait'),
    done('r1'),
    flushed('a1', 0),
  );
  expect(did).toEqual([
    'response.create',
    'duck',
    'flush',
    'response.cancel',
    'said "wait"',
    'truncate at 0',
    'heard ""',
    'response.create',
  ]);
});

test('a page that does not say where it fell silent is not waited for', () => {
  const played: CallEvent = {
    from: 'caller',
    event: { type: 'played', itemId: 'a1', playedMs: 400 },
  };
  const { did } = play(...greeting, played, ...says('u1', 'stop'), {
    from: 'timer',
    name: 'flush',
  });
  expect(did).toContain('truncate at 400');
});

test('two tools run beside the call, and one reply follows', () => {
  const { did } = play(
    answered,
    created('r1'),
    calls('r1', 'c1', 'block_card'),
    calls('r1', 'c2', 'check'),
    result('c2'),
    done('r1'),
    result('c1'),
  );
  expect(did).toEqual([
    'response.create',
    'run block_card',
    'run check',
    'add result',
    'add result',
    'response.create',
  ]);
});

test('the goodbye is played to its end before the line is closed', () => {
  const [created1, text, sound, soundDone] = speaks('r1', 'a1', 'Goodbye.');
  if (!created1 || !text || !sound || !soundDone) throw new Error('unreachable');
  const events = [
    answered,
    created1,
    text,
    sound,
    soundDone,
    calls('r1', 'c1', 'end_call'),
    done('r1'),
  ];
  expect(play(...events).did).not.toContain('end: assistant');
  expect(play(...events, drained('a1')).did.at(-1)).toBe('end: assistant');
});

test('a caller who speaks into the goodbye is listened to', () => {
  const goodbye = [calls('r1', 'c1', 'end_call'), ...says('u1', 'one more thing')];
  const { did } = play(...greeting, ...goodbye, flushed('a1', 200));
  expect(did).not.toContain('end: assistant');
});

test('a typed message interrupts her and counts as the caller’s word', () => {
  const typed: CallEvent = {
    from: 'caller',
    event: { type: 'typed', text: 'yes', itemId: undefined },
  };
  const { did } = play(...greeting, typed, flushed('a1', 0));
  expect(did).toEqual([
    'response.create',
    'flush',
    'add message',
    'said "yes"',
    'truncate at 0',
    'heard ""',
    'response.create',
  ]);
});

test('a provider that was answering already is no problem', () => {
  const error = {
    type: 'invalid_request_error',
    message: '',
    param: null,
    event_id: null,
  } as const;
  const busy: CallEvent = provider({
    type: 'error',
    error: { ...error, code: 'conversation_already_has_active_response' },
  });
  expect(play(answered, busy, done('theirs')).did).toEqual(['response.create', 'response.create']);
});

test('a caller who says nothing is asked for a while, then the call ends', () => {
  const silence: CallEvent = { from: 'timer', name: 'silence' };
  const round = (n: number): CallEvent[] => [
    silence,
    ...speaks(`r${n}`, `a${n}`, 'Are you still there?'),
    drained(`a${n}`),
  ];
  const rounds = [2, 3, 4, 5, 6].flatMap(round);
  const { did } = play(...greeting, drained('a1'), ...rounds, silence);
  expect(did).toEqual([...Array<string>(6).fill('response.create'), 'end: assistant']);
});
