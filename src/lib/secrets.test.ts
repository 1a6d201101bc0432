import { expect, test } from 'vitest';
import { maskSecrets } from './secrets.ts';

test.each([
  [
    'Incorrect API key provided: sk-proj-abc****wxyz. You can',
    'Incorrect API key provided: [key] You can',
  ],
  ['Authorization: Bearer abcdef123456', 'Authorization: Bearer [key]'],
  ['{"api-key": "0123456789abcdef"}', '{"api-key": "[key]"}'],
  ['wss://x/realtime?api-key=0123456789abcdef&model=m', 'wss://x/realtime?api-key=[key]&model=m'],
  ['token eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJ4In0.c2ln', 'token [key]'],
  ['ek_6812f9a8c0a481 has expired', '[key] has expired'],
  [
    'Your session hit the maximum duration of 60 minutes.',
    'Your session hit the maximum duration of 60 minutes.',
  ],
  ['the api key is missing', 'the api key is missing'],
])('a key is not repeated: %s', (text, masked) => {
  expect(maskSecrets(text)).toBe(masked);
});

test('a key that looks like nothing is masked because it is known', () => {
  expect(maskSecrets('key hunter22hunter is wrong', ['hunter22hunter', undefined, ''])).toBe(
    'key [key] is wrong',
  );
});
