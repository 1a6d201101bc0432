import { expect, test } from 'vitest';
import { fill } from './fill.ts';

test('a caller who is known is greeted by name', () => {
  expect(fill('Hello {caller}, this is {assistant}.', { caller: 'Emma', assistant: 'Luna' })).toBe(
    'Hello Emma, this is Luna.',
  );
});

test('a caller who is not known is greeted without a gap', () => {
  expect(fill('Hello {caller}, this is {assistant}.', { assistant: 'Luna' })).toBe(
    'Hello, this is Luna.',
  );
});
