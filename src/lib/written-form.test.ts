import { expect, test } from 'vitest';
import { writtenForm } from './written-form.ts';

test.each([
  ['my card ends in four eight two nine', 'My card ends in 4829.'],
  ['forty eight twenty nine', '4829.'],
  ['march fourteenth nineteen eighty five', 'March fourteenth 1985.'],
  ['i lost one card and i am sorry', 'I lost one card and I am sorry.'],
  ["no i'm not sure i've got it", "No I'm not sure I've got it."],
  ['what is my balance', 'What is my balance?'],
  ['can you block my card', 'Can you block my card?'],
  ['okay and how long does that take', 'Okay and how long does that take?'],
  ['do it', 'Do it.'],
  ['do you have it', 'Do you have it?'],
  ['what a pity', 'What a pity.'],
  ['have a nice day', 'Have a nice day.'],
  ['may i speak to someone', 'May I speak to someone?'],
  ['four thousand dollars', 'Four thousand dollars.'],
  ['on friday may fifth', 'On Friday May fifth.'],
  ['my pin is [number]', 'My pin is [number].'],
])('%j is written %j', (words, written) => {
  expect(writtenForm(words)).toBe(written);
});

test.each(['', 'Hello, I lost my card.', 'call Emma', 'is it 4829?', '[number]'])(
  '%j, which somebody has written, stays as it is',
  (text) => {
    expect(writtenForm(text)).toBe(text);
  },
);
