/** The rules of a session with a provider: who asks for a response, what an error means, what is said twice and what is not. */
import { describe, expect, test } from 'vitest';
import type { Item } from '#protocol/items.ts';
import type { ErrorDetail, Response } from '#protocol/server-events.ts';
import {
  answered,
  calls,
  created,
  done,
  drained,
  play,
  provider,
  result,
  says,
  speaks,
} from './fixture.ts';
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
const ended = (
  id: string,
  status: Response['status'],
  more: { output?: Item[]; code?: string } = {},
): CallEvent =>
  provider({
    type: 'response.done',
    response: {
      id,
      status,
      status_details: more.code
        ? { type: status, error: { type: 'server_error', code: more.code, message: '' } }
        : null,
      output: more.output ?? [],
    } as unknown as Response,
  });
const filler: CallEvent = { from: 'timer', name: 'filler' };
const sound = (responseId: string, itemId: string): CallEvent =>
  provider({
    type: 'response.output_audio.delta',
    response_id: responseId,
    item_id: itemId,
    output_index: 0,
    content_index: 0,
    delta: 'A'.repeat(64 * 500),
  });

const added = (id: string, role: 'user' | 'assistant', previous: string | null): CallEvent =>
  provider({
    type: 'conversation.item.added',
    previous_item_id: previous,
    item: { id, type: 'message', status: 'completed', role, content: [] },
  });
const failed = (id: string): CallEvent[] => [
  created(id),
  ended(id, 'failed', { code: 'server_error' }),
];

describe('one owner of response.create', () => {
  test('a response that the provider began by itself is waited for, then ours is asked for again', () => {
    const busy = fails('conversation_already_has_active_response');
    const { did } = play(answered, created('theirs'), busy, done('theirs'));
    expect(did).toEqual(['response.create', 'response.create']);
  });

  test('a refusal that comes after the other response is over asks again at once', () => {
    const busy = fails(null, 'Conversation already has an active response in progress: resp_1.');
    const { did } = play(answered, created('theirs'), done('theirs'), busy);
    expect(did).toEqual(['response.create', 'response.create']);
  });

  test('a flood of refusals does not become a flood of requests', () => {
    const busy = fails('conversation_already_has_active_response');
    expect(play(answered, ...Array<CallEvent>(50).fill(busy)).did).toEqual(['response.create']);
  });
});

describe('errors', () => {
  test.each([
    ['a race', 'response_cancel_not_active'],
    ['a sentence that was shorter than we thought', null],
    ['nothing to truncate yet', 'unsupported_content_type'],
  ])('%s is no trouble', (_, code) => {
    const message = code === null ? 'Audio content of 500ms is already shorter than 900ms' : '';
    expect(play(answered, fails(code, message)).did).toEqual(['response.create']);
  });

  test('a key that is refused in the middle ends this provider for the call', () => {
    expect(play(answered, fails('invalid_api_key')).did.at(-1)).toBe('give up: out');
  });

  test('a session whose hour is over is replaced, and may be by its own provider', () => {
    expect(play(answered, fails('session_expired')).did.at(-1)).toBe('give up: lost');
  });

  test('an error nobody knows is written down, and the call goes on', () => {
    expect(play(answered, fails('brand_new')).did.at(-1)).toBe('problem');
  });
});

