import { expect, test } from 'vitest';
import { outcomeOf, owesHandOver } from './outcome.ts';

test.each([
  // reason, handed over, served, spoke
  ['assistant', false, 1, true, 'contained'],
  ['caller', false, 1, true, 'contained'],
  ['caller', false, 3, true, 'contained'],
  ['escalated', true, 0, true, 'escalated'],
  ['escalated', true, 2, true, 'escalated'],
  // hung up while Luna still said goodbye
  ['caller', true, 1, true, 'escalated'],
  ['error', true, 1, true, 'escalated'],
  ['assistant', true, 1, true, 'escalated'],
  // said no to what was read back, or was turned away
  ['assistant', false, 0, true, 'refused'],
  ['caller', false, 0, true, 'abandoned'],
  ['caller', false, 0, false, 'abandoned'],
  // never said a word
  ['assistant', false, 0, false, 'abandoned'],
  ['error', false, 0, false, 'failed'],
  ['error', false, 2, true, 'failed'],
] as const)(
  'ended by %s, handed over %s, served %i, spoke %s: %s',
  (reason, handedOver, served, callerSpoke, outcome) => {
    expect(outcomeOf({ reason, handedOver, served, callerSpoke })).toBe(outcome);
  },
);

test('what a specialist must finish is passed on, even where nobody passed it on', () => {
  expect(owesHandOver('escalated', { handedOver: false, served: 1 })).toBe(true);
  expect(owesHandOver('escalated', { handedOver: true, served: 1 })).toBe(false);
  expect(owesHandOver('escalated', { handedOver: false, served: 0 })).toBe(false);
  expect(owesHandOver('resolved', { handedOver: false, served: 1 })).toBe(false);
});
