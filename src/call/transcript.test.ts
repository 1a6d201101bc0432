import { expect, test } from 'vitest';
import { type Transcript, added, cutOff, finished, grew } from './transcript.ts';

const line = (itemId: string, who: 'caller' | 'assistant') => ({
  itemId,
  who,
  text: '',
  growing: true,
});
const read = (transcript: Transcript): string[] =>
  transcript.map(({ who, text }) => `${who}: ${text}`);

test('the caller’s words stand before the answer to them, however late they arrive', () => {
  let transcript = added([], line('u1', 'caller'), null);
  transcript = added(transcript, line('a1', 'assistant'), 'u1');
  transcript = finished(transcript, 'a1', 'Which card is it?');
  transcript = finished(transcript, 'u1', 'I lost my card.');
  expect(read(transcript)).toEqual(['caller: I lost my card.', 'assistant: Which card is it?']);
});

test('an item that is put between two others stays there', () => {
  let transcript = added([], line('u1', 'caller'), null);
  transcript = added(transcript, line('u2', 'caller'), 'u1');
  transcript = added(transcript, line('a1', 'assistant'), 'u1');
  expect(transcript.map(({ itemId }) => itemId)).toEqual(['u1', 'a1', 'u2']);
});

test('after a hidden item (a tool call) the conversation goes on at its end', () => {
  const transcript = added(added([], line('a1', 'assistant'), null), line('a2', 'assistant'), 'f1');
  expect(transcript.map(({ itemId }) => itemId)).toEqual(['a1', 'a2']);
});

test('words grow, and the final ones replace the guess', () => {
  let transcript = added([], line('u1', 'caller'), null);
  transcript = grew(grew(transcript, 'u1', 'four ate'), 'u1', ' two');
  transcript = finished(transcript, 'u1', 'four eight two nine');
  expect(read(grew(transcript, 'u1', ' late'))).toEqual(['caller: four eight two nine']);
});

test('a sentence that was cut off keeps what was heard of it', () => {
  let transcript = added([], line('a1', 'assistant'), null);
  transcript = cutOff(grew(transcript, 'a1', 'Hello, how can I help?'), 'a1', 'Hello, how');
  transcript = finished(transcript, 'a1', 'Hello, how can I help?');
  expect(read(transcript)).toEqual(['assistant: Hello, how']);
});

test('an item that is announced twice is one line', () => {
  const once = added([], line('u1', 'caller'), null);
  expect(added(once, line('u1', 'caller'), null)).toHaveLength(1);
});
