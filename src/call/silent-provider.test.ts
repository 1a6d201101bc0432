/** A provider that says nothing, or cannot do what others can. */
import { describe, expect, test } from 'vitest';
import { WHO, answered, calls, created, done, drained, play, provider, speaks } from './fixture.ts';
import type { CallEvent } from './step.ts';
import { Watched, lives } from './watched.ts';

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

const greeted = (): Watched => {
  const call = new Watched();
  call.tell(answered, ...speaks('r1', 'a1', 'Hello.'), drained('a1'));
  return call;
};
const voice: CallEvent = { from: 'call', type: 'unnoticed' };
const relief: CallEvent = { from: 'call', type: 'relief' };
const heardHim = provider({
  type: 'input_audio_buffer.speech_started',
  item_id: 'u1',
  audio_start_ms: 0,
});
const typed: CallEvent = {
  from: 'caller',
  event: { type: 'typed', text: 'i lost my card', itemId: undefined },
};

const living = (): Watched => {
  const call = new Watched(lives);
  call.tell(answered, ...speaks('r1', 'a1', 'Hello.'), drained('a1'));
  return call;
};

describe('a provider that hangs', () => {
  test('it is asked whether it is there, somebody is fetched, and they go on', () => {
    const call = greeted();
    call.tell(typed);
    call.wait(3_000);
    expect(call.did.slice(-4)).toEqual([
      '400 session.update',
      '900 suspect',
      '901 fill-in',
      '1900 give up: lost',
    ]);
  });

  test('where somebody stands ready, they need not wait for the last doubt', () => {
    const call = greeted();
    call.tell(typed);
    call.wait(1_000);
    call.tell(relief);
    call.wait(2_000);
    expect(call.did.at(-1)).toBe('1300 give up: lost');
  });

  test('a voice that it does not notice finds it out', () => {
    const call = greeted();
    call.wait(20_000 - 1_000);
    const before = call.did.length;
    call.tell(voice);
    call.wait(2_000);
    expect(call.did.slice(before)).toEqual([
      '19001 session.update',
      '19501 suspect',
      '19502 fill-in',
      '20501 give up: lost',
    ]);
  });

  test('so does the end of a sentence that never comes, and a tool that runs meanwhile', () => {
    const speaking = greeted();
    speaking.tell(heardHim);
    speaking.wait(3_000);
    expect(speaking.did.at(-1)).toBe('1900 give up: lost');
    const running = greeted();
    running.tell(created('r2'), calls('r2', 'c1', 'get_cards'), done('r2'));
    running.wait(3_000);
    expect(running.did).toContain('1900 give up: lost');
  });

  test('the answer comes at the last moment: whoever was fetched is sent home', () => {
    const call = greeted();
    call.tell(typed);
    call.wait(1_500);
    call.tell(...speaks('r2', 'a2', 'Which card?'), drained('a2'));
    call.wait(10_000);
    expect(call.did.at(-1)).toBe('1500 trust');
  });

  test('the last provider is never asked, and never given up', () => {
    const call = new Watched();
    call.tell(alone);
    call.wait(60_000);
    expect(call.did.join()).not.toMatch(/session.update|suspect|give up/);
  });

  test('one that cannot be asked is waited for as long as an answer may take', () => {
    const call = new Watched();
    const can = { ...WHO.can, answersUpdates: false };
    call.tell({ from: 'call', type: 'answered', who: { ...WHO, can } });
    call.wait(20_000);
    expect(call.did).toEqual(['0 response.create', '7500 response.create', '15000 give up: out']);
  });
});

describe('a provider that lives', () => {
  test('one that thinks is left alone, and the caller is told once to wait', () => {
    const call = living();
    call.tell(typed, created('r2'));
    call.wait(14_000);
    const did = call.did.filter((line) => !line.endsWith('session.update'));
    expect(did.at(-1)).toBe('3000 fill-in');
    expect(call.told.filter(({ type }) => type === 'session.updated')).toEqual([]);
  });

  test('its thinking has an end all the same', () => {
    const call = living();
    call.tell(typed, created('r2'));
    call.wait(16_000);
    expect(call.did.at(-1)).toBe('15000 give up: out');
  });

  test('a caller who speaks for a minute is listened to', () => {
    const call = living();
    call.tell(heardHim);
    call.wait(60_000);
    expect(call.did.join()).not.toMatch(/suspect|give up/);
  });

  test('a noise that it took for no voice was none', () => {
    const call = living();
    call.wait(5_000);
    call.tell(voice);
    call.wait(10_000);
    expect(call.did.slice(-1)).toEqual(['5001 session.update']);
    expect(call.state.unnoticed).toBe(false);
  });

  test('one that has nothing to say is left in peace', () => {
    const call = living();
    call.wait(10_000);
    expect(call.did).toEqual(['0 response.create']);
  });
});

test('a provider that does not write down what is said is given up: the gate would hear no yes', () => {
  expect(play(answered, ...unwritten('u1')).did).not.toContain('give up: out');
  expect(play(answered, ...unwritten('u1'), ...unwritten('u2')).did).toContain('give up: out');
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
