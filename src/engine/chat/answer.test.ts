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

const part = (index: number, json: string) => ({
  tool_calls: [{ index, function: { arguments: json } }],
});

test('words come as they are written, and null is no word', () => {
  expect(
    read({ role: 'assistant', content: null }, { content: 'Hel' }, { content: 'lo.' }),
  ).toEqual({ text: 'Hello.', calls: [] });
});

test('two calls whose fragments come in turns are two calls', () => {
  const open = (index: number, name: string) => ({
    tool_calls: [{ index, id: `c${index}`, type: 'function', function: { name, arguments: '' } }],
  });
  const { calls } = read(
    open(0, 'check_balance'),
    open(1, 'check_rates'),
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
  const whole = (id: string, name: string) => ({
    tool_calls: [{ index: 0, id, function: { name, arguments: '{}' } }],
  });
  expect(read(whole('a', 'unlock_account'), whole('b', 'check_rates')).calls).toHaveLength(2);
});

test('a server that repeats id and name in every fragment means one call', () => {
  const again = (json: string) => ({
    tool_calls: [{ index: 0, id: 'a', function: { name: 'check_rates', arguments: json } }],
  });
  expect(read(again('{"product":'), again('"fixed_30"}')).calls).toEqual([
    { tool: 'check_rates', arguments: { product: 'fixed_30' } },
  ]);
});

test('arguments may be an object, or nothing at all', () => {
  const call = (args: unknown) => ({
    tool_calls: [{ id: 'a', function: { name: 'block_card', arguments: args } }],
  });
  expect(read(call({ reason: 'lost' })).calls[0]?.arguments).toEqual({ reason: 'lost' });
  expect(read(call(null)).calls[0]?.arguments).toEqual({});
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

test('a call with broken JSON, or without a name, is a failure', () => {
  const call = (name: string, json: string) => ({
    tool_calls: [{ index: 0, id: 'a', function: { name, arguments: json } }],
  });
  expect(() => read(call('block_card', '{"reason":'))).toThrow(ChatFailure);
  expect(() => read(call('block_card', '[1]'))).toThrow(ChatFailure);
  expect(() => read(call('', '{}'))).toThrow(ChatFailure);
});
