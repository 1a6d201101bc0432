import { expect, test } from 'vitest';
import { keepText, textOf } from './as-sent.ts';

test('an event that is sent on is the text that came', () => {
  const text = '{ "type":"a" , "unknown":1 }';
  expect(textOf(keepText({ type: 'a' }, text))).toBe(text);
});

test('what was taken out of a copy does not come back with the text', () => {
  const event = keepText({ type: 'a', secret: 'x' }, '{"type":"a","secret":"x"}');
  expect(textOf({ ...event, secret: '' })).toBe('{"type":"a","secret":""}');
});
