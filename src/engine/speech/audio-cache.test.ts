import { expect, test } from 'vitest';
import { AudioCache } from './audio-cache.ts';

test('too much sound pushes out what was used least recently', () => {
  const cache = new AudioCache(3_000);
  for (const key of ['greeting', 'question', 'farewell']) cache.set(key, new Int16Array(500));
  expect(cache.get('greeting')).toHaveLength(500);
  cache.set('news', new Int16Array(500));
  expect(cache.get('question')).toBeUndefined();
  expect(cache.get('greeting')).toHaveLength(500);
});

test('the same sound twice counts once', () => {
  const cache = new AudioCache(3_000);
  cache.set('greeting', new Int16Array(1_000));
  cache.set('greeting', new Int16Array(1_000));
  cache.set('other', new Int16Array(500));
  expect(cache.get('greeting')).toHaveLength(1_000);
});

test('a sound larger than all the room there is leaves nothing behind', () => {
  const cache = new AudioCache(3_000);
  cache.set('speech', new Int16Array(5_000));
  expect(cache.get('speech')).toBeUndefined();
});
