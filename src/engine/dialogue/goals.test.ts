import { expect, test } from 'vitest';
import { findAgent } from '#agents/agent.ts';
import { chosenOf, clearest, planFor, whichOf, wishesIn } from './goals.ts';

const goals = findAgent('freeform')?.flow.goals ?? [];
const goal = (id: string) => goals.filter((one) => one.id === id);

test.each([
  ['i lost my credit card', 'block-card'],
  ['how much do i still owe on my car loan', 'loan-balance'],
  ['there is a charge i do not recognize', 'dispute'],
  ['i lost my job and cannot pay my loan', 'restructure'],
  ["i can't log in to online banking", 'reset-password'],
  ['my new card came and i want to activate it', 'activate-card'],
  ['transfer two hundred dollars from savings to checking', 'transfer-funds'],
  ['raise my credit limit', 'credit-limit'],
  ['i want to refinance my mortgage', 'mortgage-rate'],
  ['wire two thousand dollars to maria lopez', 'wire-transfer'],
])('"%s" is about %s', (text, id) => {
  const wishes = clearest(wishesIn(text, goals), text);
  expect(wishes.map((wish) => wish.goal.id)).toEqual([id]);
});

test.each(['hello there', 'purple', 'four eight two nine', 'yes please'])(
  '"%s" is about nothing yet',
  (text) => {
    expect(wishesIn(text, goals)).toEqual([]);
  },
);

test('what may be two things is asked about', () => {
  const text = 'it is about my mortgage or my loan';
  const wishes = clearest(wishesIn(text, goals), text);
  expect(whichOf(wishes.map((wish) => wish.goal))).toBe(
    'Is it about a mortgage, or about what is left of a loan?',
  );
});

test.each([
  ['the loan', 'loan-balance'],
  ['my mortgage please', 'mortgage-rate'],
  ['the first one', 'mortgage-rate'],
  ['the second', 'loan-balance'],
  ['purple', undefined],
])('of a mortgage and a loan, "%s" means %s', (text, id) => {
  expect(chosenOf(text, [...goal('mortgage-rate'), ...goal('loan-balance')])?.id).toBe(id);
});

test.each([
  ['transfer two hundred dollars from savings to checking', ['verify_identity', 'transfer_funds']],
  ['what is my account balance', ['verify_identity', 'check_balance']],
])('"%s" needs %j and nothing else', (text, plan) => {
  const [wish] = wishesIn(text, goals);
  expect(wish && planFor(wish)).toEqual(plan);
});
