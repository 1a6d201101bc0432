import { expect, test } from 'vitest';
import { actsIn, takesBack } from './acts.ts';
import { yesOrNo } from './yes-no.ts';

test.each([
  'yes',
  'yeah sure',
  'yes please',
  'ok',
  'that is right',
  'go ahead',
  'please do',
  'sure why not',
  'yes no problem',
  'absolutely',
  'of course you can',
  "that's correct",
])('"%s" is a yes', (text) => {
  expect(yesOrNo(text)).toBe('yes');
});

test.each([
  'no',
  'nope',
  'no thanks',
  'no thank you that is fine',
  "please don't",
  'do not do it',
  'no wait do not block it',
  'not now please',
  'okay no',
  'never mind',
  'i would rather not',
  "that's not right",
])('"%s" is a no', (text) => {
  expect(yesOrNo(text)).toBe('no');
});

test.each(['', 'purple', 'four eight two nine', 'no wait yes', 'what do you mean', 'hmm'])(
  '"%s" is neither: nothing is changed on it',
  (text) => {
    expect(yesOrNo(text)).toBeUndefined();
  },
);

test.each([
  ['can i talk to a human being please', 'person'],
  ['i want to speak to someone', 'person'],
  ['sorry could you repeat that', 'repeat'],
  ['pardon', 'repeat'],
  ["i didn't catch that", 'repeat'],
  ['hang on let me find it', 'wait'],
  ["i don't know", 'unknown'],
  ["i can't remember", 'unknown'],
  ['no that is all thank you', 'goodbye'],
  ['what is the wether like', 'off-topic'],
  ['i need a morgage', 'other-banking'],
  ['who are you', 'who'],
  ['thanks a lot', 'thanks'],
] as const)('"%s" means: %s', (text, act) => {
  expect(actsIn(text)).toContain(act);
});

test('somebody who stole a card is not somebody to speak to', () => {
  expect(actsIn('someone stole my card')).not.toContain('person');
});

test('what takes an answer back', () => {
  expect(takesBack('no i meant four eight two nine')).toBe(true);
  expect(takesBack('four eight two nine')).toBe(false);
});
