import { expect, test } from 'vitest';
import { z } from 'zod';
import { openTools } from './banking/fixture.ts';
import { type Tool, createToolbox, forModel } from './tool.ts';

test('a model is told what each tool needs, as JSON Schema', async () => {
  await using tools = await openTools();
  expect(tools.toolbox.definitions(['block_card'])).toEqual([
    {
      type: 'function',
      name: 'block_card',
      description: expect.stringContaining('Blocks one of the verified'),
      parameters: {
        type: 'object',
        properties: {
          card_last_four: {
            type: 'string',
            pattern: '^\\d{4}$',
            description: expect.stringContaining('last four digits'),
          },
          reason: {
            type: 'string',
            enum: ['lost', 'stolen', 'damaged'],
            description: expect.any(String),
          },
        },
        required: ['card_last_four', 'reason'],
      },
    },
  ]);
});

test('an agent that names a tool nobody has is a mistake, found at once', async () => {
  await using tools = await openTools();
  expect(() => tools.toolbox.definitions(['fly_to_the_moon'])).toThrow('fly_to_the_moon');
});

test.each([
  ['an unknown tool', 'fly_to_the_moon', '{}', 'unknown_tool', { tool: 'fly_to_the_moon' }],
  [
    'a missing argument',
    'block_card',
    '{"reason":"lost"}',
    'bad_arguments',
    { argument: 'card_last_four' },
  ],
  [
    'too many digits',
    'block_card',
    '{"card_last_four":"48290","reason":"lost"}',
    'bad_arguments',
    { argument: 'card_last_four' },
  ],
  [
    'a reason we do not know',
    'block_card',
    '{"card_last_four":"4829","reason":"bored"}',
    'bad_arguments',
    { argument: 'reason' },
  ],
  [
    'no such day',
    'verify_identity',
    '{"card_last_four":"4829","date_of_birth":"1985-02-30"}',
    'bad_arguments',
    { argument: 'date_of_birth' },
  ],
  ['no JSON', 'block_card', '{"card_last', 'bad_arguments', { argument: '' }],
  ['nothing', 'block_card', '', 'bad_arguments', { argument: 'card_last_four' }],
  ['a list', 'block_card', '[]', 'bad_arguments', { argument: '' }],
])('%s is refused in words, and nothing is thrown', async (_what, name, given, why, facts) => {
  await using tools = await openTools();
  const found = tools.toolbox.find(name, given);
  expect(found).toMatchObject({ ok: false, result: { ok: false, why, facts } });
  expect(found.ok ? '' : found.result.say).toMatch(/\w+.*[.?]$/);
});

test('a refusal does not repeat what was wrong: it may be a PIN', async () => {
  await using tools = await openTools();
  const found = tools.toolbox.find('verify_identity', '{"card_last_four":"4829","pin":"73169"}');
  expect(JSON.stringify(found)).not.toContain('7316');
});

test('the same arguments in another order are the same request', async () => {
  await using tools = await openTools();
  const [a, b] = [
    '{"card_last_four":"4829","reason":"lost"}',
    '{ "reason": "lost", "card_last_four": "4829" }',
  ].map((given) => tools.toolbox.find('block_card', given));
  expect(a?.ok === true && a.request.arguments).toBe('{"card_last_four":"4829","reason":"lost"}');
  expect(b?.ok === true && b.request.arguments).toBe('{"card_last_four":"4829","reason":"lost"}');
});

test('a change that is not read back is no tool of ours', () => {
  const rash: Tool<object> = {
    name: 'close_account',
    description: '',
    title: '',
    input: z.object({}),
    needs: 'verified',
    effect: 'change',
    run: async () => ({ ok: true, say: 'Gone.', facts: {} }),
  };
  expect(() => createToolbox([rash])).toThrow('close_account');
});

test('what the call learns from a result is not shown to the model', () => {
  const shown = forModel({
    ok: true,
    say: 'Thank you, Emma.',
    facts: { verified: true },
    consequence: { kind: 'verified', customerId: 'cust_emma_carter', firstName: 'Emma' },
  });
  expect(JSON.parse(shown)).toEqual({
    ok: true,
    say: 'Thank you, Emma.',
    facts: { verified: true },
  });
});
