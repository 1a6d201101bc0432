/** A conversation told as events in and effects out, each on one line. */
import { expect, test } from 'vitest';
import type { CallMs } from '#lib/brand.ts';
import type { Item } from '#protocol/items.ts';
import type { Response, ServerEventBody } from '#protocol/server-events.ts';
import { type Conversation, type Effect, NOT_BEGUN } from './conversation.ts';
import { type CallEvent, step } from './step.ts';

/** What was done, without the sound and the growing words that are only passed on. */
function play(...events: CallEvent[]): { did: string[]; state: Conversation } {
  let state: Conversation = NOT_BEGUN;
  const did: string[] = [];
  for (const [index, event] of events.entries()) {
    const at = (index * 100) as CallMs;
    const [next, effects] = step(state, event, { at, arrival: (ms) => ms as CallMs });
    state = next;
    did.push(...effects.flatMap(told));
  }
  return { did, state };
}

function told(effect: Effect): string[] {
  switch (effect.do) {
    case 'send': {
      const { event } = effect;
      if (event.type === 'input_audio_buffer.append') return [];
      if (event.type === 'conversation.item.truncate') return [`truncate at ${event.audio_end_ms}`];
      if (event.type === 'conversation.item.create')
        return [event.item.type === 'message' ? 'add message' : 'add result'];
      const insists = event.type === 'response.create' && event.response?.tool_choice !== undefined;
      return [insists ? 'insist' : event.type];
    }
    case 'tell':
      if (effect.event.type === 'luna.playback') return [effect.event.action];
      if (effect.event.type === 'luna.heard') return [`heard "${effect.event.text}"`];
      return [];
    case 'run':
      return [`run ${effect.tool}`];
    case 'said':
      return [`said "${effect.text}"`];
    case 'end':
      return [`end: ${effect.ending.reason}`];
    case 'hand-over':
      return [`hand over: ${effect.reason}`];
    case 'ignored':
    case 'problem':
      return [effect.do];
    case 'timer':
      return [];
  }
}

const provider = (event: ServerEventBody): CallEvent => ({
  from: 'provider',
  event: { ...event, event_id: 'e' },
});
const response = (id: string): Response =>
  ({ id, status: 'completed', status_details: null, output: [] }) as unknown as Response;
const created = (id: string): CallEvent =>
  provider({ type: 'response.created', response: response(id) });
const done = (id: string): CallEvent => provider({ type: 'response.done', response: response(id) });

/** Two seconds of Luna: text, sound, end of the sound. */
function speaks(responseId: string, itemId: string, text: string): CallEvent[] {
  const place = { response_id: responseId, item_id: itemId, output_index: 0, content_index: 0 };
  return [
    created(responseId),
    provider({ type: 'response.output_audio_transcript.delta', ...place, delta: text }),
    provider({ type: 'response.output_audio.delta', ...place, delta: 'A'.repeat(64 * 2_000) }),
    provider({ type: 'response.output_audio.done', ...place }),
    done(responseId),
  ];
}
const says = (itemId: string, text: string): CallEvent[] => [
  provider({
    type: 'input_audio_buffer.speech_started',
    item_id: itemId,
    audio_start_ms: 100,
  }),
  provider({
    type: 'conversation.item.input_audio_transcription.delta',
    item_id: itemId,
    content_index: 0,
    delta: text,
  }),
  provider({ type: 'input_audio_buffer.speech_stopped', item_id: itemId, audio_end_ms: 900 }),
  provider({
    type: 'conversation.item.input_audio_transcription.completed',
    item_id: itemId,
    content_index: 0,
    transcript: text,
    usage: { type: 'duration', seconds: 1 },
  }),
];
const calls = (responseId: string, callId: string, name: string): CallEvent =>
  provider({
    type: 'response.output_item.done',
    response_id: responseId,
    output_index: 0,
    item: {
      id: `item_${callId}`,
      type: 'function_call',
      status: 'completed',
      call_id: callId,
      name,
      arguments: '{}',
    } satisfies Item,
  });
const answered: CallEvent = { from: 'call', type: 'answered' };
const drained = (itemId: string): CallEvent => ({
  from: 'caller',
  event: { type: 'drained', itemId },
});
const flushed = (itemId: string, playedMs: number): CallEvent => ({
  from: 'caller',
  event: { type: 'flushed', itemId, playedMs },
});
const result = (callId: string, escalates = false): CallEvent => ({
  from: 'tool',
  callId,
  output: '{}',
  ending: escalates ? { reason: 'escalated', text: '' } : undefined,
});

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

test('a caller who asks for a person again gets one, whatever the model does', () => {
  const asks = (n: number): CallEvent[] => [
    ...says(`u${n}`, 'I want to talk to a person'),
    ...speaks(`r${n}`, `a${n}`, 'I can help you myself!'),
    drained(`a${n}`),
  ];
  const { did } = play(...greeting, drained('a1'), ...asks(2), ...asks(3), ...asks(4));
  expect(did.filter((what) => !what.startsWith('said'))).toEqual([
    'response.create',
    'response.create',
    'insist',
    'hand over: the caller asked for a person',
    'insist',
    'end: escalated',
  ]);
});
