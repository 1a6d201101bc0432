import { expect, test } from 'vitest';
import { nameAfter, nameIn, wordsAfter, wordsIn } from './free-text.ts';

test.each([
  ['maria lopez', 'Maria Lopez'],
  ['to maria lopez please', 'Maria Lopez'],
  ["it's anna", 'Anna'],
  ['her name is anna schmidt', 'Anna Schmidt'],
  ['uh my sister maria', 'Maria'],
  ["the recipient's name is maria lopez in spain", 'Maria Lopez'],
  ["o'brien", "O'brien"],
  ['what do you mean', undefined],
  ['my sister', undefined],
  ['five hundred dollars', undefined],
  ['', undefined],
])('asked for a name, "%s" is %s', (text, name) => {
  expect(nameIn(text)).toBe(name);
});

test.each([
  ['send five hundred dollars to maria lopez from checking', 'Maria Lopez'],
  ['i want to send money to my sister anna tomorrow', 'Anna'],
  ['i want to send it to savings', undefined],
])('in "%s" the money goes to %s', (text, name) => {
  expect(nameAfter(text, ['to'])).toBe(name);
});

test.each([
  ['because i lost my job', 'i lost my job'],
  ['well um my hours were cut.', 'my hours were cut'],
  ['why do you ask', undefined],
  ['yes', undefined],
])('asked for a reason, "%s" is %s', (text, reason) => {
  expect(wordsIn(text)).toBe(reason);
});

test('a reason is heard where it is announced', () => {
  expect(wordsAfter('i cannot pay because i was ill for weeks', ['because'])).toBe(
    'i was ill for weeks',
  );
});
