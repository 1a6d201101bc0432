/** What the dialogue takes for a yes and what the gate takes for one: the same words, or callers go round in circles. */
import { expect, test } from 'vitest';
import { readAnswer } from '#call/affirmation.ts';
import { yesOrNo } from '#engine/dialogue/yes-no.ts';

const QUESTION = 'You want me to block your Visa credit card ending in 4829. Is that right?';

test.each([
  'yes',
  'yes please',
  'yeah',
  'yep that is right',
  "that's right",
  'correct',
  'sure',
  'sure, go ahead',
  'ok',
  'okay do it',
  'please do',
  'please',
  'absolutely',
  'of course',
  'by all means',
  'go ahead and block it',
  'yes block it right away',
  'uh yes',
  'um yeah I do',
  'why not',
  'no problem',
  'yes four eight two nine',
  'sounds good',
  'exactly',
  'alright then',
  'I confirm',
  'do it',
  'that would be great',
  'I would like that',
  'fine',
  'I do',
  'yes yes yes',
  'yes that is correct',
  'yeah go ahead',
  'perfect',
  'definitely',
  'certainly',
  'indeed',
  'all right, thank you',
  'okay, block it, please',
])('"%s" is a yes to both', (text) => {
  expect([yesOrNo(text), readAnswer(text, QUESTION)]).toEqual(['yes', 'yes']);
});

test.each([
  'no',
  'nope',
  'no thanks',
  'no thank you that is fine',
  'no please do not',
  "don't do that",
  'do not block it',
  'never mind',
  'stop',
  'cancel that',
  "that's wrong",
  'that is not right',
  'not right now',
  "I'd rather not",
  "I've changed my mind",
  'forget it',
  'please leave it as it is',
  'incorrect',
  'no way',
  'absolutely not',
  'certainly not',
  'of course not',
])('"%s" is a no to both', (text) => {
  expect([yesOrNo(text), readAnswer(text, QUESTION)]).toEqual(['no', 'no']);
});

test.each([
  '',
  'hello',
  'what',
  'pardon',
  'can you repeat that',
  'are you sure',
  'is that right?',
  'yes if it is free',
  'maybe',
  'I guess',
  'how much does it cost',
  'just a second',
  'yes no wait',
  'yes but the other one',
  'yes, actually it was stolen',
  'wait',
  'hold on',
  'hmm',
  'purple',
  'I have to think about it',
])('"%s" is a yes to neither', (text) => {
  expect(yesOrNo(text)).not.toBe('yes');
  expect(readAnswer(text, QUESTION)).not.toBe('yes');
});
