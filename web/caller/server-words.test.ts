import { expect, test } from 'vitest';
import { readServerWord } from './server-words.ts';

test('a word the page has no use for is skipped', () => {
  expect(readServerWord('{"type":"rate_limits.updated","rate_limits":[]}')).toBeUndefined();
});

test('a word the page knows, badly spelled, is an error and not silence', () => {
  expect(() => readServerWord('{"type":"luna.identity","level":"perhaps"}')).toThrow('Invalid');
});

test('a word with more in it than the page reads is understood', () => {
  const raw =
    '{"type":"response.output_audio.done","event_id":"e1","response_id":"r1","item_id":"i1","output_index":0,"content_index":0}';
  expect(readServerWord(raw)).toEqual({ type: 'response.output_audio.done', item_id: 'i1' });
});
