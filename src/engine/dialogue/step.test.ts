import { expect, test } from 'vitest';
import { findAgent } from '#agents/agent.ts';
import type { FunctionTool } from '#protocol/session.ts';
import type { Context, Input, Reply } from './moves.ts';
import { BEGINNING, type DialogueState } from './state.ts';
import { step } from './step.ts';

const flow = findAgent('block-card')?.flow;
const tools: FunctionTool[] = [
  'verify_identity',
  'block_card',
  'order_replacement',
  'transfer_to_agent',
].map((name) => ({ type: 'function', name }));

/** Plays inputs one turn after the other. */
function play(turns: readonly (readonly Input[])[], context: Partial<Context> = {}) {
  let state: DialogueState = BEGINNING;
  let reply: Reply | undefined;
  for (const [n, inputs] of turns.entries()) {
    const names = { bank: 'Northwind Bank', assistant: 'Luna' };
    [state, reply] = step(state, inputs, {
      flow,
      tools,
      toolChoice: 'auto',
      instructions: undefined,
      today: '2026-11-22',
      names,
      callId: `call_${n}`,
      ...context,
    });
  }
  const said = reply?.moves
    .map((move) => (move.type === 'say' ? move.text : `→ ${move.tool}`))
    .join(' ');
  return { state, said, expect: reply?.expect };
}

const heard = (text: string, unclear = false): Input[] => [{ type: 'heard', text, unclear }];
const returned = (n: number, output: object | string): Input[] => [
  {
    type: 'returned',
    callId: `call_${n}`,
    output: typeof output === 'string' ? output : JSON.stringify(output),
  },
];
const cut = (words: string): Input => ({ type: 'cut', heard: words });
const IDENTIFIED = [[], heard('i lost my card'), heard('4829'), heard('7316')];

test('what she asked is what the ear is told to expect', () => {
  expect(play([[]]).expect).toEqual({ for: 'open' });
  expect(play([[], heard('i lost my card')]).expect).toEqual({ for: 'digits', count: 4 });
  expect(play(IDENTIFIED.slice(0, 3)).expect).toEqual({ for: 'date-or-digits', count: 4 });
  const asking = { ok: false, why: 'needs_confirmation', say: 'Shall I block it?' };
  const confirmed = [
    ...IDENTIFIED,
    returned(3, { ok: true, say: 'Thank you.' }),
    returned(4, asking),
  ];
  expect(play(confirmed).expect).toEqual({ for: 'yes-no' });
});

test('cut off in the greeting, a caller who says what she wants is understood', () => {
  const { said } = play([[], [cut('Hello, this'), ...heard('i want to block my card')]]);
  expect(said).toContain('What are the last four digits');
});

test('typed over her voice, a message is answered although the news of the cut comes after it', () => {
  const lost = [[], [...heard('i lost my card'), cut('Hello, this')]];
  expect(play(lost).said).toContain('What are the last four digits');
  const person = [[], [...heard('i want to talk to a person'), cut('Hello, this')]];
  expect(play(person).said).toContain('→ transfer_to_agent');
});

test('cut off before her question, she asks it again and does not complain', () => {
  const turns = [
    [],
    heard('i lost my card'),
    [cut("I'm sorry to hear"), ...heard('so yesterday i was at the zoo')],
  ];
  expect(play(turns).said).toBe('What are the last four digits of your card?');
});

test('nobody agrees to a question they have not heard', () => {
  const question = 'You have a Visa card ending in 4829. Shall I block it?';
  const asking = { ok: false, why: 'needs_confirmation', say: question };
  const turns = [...IDENTIFIED, returned(3, { ok: true, say: 'Thank you.' }), returned(4, asking)];
  expect(play([...turns, [cut('You have'), ...heard('yes')]]).said).toBe(question);
  expect(play([...turns, [cut(question.slice(0, -3)), ...heard('yes')]]).said).toBe('→ block_card');
  expect(play([...turns, heard('yes')]).said).toBe('→ block_card');
});

test('a call that never left is made again', () => {
  const turns = [
    ...IDENTIFIED,
    [{ type: 'undone', callId: 'call_3' } as const, ...heard('hello?')],
  ];
  const { said } = play(turns);
  expect(said).toContain('→ verify_identity');
});

test('a change that needs an identity first gets one, and is then made', () => {
  const task = { slots: [], meanwhile: '', offer: undefined };
  const [goal] = flow?.goals ?? [];
  const tasks = [{ ...task, tool: 'block_card' }, ...(goal?.tasks.slice(0, 1) ?? [])];
  const context = { flow: flow && goal && { ...flow, goals: [{ ...goal, tasks }] } };
  const refused = { ok: false, why: 'needs_identity', say: 'I have to know who you are.' };
  const turns = [[], heard('please block my card'), returned(1, refused)];
  expect(play(turns, context).said).toContain('What are the last four digits');
  const more = [
    ...turns,
    heard('4829'),
    heard('7316'),
    returned(4, { ok: true, say: 'Thank you.' }),
  ];
  expect(play(more, context).said).toBe('Thank you. → block_card');
});

