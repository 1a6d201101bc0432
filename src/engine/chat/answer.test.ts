import { expect, test } from 'vitest';
import { AnswerReader, type WantedCall } from './answer.ts';
import { ChatFailure } from './failure.ts';

type Delta = Record<string, unknown>;

function read(...deltas: readonly Delta[]): { text: string; calls: WantedCall[] } {
  const reader = new AnswerReader();
  const text = deltas
    .map((delta) => reader.read(JSON.stringify({ choices: [{ delta }] })))
    .join('');
  return { text, calls: reader.calls() };
}

function call(index: number | undefined, id: string, name: string, args: unknown): Delta {
  return { tool_calls: [{ index, id, type: 'function', function: { name, arguments: args } }] };
}
const part = (index: number, json: string): Delta => ({
  tool_calls: [{ index, function: { arguments: json } }],
});

test('words come as they are written, and null is no word', () => {
  expect(
    read({ role: 'assistant', content: null }, { content: 'Hel' }, { content: 'lo.' }),
  ).toEqual({ text: 'Hello.', calls: [] });
});

test('two calls whose fragments come in turns are two calls', () => {
  const { calls } = read(
    call(0, 'a', 'check_balance', ''),
    call(1, 'b', 'check_rates', ''),
    part(0, '{"account":'),
    part(1, '{"product"'),
    part(0, '"savings"}'),
    part(1, ':"fixed_30"}'),
  );
  expect(calls).toEqual([
    { tool: 'check_balance', arguments: { account: 'savings' } },
    { tool: 'check_rates', arguments: { product: 'fixed_30' } },
  ]);
});

test('parallel calls that are all numbered 0 are told apart by their ids', () => {
  const { calls } = read(call(0, 'a', 'unlock_account', '{}'), call(0, 'b', 'check_rates', '{}'));
  expect(calls).toHaveLength(2);
});

test('a server that repeats id and name in every fragment means one call', () => {
  const { calls } = read(
    call(0, 'a', 'check_rates', '{"product":'),
    call(0, 'a', 'check_rates', '"fixed_30"}'),
  );
  expect(calls).toEqual([{ tool: 'check_rates', arguments: { product: 'fixed_30' } }]);
});

test.each([
  ['an object', { reason: 'lost' }, { reason: 'lost' }],
  ['nothing at all', null, {}],
])('arguments may be %s', (_, given, taken) => {
  const { calls } = read(call(undefined, 'a', 'block_card', given));
  expect(calls).toEqual([{ tool: 'block_card', arguments: taken }]);
});

test.each([
  ['no JSON', 'not json'],
  ['another shape', '{"choices":"no"}'],
  ['an error in the middle', '{"error":{"message":"the key sk-secret is wrong"}}'],
])('%s is a failure whose words are ours', (_, json) => {
  const reader = new AnswerReader();
  expect(() => reader.read(json)).toThrow(ChatFailure);
  expect(() => reader.read(json)).not.toThrow(/sk-secret/);
});

test.each([
  ['half of its JSON', 'block_card', '{"reason":'],
  ['a list', 'block_card', '[1]'],
  ['no name', '', '{}'],
])('a call with %s is a failure', (_, name, json) => {
  expect(() => read(call(0, 'a', name, json))).toThrow(ChatFailure);
});