describe('a turn that is dropped', () => {
  const turn = [answered, ...speaks('r1', 'a1', 'Hello.'), drained('a1'), ...says('u1', 'my card')];

  test('a response that failed is asked for once more', () => {
    const { did } = play(...turn, created('r2'), ended('r2', 'failed', { code: 'server_error' }));
    expect(did.slice(-2)).toEqual(['problem', 'response.create']);
  });

  test('one that fails twice gives way to the next provider', () => {
    expect(play(...turn, ...failed('r2'), ...failed('r3')).did.at(-1)).toBe('give up: out');
  });

  test('an account without quota is not asked once more', () => {
    const { did } = play(
      ...turn,
      created('r2'),
      ended('r2', 'failed', { code: 'insufficient_quota' }),
    );
    expect(did).toContain('give up: out');
  });

  test('words without any answer are asked about again', () => {
    const { did } = play(...turn, created('r2'), ended('r2', 'completed'));
    expect(did.slice(-2)).toEqual(['problem', 'response.create']);
  });

  test('an answer that ended early but was heard is an answer', () => {
    const { did } = play(...turn, created('r2'), sound('r2', 'a2'), ended('r2', 'incomplete'));
    expect(did.at(-1)).toBe('response.create');
    expect(did.filter((one) => one === 'response.create')).toHaveLength(2);
  });

  test('what the caller cut off is not asked for again', () => {
    const { did } = play(
      ...turn,
      created('r2'),
      sound('r2', 'a2'),
      ...says('u2', 'stop'),
      ended('r2', 'cancelled'),
    );
    expect(did).not.toContain('problem');
  });
});

describe('tools', () => {
  test('sound of a cancelled response that comes late is not heard', () => {
    const { state } = play(
      answered,
      created('r1'),
      sound('r1', 'a1'),
      ...says('u1', 'no wait'),
      sound('r1', 'a1'),
      sound('r1', 'a9'),
    );
    expect(state.voice.said.map(({ itemId, receivedMs }) => [itemId, receivedMs])).toEqual([
      ['a1', 500],
    ]);
  });

  test('a slow tool is excused once, where nothing was said with it', () => {
    const { did } = play(
      answered,
      created('r1'),
      calls('r1', 'c1', 'look'),
      done('r1'),
      filler,
      ...speaks('r2', 'a2', 'One moment, please.'),
      drained('a2'),
      filler,
      result('c1'),
    );
    expect(did).toEqual(['response.create', 'run look', 'excuse', 'add result', 'response.create']);
  });

  test('"one moment" that she has just said herself is not said again', () => {
    const { did } = play(
      answered,
      created('r1'),
      sound('r1', 'a1'),
      calls('r1', 'c1', 'look'),
      done('r1'),
      drained('a1'),
      filler,
      result('c1'),
    );
    expect(did).toEqual(['response.create', 'run look', 'add result', 'response.create']);
  });

  test('a result that comes while she excuses the wait is told after it', () => {
    const { did } = play(
      answered,
      created('r1'),
      calls('r1', 'c1', 'look'),
      done('r1'),
      filler,
      created('r2'),
      result('c1'),
      sound('r2', 'a2'),
      done('r2'),
    );
    expect(did.slice(-3)).toEqual(['excuse', 'add result', 'response.create']);
  });

  const answer: Item = {
    id: 'a1',
    type: 'message',
    status: 'completed',
    role: 'assistant',
    content: [],
    phase: 'final_answer',
  };

  test('an answer that came together with the call is not given twice', () => {
    const { did } = play(
      answered,
      created('r1'),
      sound('r1', 'a1'),
      calls('r1', 'c1', 'note'),
      ended('r1', 'completed', { output: [answer] }),
      result('c1'),
    );
    expect(did).toEqual(['response.create', 'run note', 'add result']);
  });

  test('but a refusal after it is told', () => {
    const refused: CallEvent = {
      from: 'tool',
      callId: 'c1',
      output: '{}',
      ok: false,
      ending: undefined,
    };
    const { did } = play(
      answered,
      created('r1'),
      sound('r1', 'a1'),
      calls('r1', 'c1', 'note'),
      ended('r1', 'completed', { output: [answer] }),
      refused,
    );
    expect(did.at(-1)).toBe('response.create');
  });
});

test('words that come before their item has a place are kept, and then placed', () => {
  const delta = provider({
    type: 'conversation.item.input_audio_transcription.delta',
    item_id: 'u1',
    content_index: 0,
    delta: 'my card',
  });
  const { state } = play(
    answered,
    added('a1', 'assistant', null),
    delta,
    added('a2', 'assistant', 'a1'),
    added('u1', 'user', 'a1'),
  );
  expect(state.transcript.map(({ itemId, text }) => [itemId, text])).toEqual([
    ['a1', ''],
    ['u1', 'my card'],
    ['a2', ''],
  ]);
});
