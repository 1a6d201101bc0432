/** What callers answer, and where they pause: texts, and between them milliseconds of silence. */
import type { Expectation } from '#engine/recognizer.ts';

export interface Utterance {
  readonly kind: string;
  readonly expect: Expectation;
  readonly parts: readonly (string | number)[];
}

const FOUR: Expectation = { for: 'digits', count: 4 };
const YES_NO: Expectation = { for: 'yes-no' };
const DATE: Expectation = { for: 'date' };
const EITHER: Expectation = { for: 'date-or-digits', count: 4 };
const AMOUNT: Expectation = { for: 'amount' };
const OPEN: Expectation = { for: 'open' };

type Parts = readonly (string | number)[];

function all(kind: string, expect: Expectation, list: readonly Parts[]): Utterance[] {
  return list.map((parts) => ({ kind, expect, parts }));
}

export const UTTERANCES: readonly Utterance[] = [
  ...all('four digits', FOUR, [
    ['four eight two nine'],
    ['seven three one six'],
    ['nine zero five one'],
    ['forty eight twenty nine'],
    ['it ends in four eight two nine'],
  ]),
  ...all('four digits with a breath between', FOUR, [
    ['four eight', 500, 'two nine'],
    ['seven three', 700, 'one six'],
    ['four', 400, 'eight', 400, 'two', 400, 'nine'],
    ['it ends in', 600, 'four eight two nine'],
  ]),
  ...all('yes or no', YES_NO, [
    ['yes'],
    ['no'],
    ['yes please'],
    ['no thank you'],
    ['yeah go ahead'],
  ]),
  ...all('date', DATE, [
    ['march fourteenth nineteen eighty five'],
    ['the second of june nineteen seventy one'],
    ['july twenty first nineteen ninety'],
    ['october third two thousand one'],
  ]),
  ...all('date with a breath between', DATE, [
    ['march fourteenth', 500, 'nineteen eighty five'],
    ['july', 400, 'twenty first', 400, 'nineteen ninety'],
  ]),
  ...all('date or PIN', EITHER, [
    ['seven three one six'],
    ['march fourteenth nineteen eighty five'],
    ['nine nine five one'],
  ]),
  ...all('amount', AMOUNT, [
    ['two hundred dollars'],
    ['fifty dollars and twenty cents'],
    ['one thousand five hundred dollars'],
  ]),
  ...all('amount with a breath between', AMOUNT, [['two hundred', 450, 'fifty dollars']]),
  ...all('a wish', OPEN, [
    ['i lost my credit card'],
    ['my card was stolen yesterday'],
    ['i want to block my card'],
    ['i need a new card please'],
    ['hello can you help me'],
  ]),
  ...all('a wish with a pause to think', OPEN, [
    ['i want to', 700, 'block my card'],
    ['i lost my', 600, 'credit card'],
    ['my card was stolen and', 800, 'i need a new card'],
    ['i would like to', 900, 'order a replacement card'],
    ['i lost my credit card', 250, 'yesterday'],
  ]),
  ...all('a filled pause', OPEN, [
    ['um', 600, 'i lost my credit card'],
    ['i lost my credit card um', 600, 'yesterday'],
    ['uh', 700, 'i want to block my card'],
  ]),
  ...all('a filled pause among digits', FOUR, [
    ['um', 500, 'four eight two nine'],
    ['four eight um', 700, 'two nine'],
  ]),
];
