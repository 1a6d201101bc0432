import { expect, test } from 'vitest';
import type { Expectation } from '#engine/recognizer.ts';
import { WAIT_MS, waitMs } from './endpointing.ts';

const OPEN: Expectation = { for: 'open' };
const FOUR: Expectation = { for: 'digits', count: 4 };
const YES_NO: Expectation = { for: 'yes-no' };
const AMOUNT: Expectation = { for: 'amount' };
const DATE: Expectation = { for: 'date' };
const EITHER: Expectation = { for: 'date-or-digits', count: 4 };

test.each<[Expectation, string, keyof typeof WAIT_MS]>([
  [FOUR, 'four eight two nine', 'allDigits'],
  [FOUR, 'forty eight twenty nine', 'allDigits'],
  [FOUR, 'it ends in four eight two nine', 'allDigits'],
  [FOUR, 'double four one two', 'allDigits'],
  [FOUR, 'four eight two no four eight two nine', 'allDigits'],
  [FOUR, 'four eight', 'unfinishedAnswer'],
  [FOUR, 'forty eight twenty', 'bareTens'],
  [FOUR, 'forty eight', 'unfinishedAnswer'],
  [FOUR, 'four eight uh', 'unfinished'],
  [FOUR, 'it ends in', 'unfinished'],
  [FOUR, 'the last four digits are', 'unfinished'],
  [FOUR, 'i do not have it here', 'sentence'],
  [FOUR, 'four eight two nine one', 'fewWords'],
  [YES_NO, 'yes', 'yesOrNo'],
  [YES_NO, 'no', 'yesOrNo'],
  [YES_NO, 'yes please', 'yesOrNo'],
  [YES_NO, 'yes that is right', 'yesOrNo'],
  [YES_NO, 'no thank you', 'yesOrNo'],
  [YES_NO, 'yeah go ahead', 'yesOrNo'],
  [YES_NO, 'mm hmm', 'yesOrNo'],
  [YES_NO, 'uh huh', 'yesOrNo'],
  [YES_NO, 'yes but', 'unfinished'],
  [YES_NO, 'no i want to', 'unfinished'],
  [YES_NO, 'hold on', 'unfinished'],
  [YES_NO, 'what does that mean', 'sentence'],
  [DATE, 'march fourteenth nineteen eighty five', 'wholeDate'],
  [DATE, 'three fourteen eighty five', 'wholeDate'],
  [DATE, 'the fourteenth of march eighty five', 'wholeDate'],
  [DATE, 'february thirtieth nineteen eighty five', 'wholeDate'],
  [DATE, 'march fourteenth', 'unfinishedAnswer'],
  [DATE, 'march fourteenth nineteen', 'unfinishedAnswer'],
  [DATE, 'march', 'unfinishedAnswer'],
  [DATE, 'the', 'unfinished'],
  [DATE, 'oh three one four', 'unfinishedAnswer'],
  [DATE, 'march fourteenth nineteen eighty', 'bareTens'],
  [DATE, 'why do you ask', 'sentence'],
  [EITHER, 'seven three one six', 'allDigits'],
  [EITHER, 'my pin is seven three one six', 'allDigits'],
  [EITHER, 'oh three one four', 'digitsOrDate'],
  [EITHER, 'seven three', 'unfinishedAnswer'],
  [EITHER, 'march fourteenth nineteen eighty five', 'wholeDate'],
  [EITHER, 'march fourteenth', 'unfinishedAnswer'],
  [AMOUNT, 'two hundred dollars', 'wholeAmount'],
  [AMOUNT, 'fifty dollars and twenty cents', 'wholeAmount'],
  [AMOUNT, 'two hundred', 'bareAmount'],
  [AMOUNT, 'two hundred and', 'unfinished'],
  [OPEN, 'i lost my credit card', 'sentence'],
  [OPEN, 'someone stole my wallet yesterday', 'sentence'],
  [OPEN, 'i want to', 'unfinished'],
  [OPEN, 'i would like to block my', 'unfinished'],
  [OPEN, 'i lost my card and', 'unfinished'],
  [OPEN, "i'm", 'unfinished'],
  [OPEN, "i'd like", 'unfinished'],
  [OPEN, "what's the weather like", 'sentence'],
  [OPEN, 'i think so', 'sentence'],
  [OPEN, 'well', 'unfinished'],
  [OPEN, 'uh', 'unfinished'],
  [OPEN, 'i lost my um', 'unfinished'],
  [OPEN, 'let me see', 'unfinished'],
  [OPEN, 'my card number is four eight', 'unfinishedAnswer'],
  [OPEN, 'my card ends in four eight two nine', 'sentence'],
  [OPEN, 'hello', 'fewWords'],
  [OPEN, 'yes i do', 'sentence'],
  [OPEN, 'can you block my card please', 'farewell'],
  [OPEN, 'that is all thank you', 'farewell'],
  [OPEN, '', 'nothing'],
  [FOUR, '', 'nothing'],
])('%o: after "%s" the silence must last as after %s', (expectation, text, rule) => {
  expect(waitMs(expectation, { text, hesitates: false })).toBe(WAIT_MS[rule]);
});

test.each<[Expectation, string, keyof typeof WAIT_MS]>([
  [OPEN, '', 'unfinished'],
  [OPEN, 'i lost my credit card', 'unfinished'],
  [YES_NO, 'i am not sure', 'unfinished'],
  // A whole answer is one, whatever sound follows it.
  [FOUR, 'four eight two nine', 'allDigits'],
  [YES_NO, 'yes', 'yesOrNo'],
])('%o: whoever says "%s" and then "uh" is waited for as after %s', (expectation, text, rule) => {
  expect(waitMs(expectation, { text, hesitates: true })).toBe(WAIT_MS[rule]);
});

test('nobody is cut off before 200 ms, nor kept waiting longer than 1200', () => {
  expect(Math.min(...Object.values(WAIT_MS))).toBe(200);
  expect(Math.max(...Object.values(WAIT_MS))).toBe(1200);
});