test('one factor more is asked for, and the first one kept', () => {
  const refused = {
    ok: false,
    why: 'needs_another_factor',
    say: 'Could you tell me your date of birth as well?',
  };
  const turns = [...IDENTIFIED, returned(3, refused)];
  expect(play(turns).said).toBe(refused.say);
  const { state } = play([...turns, heard('march 14 1985')]);
  expect(state.pending?.arguments).toEqual({
    card_last_four: '4829',
    pin: '7316',
    date_of_birth: '1985-03-14',
  });
});

test('a history of another session is taken up where it stood', () => {
  const called = {
    type: 'called',
    callId: 'old',
    tool: 'verify_identity',
    arguments: '{"card_last_four":"4829"}',
  };
  const history = [
    { type: 'said', text: 'Hello.' },
    called,
    { type: 'returned', callId: 'old', output: '{"ok":true,"say":"Thank you, Emma."}' },
    ...heard('it was stolen'),
  ] as Input[];
  const { state } = play([history]);
  expect(state.pending).toMatchObject({
    tool: 'block_card',
    arguments: { card_last_four: '4829', reason: 'stolen' },
  });
});

test('without a flow, the JSON Schema of a tool is what is asked', () => {
  const parameters = {
    type: 'object',
    properties: {
      account: {
        type: 'string',
        pattern: '^\\d{6}$',
        description: 'The six digits of the account',
      },
      amount: { type: 'number', description: 'Amount in dollars' },
      speed: { type: 'string', enum: ['normal', 'express'] },
    },
    required: ['account', 'amount', 'speed'],
  };
  const transfer: FunctionTool = {
    type: 'function',
    name: 'transfer_money',
    description: 'Transfer money.',
    parameters,
  };
  const context = { flow: undefined, tools: [transfer] };
  const turns = [[], heard('i want to transfer money')];
  expect(play(turns, context)).toMatchObject({
    said: 'Could you tell me the six digits of the account?',
    expect: { for: 'digits', count: 6 },
  });
  const more = [...turns, heard('one two three four five six'), heard('fifty dollars')];
  expect(play(more, context).said).toBe('Which is it: normal, or express?');
  const { state } = play([...more, heard('express please')], context);
  expect(state.pending?.arguments).toEqual({ account: '123456', amount: 50, speed: 'express' });
});

test('whatever a tool answers, it is spoken', () => {
  const tool: FunctionTool = { type: 'function', name: 'get_weather', description: 'Weather now.' };
  const answer = (output: string) =>
    play([[], heard('what is the weather'), returned(1, output)], {
      flow: undefined,
      tools: [tool],
    }).said;
  expect(answer('Foggy and 12 degrees')).toContain('Foggy and 12 degrees.');
  expect(answer('{"city":"London","degrees":12}')).toContain('city London, degrees 12');
  expect(answer('{"error":"the station is down"}')).toContain('the station is down.');
  expect(answer('not json {')).toContain('not json');
  expect(answer('null')).toContain('That is done.');
});

test('speech that the recogniser will not stand by is asked for again', () => {
  expect(play([[], heard('i lost my card'), heard('four eight two nine', true)]).said).toContain(
    "I'm sorry, I didn't catch that.",
  );
});

test('a caller who changes her mind is not pressed', () => {
  expect(play([[], heard('i lost my card'), heard('never mind')]).said).toBe(
    'No problem. Is there anything else I can help you with?',
  );
});

test('a bank that does not answer is owned up to', () => {
  const down = { ok: false, why: 'bank_unavailable', say: 'I cannot reach the bank right now.' };
  expect(play([...IDENTIFIED, returned(3, down)]).said).toBe(
    'I cannot reach the bank right now. Would you like me to put you through to a colleague?',
  );
});

test('digits may come in two breaths', () => {
  const turns = [[], heard('i lost my card'), heard('four eight')];
  expect(play(turns).said).toBe('And the other digits?');
  expect(play([...turns, heard('two nine')]).state.values).toMatchObject({
    card_last_four: '4829',
  });
  expect(play([...turns, heard('four eight two nine')]).state.values).toMatchObject({
    card_last_four: '4829',
  });
});

test('after goodbye there is nothing to add', () => {
  expect(
    play([[], heard('i lost my card'), heard('never mind'), heard('no thanks'), []]).said,
  ).toBe('');
});
