import { expect, test } from 'vitest';
import {
  SILENT,
  type Voice,
  completed,
  drained,
  heardAudio,
  heardText,
  played,
  silenced,
  speaking,
  wordsHeard,
} from './heard.ts';

const of = { responseId: 'r1', itemId: 'a1' };

function sentence(...clauses: [text: string, ms: number][]): Voice {
  let voice = SILENT;
  for (const [text, ms] of clauses)
    voice = heardAudio(heardText(voice, { ...of, text }), { ...of, ms });
  return voice;
}

function words(voice: Voice, heardMs: number): string {
  const [said] = voice.said;
  return said ? wordsHeard(said, heardMs) : '';
}

test('a caller who interrupts after one clause has heard that clause only', () => {
  const voice = sentence(['Hello Emma, ', 800], ['how can I help you today?', 1_600]);
  expect(words(voice, 800)).toBe('Hello Emma,');
});

test('a clause cut in its middle ends with a whole word', () => {
  const voice = sentence(['Hello Emma, ', 800], ['how can I help you today?', 1_600]);
  expect(words(voice, 1_600)).toBe('Hello Emma, how can I');
});

test('text that runs ahead of the sound is shared out over it', () => {
  let voice = heardText(SILENT, { ...of, text: 'one two ' });
  voice = heardText(voice, { ...of, text: 'three four' });
  voice = completed(heardAudio(voice, { ...of, ms: 2_000 }), 'a1');
  expect(words(voice, 1_000)).toBe('one two');
});

test('nothing is heard of a sentence that was cut before its first sample', () => {
  expect(words(sentence(['Hello.', 500]), 0)).toBe('');
});

test('the whole sentence is heard when all of it was played', () => {
  const voice = completed(sentence(['Hello there.', 900]), 'a1');
  expect(words(voice, 890)).toBe('Hello there.');
});

test('a report cannot claim more than was sent, nor go back', () => {
  const voice = played(played(sentence(['Hello.', 500]), 'a1', 9_999), 'a1', 100);
  expect(voice.said[0]?.playedMs).toBe(500);
});

test('Luna is speaking until her last sample was played', () => {
  let voice = sentence(['Hello.', 500]);
  voice = played(voice, 'a1', 500);
  // More may come: a line that ran dry is not a sentence that ended.
  expect(speaking(voice)?.itemId).toBe('a1');
  voice = completed(voice, 'a1');
  expect(speaking(voice)).toBeUndefined();
});

test('sentences are heard one after the other', () => {
  let voice = completed(sentence(['Hello.', 500]), 'a1');
  voice = heardAudio(voice, { responseId: 'r2', itemId: 'a2', ms: 300 });
  expect(speaking(voice)?.itemId).toBe('a1');
  expect(speaking(drained(voice, 'a1'))?.itemId).toBe('a2');
});

test('a caller who interrupts silences everything that was still to come', () => {
  const voice = heardAudio(sentence(['Hello.', 500]), { responseId: 'r1', itemId: 'a2', ms: 300 });
  expect(speaking(silenced(voice))).toBeUndefined();
});
