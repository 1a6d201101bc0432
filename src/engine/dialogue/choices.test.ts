import { expect, test } from 'vitest';
import type { Slot } from '#engine/flow.ts';
import { choicesIn, type Known } from './choices.ts';

const account = (name: string, ...cues: string[]): Slot => ({
  name,
  ask: '',
  askAgain: '',
  expect: { for: 'open' },
  cues,
  choices: ['checking', 'savings', 'credit card'].map((value) => ({ value, phrases: [value] })),
});
const FROM = account('from', 'from', 'out of');
const TO = account('to', 'to', 'into');
const NOTHING: Known = { asked: undefined, values: {}, lastFilled: undefined };

test.each([
  ['from savings to checking', { from: 'savings', to: 'checking' }],
  ['to my checking account from my savings', { from: 'savings', to: 'checking' }],
  ['out of the savings account into checking', { from: 'savings', to: 'checking' }],
  ['from savings two checking', { from: 'savings', to: 'checking' }],
  ['pay from savings to my credit card', { from: 'savings', to: 'credit card' }],
  ['to savings', { to: 'savings' }],
  ['savings', {}],
])('"%s" is %o', (text, values) => {
  expect(choicesIn(text, [FROM, TO], NOTHING)).toEqual(values);
});

test.each([
  ['checking', { from: 'checking' }],
  ['checking to savings', { from: 'checking', to: 'savings' }],
  ['to savings', { to: 'savings' }],
  ['not checking, savings', { from: 'savings' }],
])('asked where from, "%s" is %o', (text, values) => {
  expect(choicesIn(text, [FROM, TO], { ...NOTHING, asked: FROM })).toEqual(values);
});

test.each([
  ['not checking, savings', { from: 'savings' }],
  ['no i meant credit card', { to: 'credit card' }],
  ['no, from credit card', { from: 'credit card' }],
])('read back from checking to savings, "%s" changes %o', (text, values) => {
  const known = { asked: undefined, values: { from: 'checking', to: 'savings' }, lastFilled: 'to' };
  expect(choicesIn(text, [FROM, TO], known)).toEqual(values);
});
