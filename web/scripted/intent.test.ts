import { expect, test } from 'vitest';
import { agents } from '#agents/agent.ts';
import { intentOf } from './intent.ts';

const subjects = agents.map(({ id, name, shows, says, script }) => {
  const first = script.find(({ who }) => who === 'caller');
  return { id, texts: [name, shows, ...says, first?.text ?? '', ...(first?.expects ?? [])] };
});

test.each([
  ['somebody stole my wallet with my card in it, it was stolen', 'block-card'],
  ['how much is left on my car loan', 'loan-balance'],
  ['there is a charge that I do not recognise', 'dispute'],
  ['I forgot my password', 'reset-password'],
  ['my new card has come, please activate it', 'activate-card'],
  ['move some money to my savings', 'transfer-funds'],
  ['I would like a higher credit limit', 'credit-limit'],
  ['what are your mortgage rates today', 'mortgage-rate'],
  ['send a wire to my brother abroad', 'wire-transfer'],
])('%s: that is about %s', (text, id) => {
  expect(intentOf(text, subjects)).toBe(id);
});

test.each(['good evening', 'what is the weather like', '', 'card'])(
  '“%s” could be anything, and the caller is asked',
  (text) => {
    expect(intentOf(text, subjects)).toBeUndefined();
  },
);
