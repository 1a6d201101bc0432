import { expect, test } from 'vitest';
import { readPageWord } from './page-words.ts';

const read = (event: object) => readPageWord(JSON.stringify(event));
const sound = (bytes: number): string => Buffer.alloc(bytes).toString('base64');

test('20 ms of sound are passed on as they came', () => {
  const audio = sound(960);
  expect(read({ type: 'input_audio_buffer.append', audio })).toMatchObject({
    ok: true,
    event: { type: 'audio', audio, ms: 20 },
  });
});

test('a typed message is the caller’s word', () => {
  const item = {
    type: 'message',
    role: 'user',
    content: [{ type: 'input_text', text: ' I lost my card ' }],
  };
  expect(read({ type: 'conversation.item.create', item })).toMatchObject({
    ok: true,
    event: { type: 'typed', text: 'I lost my card', itemId: undefined },
  });
});

test.each([
  [
    'luna.played',
    { item_id: 'a1', played_ms: 120 },
    { type: 'played', itemId: 'a1', playedMs: 120 },
  ],
  ['luna.flushed', { item_id: 'a1', played_ms: 5 }, { type: 'flushed', itemId: 'a1', playedMs: 5 }],
  ['luna.drained', { item_id: 'a1' }, { type: 'drained', itemId: 'a1' }],
  ['luna.mute', { muted: true }, { type: 'muted', muted: true }],
  ['luna.start', { scenario: 'dispute' }, { type: 'start', scenario: 'dispute' }],
  ['luna.start', {}, { type: 'start', scenario: '' }],
])('%s is understood', (type, fields, event) => {
  expect(read({ type, ...fields })).toMatchObject({ ok: true, event });
});

test.each([
  ['new instructions', { type: 'session.update', session: {} }, /session\.update is not allowed/],
  ['a reply of its own', { type: 'response.create' }, /response\.create is not allowed/],
  ['an unknown event', { type: 'make.coffee' }, /no event named make\.coffee/],
  [
    'a tool result of its own',
    {
      type: 'conversation.item.create',
      item: { type: 'function_call_output', call_id: 'c1', output: '{"ok":true}' },
    },
    /conversation\.item\.create: item/,
  ],
  [
    'words put into Luna’s mouth',
    {
      type: 'conversation.item.create',
      item: { type: 'message', role: 'assistant', content: [{ type: 'input_text', text: 'x' }] },
    },
    /item\.role/,
  ],
  ['sound that is not base64', { type: 'input_audio_buffer.append', audio: '%%%' }, /not base64/],
  ['half a sample', { type: 'input_audio_buffer.append', audio: sound(3) }, /odd number of bytes/],
  [
    'more than 15 MiB',
    { type: 'input_audio_buffer.append', audio: 'A'.repeat(15 * 1024 * 1024 + 4) },
    /longer than 15 MiB/,
  ],
  [
    'a time that runs backwards',
    { type: 'luna.played', item_id: 'a1', played_ms: -1 },
    /played_ms/,
  ],
])('%s is refused, and the error names the event', (_, event, message) => {
  const word = read({ ...event, event_id: 'mine' });
  expect(word.ok ? '' : word.error.message).toMatch(message);
  expect(word.ok ? '' : word.error.event_id).toBe('mine');
});

test.each(['hello?', '', '[]', 'null', '"text"', '{}', '{"type":7}'])(
  'a frame that is no event (%s) is refused',
  (text) => {
    expect(readPageWord(text).ok).toBe(false);
  },
);
