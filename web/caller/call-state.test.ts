import { describe, expect, test } from 'vitest';
import { activityOf } from './activity.ts';
import {
  IDLE,
  keyboardIsOut,
  nextCallState,
  type CallEvent,
  type CallState,
} from './call-state.ts';
import type { ServerWord } from './server-words.ts';
import { splitAtPlayed } from './spoken-text.ts';

function play(...events: CallEvent[]): CallState {
  return events.reduce(nextCallState, nextCallState(IDLE, { type: 'rung' }));
}
const word = (said: ServerWord, atMs = 0): CallEvent => ({ type: 'word', word: said, atMs });
const started = word(
  { type: 'luna.call.started', call_id: 'c', scenario: 'block-card', provider: 'embedded' },
  1_000,
);
const audio = (itemId: string, addedMs: number): CallEvent => ({ type: 'audio', itemId, addedMs });
const played = (itemId: string, playedMs: number): CallEvent => ({
  type: 'report',
  report: { type: 'played', itemId, playedMs },
});
const lunaSays = (item_id: string, delta: string): CallEvent =>
  word({ type: 'response.output_audio_transcript.delta', item_id, delta });
const added = (id: string, role: 'user' | 'assistant', before: string | null): CallEvent =>
  word({
    type: 'conversation.item.added',
    previous_item_id: before,
    item: { id, type: 'message', role, content: [] },
  });

/** The call as a reader sees it, line by line. */
function seen({ lines }: CallState): string[] {
  return lines.map((line) => {
    if (line.who === 'caller') return `caller ${line.state}: ${line.text}`;
    if (line.who === 'tool') return `tool ${line.outcome.state}: ${line.title}`;
    if (line.who === 'note' || line.who === 'colleague') return `${line.who}: ${line.text}`;
    const [heard, unheard] = splitAtPlayed(line.said);
    return `luna ${line.state}: ${heard}${unheard === '' ? '' : `|${unheard}`}`;
  });
}

describe('the conversation on the page', () => {
  test("the caller's words grow, then settle", () => {
    const delta = 'conversation.item.input_audio_transcription.delta';
    const growing = play(
      started,
      word({ type: 'input_audio_buffer.speech_started', item_id: 'u1' }),
      word({ type: delta, item_id: 'u1', delta: 'I lost' }),
      word({ type: delta, item_id: 'u1', delta: ' my cart' }),
    );
    expect(seen(growing)).toEqual(['caller speaking: I lost my cart']);
    expect(activityOf(growing)).toBe('hearing');
    const settled = nextCallState(
      growing,
      word({
        type: 'conversation.item.input_audio_transcription.completed',
        item_id: 'u1',
        transcript: 'I lost my card.',
      }),
    );
    expect(seen(settled)).toEqual(['caller final: I lost my card.']);
  });

  test('a cough leaves no line behind', () => {
    const state = play(
      started,
      word({ type: 'input_audio_buffer.speech_started', item_id: 'u1' }),
      word({ type: 'input_audio_buffer.speech_stopped', item_id: 'u1' }),
      word({
        type: 'conversation.item.input_audio_transcription.completed',
        item_id: 'u1',
        transcript: '',
      }),
    );
    expect(seen(state)).toEqual([]);
    expect(state.thinking).toBe(false);
  });

  test("Luna's text follows her voice, and what an interruption swallowed is told apart", () => {
    const speaking = play(
      started,
      lunaSays('a1', 'Please tell me the last four digits.'),
      audio('a1', 2_000),
      played('a1', 700),
    );
    expect(seen(speaking)).toEqual(['luna speaking: Please tell |me the last four digits.']);
    const cut = nextCallState(
      speaking,
      word({ type: 'luna.heard', item_id: 'a1', heard_ms: 800, text: 'Please tell me the' }),
    );
    expect(seen(cut)).toEqual(['luna cut: Please tell me the| last four digits.']);
  });

  test('a line opened by the first sound moves to where the server says it belongs', () => {
    const state = play(
      started,
      word({ type: 'input_audio_buffer.speech_started', item_id: 'u1' }),
      lunaSays('a1', 'One moment.'),
      audio('a1', 500),
      played('a1', 500),
      added('u1', 'user', 'a1'),
    );
    expect(seen(state)).toEqual(['luna speaking: One moment.', 'caller speaking: ']);
  });

  test('a tool shows while it runs and stays with its outcome', () => {
    const tool = { tool_call_id: 't1', tool: 'block_card' };
    const running = play(
      started,
      word({ type: 'luna.tool.started', ...tool, title: 'Blocking the card' }),
    );
    expect(seen(running)).toEqual(['tool running: Blocking the card']);
    expect(activityOf(running)).toBe('working');
    const done = nextCallState(
      running,
      word({
        type: 'luna.tool.done',
        ...tool,
        ok: true,
        asked: { card: '•••• 4829' },
        returned: {},
        took_ms: 12,
      }),
    );
    expect(seen(done)).toEqual(['tool done: Blocking the card']);
    const asked = nextCallState(
      running,
      word({
        type: 'luna.tool.done',
        ...tool,
        ok: false,
        asked: {},
        returned: { why: 'needs_confirmation' },
        took_ms: 4,
      }),
    );
    expect(seen(asked)).toEqual(['tool waiting: Blocking the card']);
  });
});

