import { expect, test } from 'vitest';
import { maskKeys } from './mask-keys.ts';

test.each([
  'sk-proj-abc123DEF456',
  'Bearer abc.def',
  'eyJhbGciOi.eyJzdWIiOi.SflKxwRJ',
  '0123456789abcdef0123456789abcdef0123456789abcdef',
])('a key (%s) that an error quotes is not written down', (key) => {
  expect(maskKeys(`Incorrect API key provided: ${key}.`)).toMatch(
    /^Incorrect API key provided: \[key\]\.?$/,
  );
});

test('ordinary words and ids stay', () => {
  const words = 'response resp_3fGkQ0tYw1zXc5vB7nMa9 of call_8sD was cancelled: turn_detected';
  expect(maskKeys(words)).toBe(words);
});
