/** Was this very question put to the caller? A model may say something else and take the yes to that for a yes to this. */
import { figuresIn } from './figures.ts';
import { plainWords } from './plain-words.ts';

/** A model may use words of its own, but so much of the question must be in them. */
const SHARE = 0.5;
const SMALL = new Set(
  'a an and are as be because do for from have i in is it its me my of on or please right shall so that the this to want was will with would you your'.split(
    ' ',
  ),
);
/** Questions that only ask whether the one before was right. */
const TAG =
  /^(and |so )?(right|correct|ok|okay|yes|yes or no|are you (sure|still (there|on the line)))$|\b(is|was|did i get) (that|this|it|everything|all that) (right|correct|ok|okay|all right|alright|fine|so)\b|\b(shall|should|may|can) i (go ahead|proceed|do (it|that|so))\b|\b(do|can|could) you (please )?(confirm|agree|say yes)\b|\b(like|want) me to (go ahead|proceed|do (it|that|so))\b|\byes or (a )?no\b|\bplease confirm\b/;

/** Every figure of the question and most of its words are in what the caller has heard. */
export function holds(heard: string, question: string): boolean {
  const figures = new Set(figuresIn(heard));
  // "$2,450.50" may be said as dollars and cents.
  const wholes = figuresIn(question.replaceAll(/(?<=\d)\.\d\d\b/g, ''));
  if (wholes.some((figure) => !figures.has(figure))) return false;
  return shared(question, heard) >= SHARE;
}

/** The last thing asked in it is another question: a yes would answer that one. */
export function asksOtherwise(heard: string, question: string): boolean {
  const last = heard.match(/[^.!?]+\?/g)?.at(-1);
  if (last === undefined || TAG.test(plainWords(last))) return false;
  const asked = new Set(figuresIn(question));
  // The same verb with another card or amount.
  if (figuresIn(last).some((figure) => !asked.has(figure))) return true;
  return shared(last, question) < SHARE;
}

/** How much of the first text's words are in the second, 0 to 1. */
function shared(text: string, other: string): number {
  const words = wordsOf(text);
  if (words.length === 0) return 1;
  const others = new Set(wordsOf(other));
  return words.filter((word) => others.has(word)).length / words.length;
}

function wordsOf(text: string): string[] {
  return plainWords(text)
    .split(' ')
    .filter((word) => word !== '' && !/^\d+$/.test(word) && !SMALL.has(word));
}
