import { describe, expect, test } from 'vitest';
import { writtenForm } from '#lib/written-form.ts';
import { asksForSecret, redactText } from './redaction.ts';

const caller = { who: 'caller', asked: false } as const;
const answering = { who: 'caller', asked: true } as const;
const luna = { who: 'assistant', asked: false } as const;

describe('of what a caller says by themselves', () => {
  test.each([
    ['my card is 4829', 'my card is [number]'],
    ['four eight two nine', '[number]'],
    ['it ends in forty eight twenty nine', 'it ends in [number]'],
    ['it is 4929 1234 5678 4829 okay', 'it is [number] okay'],
    ['4929-1234-5678-4829', '[number]'],
    ['double four oh nine', '[number]'],
    ['the pin is seven, three, one, six.', 'the pin is [number].'],
    ['call me on +1 202 555 0142', 'call me on +[number]'],
    ['my social is 123-45-6789', 'my social is [number]'],
    ['four thousand eight hundred twenty nine', '[number]'],
    ['I was born on 14 March 1985', 'I was born on [date]'],
    ['born march fourteenth nineteen eighty five', 'born [date]'],
    ['the fourteenth of march nineteen eighty five', 'the [date]'],
    ['fourteen march nineteen eighty five', '[date]'],
    ['03/14/1985', '[date]'],
    ['it is 1985-03-14 I think', 'it is [date] I think'],
    ['write to emma.carter@example.com please', 'write to [email] please'],
    ['emma dot carter at example dot com', '[email]'],
    ['I lost my credit card', 'I lost my credit card'],
    ['I have two cards and one account', 'I have two cards and one account'],
    ['I paid $250 on Monday', 'I paid $250 on Monday'],
    ['I paid 1250 dollars', 'I paid 1250 dollars'],
    ['two hundred fifty dollars', 'two hundred fifty dollars'],
    ['it happened on march third', 'it happened on march third'],
    ['may I ask something', 'may I ask something'],
  ])('"%s" remains "%s"', (text, remains) => {
    expect(redactText(text, caller)).toBe(remains);
  });
});

describe('of an answer to a question for digits or a date', () => {
  test.each([
    ['four eight', '[number]'],
    ['two nine', '[number]'],
    ['uh, 48', 'uh, [number]'],
    ['march fourteenth', '[date]'],
    ['the fourteenth of march', 'the [date]'],
    ['march', '[date]'],
    ['march fourteenth eighty five', '[date]'],
    ['fourteen march eighty five', '[date]'],
    ['the blue one', 'the blue one'],
    ['I do not know', 'I do not know'],
    ['may I use my PIN', 'may I use my PIN'],
    ['May.', '[date].'],
    ['may second', '[date]'],
  ])('"%s" remains "%s"', (text, remains) => {
    expect(redactText(text, answering)).toBe(remains);
  });
});

describe('of what Luna says', () => {
  test.each([
    [
      'Shall I block your Visa card ending in 4829?',
      'Shall I block your Visa card ending in 4829?',
    ],
    ['Your card 4929 1234 5678 4829 is blocked.', 'Your card [number] is blocked.'],
    ['You were born on March 14, 1985.', 'You were born on [date].'],
    [
      'It should reach you by Thursday, October 8. Your tracking number is NW-482913.',
      'It should reach you by Thursday, October 8. Your tracking number is NW-482913.',
    ],
    ['Card •••• 4829', 'Card •••• 4829'],
  ])('"%s" remains "%s"', (text, remains) => {
    expect(redactText(text, luna)).toBe(remains);
  });

  test('the caller’s own "ending in" is not spared', () => {
    expect(redactText('it is the one ending in 4829', caller)).toBe(
      'it is the one ending in [number]',
    );
  });
});

test.each([
  ['What are the last four digits of the card?', true],
  ['And your date of birth, or your four-digit PIN?', true],
  ['When were you born?', true],
  ['Was the card lost, was it stolen, or is it damaged?', false],
  ['How can I help you today?', false],
])('whether "%s" asks for something secret: %s', (question, secret) => {
  expect(asksForSecret(question)).toBe(secret);
});

/** µs of processor time. */
function costOf(work: () => unknown): number {
  const before = process.cpuUsage().user;
  work();
  return process.cpuUsage().user - before;
}

test('much of the same takes no longer, by the word, than little', () => {
  for (const piece of ['a dot ', 'aaaa', '10 march ', '4 8 2 9 ', 'a@', 'four ', '•••• ']) {
    // The best of three: the compiler and the collector work on this process's account too.
    const [little = 0, much = 0] = [2_000, 20_000].map((times) =>
      Math.min(...[1, 2, 3].map(() => costOf(() => redactText(piece.repeat(times), answering)))),
    );
    // Ten times the text: a quadratic expression would take a hundred times as long.
    expect(much).toBeLessThan(40 * Math.max(little, 2_000));
  }
});

test.each([
  'my pin is seven three one six',
  'four eight two nine',
  'forty eight twenty nine and i was born on march fourteenth nineteen eighty five',
  'the number is double four oh nine one two',
  'emma eight five at mail dot com',
])('"%s" tells no more when it is written as people write', (words) => {
  const kept = redactText(writtenForm(words), answering);
  expect(kept).not.toMatch(/\d|seven|eight|nine|fourteenth|mail dot/i);
  expect(writtenForm(redactText(words, answering))).not.toMatch(
    /\d|seven|eight|nine|fourteenth|mail dot/i,
  );
});
