import { describe, expect, test } from 'vitest';
import { readAnswer } from './affirmation.ts';

const QUESTION =
  'You want me to block your Visa credit card ending in 4829, because it was lost. Is that right?';

describe('a caller agrees', () => {
  test.each([
    'yes',
    'Yes.',
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
    'Yes, the one ending in 4829.',
    'yes can you do that please',
    'Sure, could you please do that?',
    'sounds good',
    'exactly',
    'alright then',
    'I confirm',
    'do it',
    'that would be great',
    'I would like that',
    'yes please, I need another one',
    'yes only that one',
    'the card yes',
    'okay, block it, please',
    'all right, thank you',
    'fine',
    'I do',
    'yes yes yes',
  ])('"%s"', (text) => {
    expect(readAnswer(text, QUESTION)).toBe('yes');
  });
});

describe('a caller refuses, or puts it right', () => {
  test.each([
    'no',
    'No!',
    'nope',
    'no thanks',
    'no thank you that is fine',
    'no please do not',
    "don't do that",
    'do not block it',
    'never mind',
    'stop',
    'wait',
    'hold on',
    'cancel that',
    "that's wrong",
    'that is not right',
    'not right now',
    "I'd rather not",
    "I've changed my mind",
    'forget it',
    'please leave it as it is',
    'yes no wait',
    'yes but the other one',
    'yes, actually it was stolen',
    'yes, but four eight three nine',
    'yes four eight three nine',
    'it ends in 4830',
    'make it the debit card instead',
    'i mean the debit card',
    'incorrect',
  ])('"%s"', (text) => {
    expect(readAnswer(text, QUESTION)).toBe('no');
  });
});

describe('a caller is asked again', () => {
  test.each([
    '',
    'hello',
    'what',
    'what did you say',
    'pardon',
    'can you repeat that',
    'are you sure',
    'is that right?',
    'what happens if I say yes',
    'yes if it is free',
    'maybe',
    'I guess',
    'how much does it cost',
    'uh huh',
    'mm hmm',
    'the card',
    'just a second',
    "yes I don't have it any more",
    'Yes?',
    `yes ${'and another thing '.repeat(30)}`,
    'it is raining',
    'please tell me my balance',
    'okay I have a headache',
    'my right hand hurts',
    'thank you',
    'the card',
  ])('"%s"', (text) => {
    expect(readAnswer(text, QUESTION)).toBe('unclear');
  });
});
