/** What is to be expected after each kind of question: phrases and their shares. */
import type { Expectation, Phrasebook } from '#engine/recognizer.ts';
import { ESCAPE_PHRASES, OPEN_PHRASES } from './everyday-phrases.ts';
import { countedDigits } from './counted-digits.ts';
import type { Group } from './expected-counts.ts';
import { SENTENCE_PHRASES } from './sentence-phrases.ts';

const OPENERS =
  "(it's *4|it is *2|that's *2|that is|yes *2|yeah|sure *2|okay *2|well|so|of course|yes it's *2|sure it's|okay it's|they are|the answer is)";

const DATE_ANSWERS: readonly string[] = [
  '{date} *16',
  `${OPENERS} {date} *3`,
  '(my date of birth is *3|i was born on *3|born on|my birthday is *2|my birth date is|date of birth|on|i was born) {date} *3',
];

/** "On which day was it?", "When would you like to pay it off?": the year is hardly ever said. */
const DAY_ANSWERS: readonly string[] = [
  '{near-day} *10',
  "(it was *3|that was|i think it was *2|it must have been|it happened|on|by|since|until|around|maybe|let's say|i think|i would like to pay it off|i want to pay it off) {near-day} *4",
];

const AMOUNT_ANSWERS: readonly string[] = [
  '{amount} *14',
  `${OPENERS} {amount} *3`,
  "(the amount is *2|about *3|around *2|exactly|i want to (send|transfer)|make it *2|let's say|only|just *2|maybe|up to|at least|to) {amount} [please] *4",
  '{amount} please *3',
  '{amount} (a|per|each|every) (month *3|year *3|week) [(before|after) taxes] *3',
  "(i (make|earn) *3|my (income|annual income|yearly income|salary) is *2|it was for *2|it's|i (can|could) (pay|manage|afford) *2|the charge was [for] *2|raise it to|i'd like) [about *3|around *2|only|maybe] {amount} [a (month|year)|before taxes] *4",
  "(nothing|i (can't|cannot) pay (anything|that much)) [right now|at the moment] *0.5",
  // Which payment is meant may be told by its amount or by who was paid.
  '{amount} (from|at|to) {merchant} *1.5|[(it is|it was|the one|the charge|one)] (from|at) {merchant} *1.5|{merchant}',
  '(all of it|everything|the whole amount|half of it|the maximum|the rest|the full balance|as much as possible)',
];

const YES_NO_ANSWERS: readonly string[] = ['{yes} *6', '{no} *4'];

/** Digits that are asked for by number, said one by one or in groups. */
function digitAnswers(count: number): readonly string[] {
  const digits = countedDigits(count);
  return [
    `${digits} *16`,
    `${OPENERS} ${digits} *3`,
    `(the last (four|digits|four digits) (are|is) *3|the (number|numbers|digits|card number|code|pin) (is|are) *2|my (pin|card number|card|number|code) is *3|(my card|the card|it|card) ends (in|with) *3|(ending|ends) (in|with) *2|last four) ${digits} *3`,
    `${digits} (please|that's it|i think|is the number) *0.5`,
    `no ${digits}|no (it's|it is) ${digits}|i said ${digits}|sorry ${digits}|(wait|no wait|sorry) it's ${digits}`,
    ...[count - 1, count + 1]
      .filter((other) => other > 0)
      .map((other) => `${Array.from({ length: other }, () => '{digit}').join(' ')} *0.15`),
  ];
}

/** Shares add up to one. An answer to a question is mostly an answer; the rest is what people say anyway. */
export function groupsFor(expectation: Expectation, phrasebook: Phrasebook): readonly Group[] {
  switch (expectation.for) {
    case 'open':
      return [
        { phrases: phrasebook.phrases, share: 0.58 },
        { phrases: OPEN_PHRASES, share: 0.14 },
        { phrases: SENTENCE_PHRASES, share: 0.18 },
        { phrases: ESCAPE_PHRASES, share: 0.1 },
      ];
    case 'topic':
      return [
        { phrases: phrasebook.topics?.[expectation.topic] ?? phrasebook.phrases, share: 0.94 },
        { phrases: ESCAPE_PHRASES, share: 0.06 },
      ];
    case 'digits':
      return withEscapes([{ phrases: digitAnswers(expectation.count), share: 0.95 }]);
    case 'date':
      return withEscapes([
        { phrases: DATE_ANSWERS, share: 0.64 },
        { phrases: DAY_ANSWERS, share: 0.3 },
      ]);
    case 'date-or-digits':
      return withEscapes([
        { phrases: DATE_ANSWERS, share: 0.54 },
        { phrases: digitAnswers(expectation.count), share: 0.4 },
      ]);
    case 'amount':
      // Who does not know the amount tells what it was for: "the one from the hotel".
      return withEscapes([
        { phrases: AMOUNT_ANSWERS, share: 0.89 },
        { phrases: phrasebook.phrases, share: 0.05 },
      ]);
    case 'yes-no':
      // The other half of an answer is often news: "no, it was stolen".
      return [
        { phrases: YES_NO_ANSWERS, share: 0.72 },
        { phrases: ESCAPE_PHRASES, share: 0.13 },
        { phrases: phrasebook.phrases, share: 0.1 },
        { phrases: OPEN_PHRASES, share: 0.05 },
      ];
  }
}

function withEscapes(groups: readonly Group[]): readonly Group[] {
  const share = 1 - groups.reduce((sum, group) => sum + group.share, 0);
  return [...groups, { phrases: ESCAPE_PHRASES, share }];
}
