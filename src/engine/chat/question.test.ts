import { expect, test } from 'vitest';
import type { Item } from '#protocol/items.ts';
import { type ChatQuestion, questionOf } from './question.ts';

let count = 0;
const id = () => `item_${(count += 1)}`;
const caller = (text: string): Item => ({
  id: id(),
  type: 'message',
  status: 'completed',
  role: 'user',
  content: [{ type: 'input_audio', transcript: text }],
});
const luna = (transcript: string): Item => ({
  id: id(),
  type: 'message',
  status: 'completed',
  role: 'assistant',
  content: [{ type: 'output_audio', transcript }],
});
const called = (callId: string, name: string): Item => ({
  id: id(),
  type: 'function_call',
  status: 'completed',
  call_id: callId,
  name,
  arguments: '{}',
});
const returned = (callId: string, output: string): Item => ({
  id: id(),
  type: 'function_call_output',
  call_id: callId,
  output,
});

function ask(items: readonly Item[], more: Partial<Parameters<typeof questionOf>[0]> = {}) {
  return questionOf({
    instructions: ['You are Luna.'],
    items,
    unclear: new Set(),
    tools: [],
    toolChoice: 'auto',
    ...more,
  });
}

/** A message as a line: who, the words, the calls. */
function told({ messages }: ChatQuestion): string[] {
  return messages.slice(1).map((message) => {
    const calls = message.role === 'assistant' ? (message.tool_calls ?? []) : [];
    const named = calls.map((call) => ` → ${call.id} ${call.function.name}`).join('');
    const of = message.role === 'tool' ? ` ${message.tool_call_id}` : '';
    return `${message.role}${of}: ${message.content ?? ''}${named}`;
  });
}

test('a conversation with a tool is told in the order in which it happened', () => {
  const items = [
    luna('Hello, how can I help?'),
    caller('i lost my card'),
    luna('One moment.'),
    called('a', 'verify_identity'),
    called('b', 'check_rates'),
    returned('b', 'rates'),
    returned('a', 'verified'),
    luna('Thank you.'),
    called('c', 'block_card'),
    returned('c', 'blocked'),
    caller('great'),
  ];
  expect(told(ask(items))).toEqual([
    'user: (The call is connected.)',
    'assistant: Hello, how can I help?',
    'user: i lost my card',
    'assistant: One moment. → a verify_identity → b check_rates',
    'tool a: verified',
    'tool b: rates',
    'assistant: Thank you. → c block_card',
    'tool c: blocked',
    'user: great',
  ]);
});

test('one call after the other is two rounds, even when nothing was said between', () => {
  const items = [
    caller('block it'),
    called('a', 'block_card'),
    returned('a', 'needs_confirmation'),
    called('b', 'block_card'),
    returned('b', 'blocked'),
  ];
  expect(told(ask(items))).toEqual([
    'user: block it',
    'assistant:  → a block_card',
    'tool a: needs_confirmation',
    'assistant:  → b block_card',
    'tool b: blocked',
  ]);
});

test('a caller who speaks while a tool runs leaves no call without a result', () => {
  const items = [caller('block it'), called('a', 'block_card'), caller('hello?')];
  expect(told(ask([...items, returned('a', 'blocked')]))).toEqual([
    'user: block it',
    'assistant:  → a block_card',
    'tool a: blocked',
    'user: hello?',
  ]);
  expect(told(ask(items))[2]).toMatch(/^tool a: .*no result yet/);
});

test('a sentence of which nothing was heard is not in it; two in a row are one turn', () => {
  const items = [
    caller('i lost'),
    luna(''),
    caller('my card'),
    luna('Sorry.'),
    luna('Which card?'),
  ];
  expect(told(ask(items))).toEqual(['user: i lost\nmy card', 'assistant: Sorry.\nWhich card?']);
});

test('words that the recogniser would not stand by are marked', () => {
  const heard = caller('four eight');
  const nothing = caller('');
  const unclear = new Set([heard.id, nothing.id]);
  expect(told(ask([heard, luna('Pardon?'), nothing], { unclear }))).toEqual([
    'user: (unclear) four eight',
    'assistant: Pardon?',
    'user: (unclear)',
  ]);
});

test('instructions, also those of this one answer, and system items come first', () => {
  const system: Item = {
    id: 's',
    type: 'message',
    status: 'completed',
    role: 'system',
    content: [{ type: 'input_text', text: 'It is raining.' }],
  };
  const { messages } = ask([system], { instructions: ['You are Luna.', '', 'Be brief.'] });
  expect(messages[0]?.content).toMatch(/^You are Luna\.\n\nBe brief\..*It is raining\.$/s);
  expect(messages).toHaveLength(2);
});

const TOOL = {
  type: 'function' as const,
  name: 'block_card',
  description: 'Blocks a card.',
  parameters: { type: 'object', properties: { reason: { type: 'string' } } },
};

test('tools become functions with their schemas, and the choice of one is passed on', () => {
  const { tools, tool_choice } = ask([], {
    tools: [TOOL],
    toolChoice: { type: 'function', name: 'block_card' },
  });
  const { type, ...described } = TOOL;
  expect(tools).toEqual([{ type, function: described }]);
  expect(tool_choice).toEqual({ type: 'function', function: { name: 'block_card' } });
  expect(ask([])).not.toHaveProperty('tools');
  expect(ask([])).not.toHaveProperty('tool_choice');
});

const round = (n: number) => [called(`c${n}`, 'check_rates'), returned(`c${n}`, 'x')];
const choice = (items: readonly Item[]) => ask(items, { tools: [TOOL] }).tool_choice;

test('a model that only ever calls tools has to speak at last', () => {
  const rounds = Array.from({ length: 8 }, (_, n) => round(n)).flat();
  expect(choice([caller('rates?'), ...rounds.slice(2)])).toBe('auto');
  expect(choice([caller('rates?'), ...rounds])).toBe('none');
  expect(choice([...rounds, caller('rates?')])).toBe('auto');
});
