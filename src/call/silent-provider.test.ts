/** A provider that says nothing, or cannot do what others can. */
import { describe, expect, test } from 'vitest';
import type { ErrorDetail } from '#protocol/server-events.ts';
import { WHO, answered, drained, play, provider, speaks } from './fixture.ts';
import type { CallEvent } from './step.ts';

const fails = (code: string | null, message = ''): CallEvent => {
  const error: ErrorDetail = {
    type: 'invalid_request_error',
    code,
    message,
    param: null,
    event_id: null,
  };
  return provider({ type: 'error', error });
};
/** Each event of a test is 100 ms after the one before: the watch looks up by its own clock. */
const quiet = (n: number): CallEvent[] =>
  Array.from({ length: n }, () => ({ from: 'timer', name: 'stall' }));
const alone: CallEvent = { from: 'call', type: 'answered', who: { ...WHO, replaceable: false } };
const unwritten = (itemId: string): CallEvent[] => [
  provider({ type: 'input_audio_buffer.speech_started', item_id: itemId, audio_start_ms: 0 }),
  provider({ type: 'input_audio_buffer.speech_stopped', item_id: itemId, audio_end_ms: 900 }),
  provider({
    type: 'conversation.item.input_audio_transcription.failed',
    item_id: itemId,
    content_index: 0,
    error: { type: 'x', code: 'DeploymentNotFound', message: 'no such model', param: null },
  }),
];

describe('a provider that says nothing', () => {
  test('it is asked once more, then given up', () => {
    const { did } = play(answered, ...quiet(90));
    expect(did.slice(0, 3)).toEqual(['response.create', 'response.create', 'give up: out']);
  });

  test('where nobody else is there it is not given up', () => {
    expect(play(alone, ...quiet(300)).did).not.toContain('give up: out');
  });

  test('one that has nothing to say is left in peace', () => {
    const { did } = play(answered, ...speaks('r1', 'a1', 'Hello.'), drained('a1'), ...quiet(300));
    expect(did).toEqual(['response.create']);
  });

  const voice: CallEvent = { from: 'call', type: 'unnoticed' };
  const greeted = [answered, ...speaks('r1', 'a1', 'Hello.'), drained('a1')];

  test('one that hears nothing while somebody speaks is asked for a sign, and given up without one', () => {
    const { did } = play(...greeted, voice, ...quiet(60));
    expect(did.slice(0, 3)).toEqual([
      'response.create',
      'conversation.item.retrieve',
      'give up: out',
    ]);
  });

  test('one that hears nothing and lives was right: it was no voice', () => {
    const alive = fails('item_not_found');
    const { did } = play(...greeted, voice, alive, ...quiet(300));
    expect(did).toEqual(['response.create', 'conversation.item.retrieve']);
  });

  const speaking: CallEvent = provider({
    type: 'input_audio_buffer.speech_started',
    item_id: 'u1',
    audio_start_ms: 0,
  });

  test('a caller who speaks long is listened to, by one that lives; one that hangs is found out', () => {
    const alive = fails('item_not_found');
    const listens = [...quiet(90), alive, ...quiet(60), alive];
    expect(play(...greeted, speaking, ...listens).did).not.toContain('give up: out');
    expect(play(...greeted, speaking, ...quiet(140)).did).toContain('give up: out');
  });

  test('one that does not write down what is said is given up: the gate would hear no yes', () => {
    expect(play(answered, ...unwritten('u1')).did).not.toContain('give up: out');
    expect(play(answered, ...unwritten('u1'), ...unwritten('u2')).did).toContain('give up: out');
  });
});

describe('what a provider cannot do', () => {
  const can = { ...WHO.can, createsResponses: false, truncates: false };
  const limited: CallEvent = { from: 'call', type: 'answered', who: { ...WHO, can } };

  test('one that decides itself when to speak is never told to', () => {
    const { did } = play(limited, ...speaks('r1', 'a1', 'Hello.'), drained('a1'), {
      from: 'timer',
      name: 'silence',
    });
    expect(did).toEqual([]);
  });

  test('one that cannot truncate is not asked to; the transcript is cut all the same', () => {
    const { did } = play(
      limited,
      ...speaks('r1', 'a1', 'Hello Emma, how are you?'),
      {
        from: 'caller',
        event: { type: 'typed', text: 'stop', itemId: undefined },
      },
      { from: 'caller', event: { type: 'flushed', itemId: 'a1', playedMs: 900 } },
    );
    expect(did.filter((one) => one.startsWith('truncate'))).toEqual([]);
    expect(did.some((one) => one.startsWith('heard "Hello'))).toBe(true);
  });
});
