import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ChatFailure } from './failure.ts';
import { Speakable } from './speakable.ts';

function inPieces(text: string, sizes: readonly number[]): string[] {
  const speakable = new Speakable();
  const said: string[] = [];
  for (let at = 0, n = 0; at < text.length; n++) {
    const size = sizes[n % sizes.length] ?? 1;
    said.push(...speakable.add(text.slice(at, at + size)));
    at += size;
  }
  return [...said, ...speakable.end()];
}

test.each([
  ['**Your card** is *blocked*.', 'Your card is blocked.'],
  ['Great! 🎉 All done 👍🏽.', 'Great! All done.'],
  ['# Balance\nYou have $1,250.00.', 'Balance. You have $1,250.00.'],
  ['You can:\n- block it\n- keep it', 'You can: block it. keep it.'],
  ['1. Lost\n2. Stolen', 'Lost. Stolen.'],
  ['See [our page](https://bank.example/cards) today.', 'See our page today.'],
  ['Look at https://bank.example/cards today.', 'Look at our website today.'],
  ['Use `block_card` _now_, please.', 'Use block_card now, please.'],
  ['\n\nHello  there.\n\nHow are you?', 'Hello there. How are you?'],
  [
    'Card 4829, from Nov. 27, at 5 p.m. on Friday.',
    'Card 4829, from Nov. 27, at 5 p.m. on Friday.',
  ],
])('%j is said as %j', (written, said) => {
  expect(inPieces(written, [1_000]).join('')).toBe(said);
});

test('the first clause is there while the rest is still being written', () => {
  const speakable = new Speakable();
  expect(speakable.add("I'm sorry to hear that. I")).toEqual(["I'm sorry to hear that. "]);
  expect(speakable.add("'ll block the card, and then, ")).toEqual([]);
  expect(speakable.add('I send a new one. What')).toEqual([
    "I'll block the card, and then, I send a new one. ",
  ]);
  expect(speakable.end()).toEqual(['What.']);
});

test('a sentence that will not end is said in parts', () => {
  const speakable = new Speakable();
  const said = speakable.add(`Well. ${'and this goes on and on, '.repeat(8)}`);
  expect(said).toEqual(['Well. ']);
  expect(speakable.add('still')[0]?.length).toBeGreaterThan(100);
});

test('nothing is lost, doubled or put elsewhere, wherever the text is cut', () => {
  const text =
    'Thank you, **Emma**. Your card ending in 4829 is blocked now; a new one comes on Dec. 4, by mail.\n\n' +
    '- It costs $0.00.\n- Keep the No. 12 letter 🙂. Is there anything else I can help you with today?';
  const whole = inPieces(text, [text.length]).join('');
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1 }), (sizes) => {
      expect(inPieces(text, sizes).join('')).toBe(whole);
    }),
  );
});

test.each([
  '{"name": "block_card", "arguments": {}}',
  '```json\n{"name": "block_card"}',
  '<tool_call>{"name": "block_card"}',
  '[{"name": "block_card"}]',
  '<|python_tag|>block_card()',
  '<html><body>502</body></html>',
])('%j is no speech', (written) => {
  expect(() => inPieces(written, [1])).toThrow(ChatFailure);
});

test('emoji alone, or nothing, is nothing to say', () => {
  expect(inPieces(' 🙂\n***\n', [2])).toEqual([]);
});
