/**
 * How long a silence must last before the caller's turn is over. It depends on what was asked and heard:
 * whoever has said all four digits is answered at once, whoever has said "I want to" is waited for.
 */
import type { Expectation } from '#engine/recognizer.ts';
import { dateIn } from '#engine/understanding/dates.ts';
import { wordsOf } from '#engine/understanding/number-words.ts';
import { centsIn, digitsIn } from '#engine/understanding/numbers.ts';

/** Milliseconds of silence after the last voiced sample. */
export const WAIT_MS = {
  allDigits: 200,
  yesOrNo: 250,
  wholeDate: 280,
  wholeAmount: 300,
  /** "Forty eight twenty": nine? "Nineteen eighty": five? */
  bareTens: 400,
  farewell: 300,
  sentence: 380,
  /** One or two words: "my card", "hello". */
  fewWords: 450,
  /** "Two hundred": of dollars, or two hundred and fifty? */
  bareAmount: 700,
  nothing: 600,
  /** Four digits that may be the day and month of a date still being said. */
  digitsOrDate: 700,
  /** Two of four digits, a date without its year: people take a breath between groups. */
  unfinishedAnswer: 1000,
  /** "I want to", "my card is", "uh": more is to come. */
  unfinished: 1200,
} as const;

/** Any year will do here: whether a date is whole does not depend on the century. */
const LATEST_YEAR = 2099;

const FILLED_PAUSE =
  /\b(?:uh|um|er|erm|(?<!mm )hmm|mm|ah|eh|well|so|you know|(?:would|'d) like|let me (?:see|think|check|look))$/;
const HOLDING =
  /\b(?:wait|hold on|hang on|one moment|(?:just )?a moment|one second|just a second)$/;
/** Words that no English sentence of a caller ends with, or only rarely. */
const TRAILING = new Set(
  (
    'a an the my your his her its our their this these some any another every ' +
    'and or but because if that which who whose when while since until unless as than whether ' +
    'to of for from with in into at by about on between through during under over ' +
    'is are was were am be been being has had have having do does did can could will would shall should may might must ' +
    "i i'm i've i'd i'll we we're we've you're he she they they're it's that's there's there what's " +
    'want need wanna gonna just also really very not ends ending called named'
  ).split(' '),
);
/** Of the above, those that end a question or an answer often enough: "who is it for", "yes it is". */
const CLOSED_BY =
  /\b(?:i do|i did|i am|i have|i can|i will|it is|it was|they are|i would|i could|that is|i'd like that|(?:think|hope) so|very well|what is it for)$/;
const YES_OR_NO =
  /^(?:(?:oh|well|um|uh|ah) )?(?:yes|yeah|yep|yup|no|nope|nah|sure|okay|ok|correct|right|exactly|absolutely|certainly|definitely|mm hmm|uh huh|please do|go ahead|of course|do it|don't|never)\b/;
const FAREWELL =
  /\b(?:please|thanks|thank you|thank you very much|bye|goodbye|bye bye|that's all|that is all|that's it)$/;
const BARE_TENS = /\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/;
const UNIT_OF_MONEY = /\b(?:dollars?|bucks?|cents?|pounds?|euros?)$/;

export interface Understood {
  /** Lower-case words, empty where there are none. */
  readonly text: string;
  /** The last sound was no word: "uh", which the recogniser leaves out of the text. */
  readonly hesitates: boolean;
}

export function waitMs(expectation: Expectation, { text, hesitates }: Understood): number {
  if (text === '') return hesitates ? WAIT_MS.unfinished : WAIT_MS.nothing;
  if (isUnfinished(text)) return WAIT_MS.unfinished;
  const answer = answerWaitMs(expectation, text);
  if (answer !== undefined) return answer;
  return hesitates ? WAIT_MS.unfinished : openWaitMs(text);
}

/** Undefined where the words are no answer to what was asked. */
function answerWaitMs(expectation: Expectation, text: string): number | undefined {
  switch (expectation.for) {
    case 'open':
    case 'topic':
      return undefined;
    case 'yes-no':
      return YES_OR_NO.test(text) && text.split(' ').length <= 4 ? WAIT_MS.yesOrNo : undefined;
    case 'digits':
      return digitsWaitMs(text, expectation.count);
    case 'amount':
      return amountWaitMs(text);
    case 'date':
      return dateWaitMs(text);
    case 'date-or-digits':
      return dateOrDigitsWaitMs(text, expectation.count);
  }
}

function digitsWaitMs(text: string, count: number): number | undefined {
  const heard = digitsIn(text, count).length;
  if (heard === 0) return undefined;
  if (heard === count) return BARE_TENS.test(text) ? WAIT_MS.bareTens : WAIT_MS.allDigits;
  return heard < count ? WAIT_MS.unfinishedAnswer : WAIT_MS.fewWords;
}

function amountWaitMs(text: string): number | undefined {
  if (centsIn(text) === undefined) return undefined;
  return UNIT_OF_MONEY.test(text) ? WAIT_MS.wholeAmount : WAIT_MS.bareAmount;
}

function dateWaitMs(text: string): number | undefined {
  const date = dateIn(text, LATEST_YEAR);
  if (date?.iso !== undefined) return BARE_TENS.test(text) ? WAIT_MS.bareTens : WAIT_MS.wholeDate;
  const { year, month, day } = date ?? {};
  // All three are there, but there is no such day: nothing more will come.
  if (year !== undefined && month !== undefined && day !== undefined) return WAIT_MS.wholeDate;
  return date || digitsIn(text) !== '' ? WAIT_MS.unfinishedAnswer : undefined;
}

function dateOrDigitsWaitMs(text: string, count: number): number | undefined {
  const date = dateWaitMs(text);
  if (date === WAIT_MS.wholeDate || date === WAIT_MS.bareTens) return date;
  const digits = digitsIn(text, count);
  if (digits.length !== count) return date;
  return mayBeginDate(digits) ? WAIT_MS.digitsOrDate : WAIT_MS.allDigits;
}

/** Month and day as two digits each: "oh three one four…". */
function mayBeginDate(digits: string): boolean {
  return /^(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits);
}

function openWaitMs(text: string): number {
  if (FAREWELL.test(text)) return WAIT_MS.farewell;
  const digits = digitsIn(text).length;
  // Cards and accounts are said in fours.
  if (digits > 0 && endsInDigits(text) && digits % 4 !== 0) return WAIT_MS.unfinishedAnswer;
  return wordsOf(text).length < 3 ? WAIT_MS.fewWords : WAIT_MS.sentence;
}

function endsInDigits(text: string): boolean {
  return digitsIn(wordsOf(text).slice(-1).join('')) !== '';
}

/** More is to come, whatever was asked. */
function isUnfinished(text: string): boolean {
  if (CLOSED_BY.test(text)) return false;
  if (FILLED_PAUSE.test(text) || HOLDING.test(text)) return true;
  return TRAILING.has(wordsOf(text).at(-1) ?? '');
}