describe('a call that Luna cannot go on with', () => {
  test('goes on by script without losing a line, and its time runs on', () => {
    const state = play(
      started,
      lunaSays('a1', 'Hello.'),
      word({ type: 'luna.confirmation', pending: 'Block it?' }),
      { type: 'connection', state: 'reconnecting' },
      { type: 'scripted', toast: 'Using scripted mode.', atMs: 30_000 },
    );
    expect(state.phase).toEqual({ at: 'live', sinceMs: 1_000 });
    expect(state).toMatchObject({
      mode: 'scripted',
      connection: 'steady',
      confirmation: undefined,
    });
    expect(seen(state)).toHaveLength(1);
  });

  test('goes on with another provider, and says so quietly', () => {
    const moved = { label: 'Built in', mode: 'local', why: 'the connection broke' } as const;
    const state = play(started, word({ type: 'luna.provider', ...moved }));
    expect(seen(state)).toEqual(['note: The call goes on with Built in.']);
    expect(state.mode).toBe('local');
  });

  test('has a keyboard wherever the voice does not help, and otherwise on demand', () => {
    const call = play(started, { type: 'microphone', state: 'open' });
    expect(keyboardIsOut(call)).toBe(false);
    expect(keyboardIsOut(nextCallState(call, { type: 'typing', open: true }))).toBe(true);
    expect(keyboardIsOut(nextCallState(call, { type: 'microphone', state: 'refused' }))).toBe(true);
    const scripted = { type: 'scripted', toast: undefined, atMs: 0 } as const;
    expect(keyboardIsOut(nextCallState(call, scripted))).toBe(true);
    const over = { type: 'ended', why: 'caller', text: '', atMs: 0 } as const;
    expect(keyboardIsOut(nextCallState(nextCallState(call, scripted), over))).toBe(false);
  });
});

describe('the end of a call', () => {
  test('the goodbye counts, not the socket that closes after it', () => {
    const state = play(
      started,
      word({ type: 'luna.call.ended', reason: 'assistant', text: 'All done.' }, 61_000),
      { type: 'ended', why: 'lost', text: '', atMs: 61_010 },
    );
    expect(state.phase).toEqual({
      at: 'ended',
      why: 'assistant',
      text: 'All done.',
      lastedMs: 60_000,
    });
  });

  test('a line that drops says so', () => {
    const state = play(started, { type: 'ended', why: 'lost', text: '', atMs: 5_000 });
    expect(state.phase).toMatchObject({ at: 'ended', why: 'lost', lastedMs: 4_000 });
  });

  test('the next call begins with an empty page', () => {
    const state = play(started, lunaSays('a1', 'Hello.'), { type: 'rung' });
    expect(state).toEqual({ ...IDLE, phase: { at: 'ringing' } });
  });
});
