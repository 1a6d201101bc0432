/** Does an answer name something otherwise than the question did? "Yes, three hundred", asked about thirteen hundred. */
import { figuresIn } from './figures.ts';
import { plainWords } from './plain-words.ts';

/** `perhaps`: something was named that the question did not hold; it is asked again. */
export type Correction = 'none' | 'perhaps' | 'otherwise';

const WORDS =
  /\b(but(?! of course)|actually|instead|except|rather|i mean|i meant|make (it|that) (?!so|quick|fast)|change (it|that|the)|other|different|correction|mistake|half|less|double|correct (the|my|it|this)|only (?!that|this|the|it))\b/;
const OTHER_DAY =
  /\b(tomorrow|tonight|yesterday|next (week|month|year|time)|(on )?(monday|tuesday|wednesday|thursday|friday|saturday|sunday)|in (a|an|one|two|three) (hours?|days?|weeks?|months?))\b/g;

/** Of each of these only one can be meant. */
const ALTERNATIVES: readonly (readonly string[])[] = [
  ['credit', 'debit'],
  ['visa', 'mastercard', 'amex'],
  ['checking', 'savings', 'mortgage', 'loan'],
  ['lost', 'stolen', 'damaged', 'broken'],
  ['unauthorized', 'duplicate', 'twice'],
  ['email', 'text', 'sms', 'phone'],
  ['auto', 'personal', 'student'],
];
const DIRECTION = /\b(from|to|into) (?:(?:my|your|the|our) )?(\w+)/g;
/** "To that", "from me": no place or person is named. */
const NOWHERE = new Set(
  'that it this them me you us be do have get go all both everything know hear see say make block order send transfer wire pay'.split(
    ' ',
  ),
);

/** @param said the same answer in plain words, its idioms already told apart */
export function corrects(text: string, said: string, question: string): Correction {
  if (otherFigure(text, question) || WORDS.test(said)) return 'otherwise';
  const asked = plainWords(question);
  const words = new Set(said.split(' '));
  const askedWords = new Set(asked.split(' '));
  for (const day of said.match(OTHER_DAY) ?? []) if (!asked.includes(day)) return 'otherwise';
  for (const group of ALTERNATIVES)
    if (
      group.some((word) => askedWords.has(word)) &&
      group.some((word) => words.has(word) && !askedWords.has(word))
    )
      return 'otherwise';
  return otherDirection(said, asked);
}

function otherFigure(text: string, question: string): boolean {
  const asked = new Set(figuresIn(question));
  // "Yes, that one."
  return figuresIn(text).some((figure) => figure !== '1' && !asked.has(figure));
}

/** "From savings to checking", asked about from checking to savings. */
function otherDirection(said: string, asked: string): Correction {
  const directions = new Map([...asked.matchAll(DIRECTION)].map(([, way, where]) => [way, where]));
  const askedWords = new Set(asked.split(' '));
  let found: Correction = 'none';
  for (const [, way, where = ''] of said.matchAll(DIRECTION)) {
    if (NOWHERE.has(where)) continue;
    const meant = directions.get(way) ?? (way === 'into' ? directions.get('to') : undefined);
    if (meant !== undefined && meant !== where && askedWords.has(where)) return 'otherwise';
    if (!askedWords.has(where)) found = 'perhaps';
  }
  return found;
}
