/** "Top three", "the five busiest days", "worst two": how many places of a ranking, and from which end. Pure. */

export interface Ranking {
  readonly top: number;
  readonly order: 'highest' | 'lowest';
}

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const NUMBER = `(\\d{1,2}|${NUMBERS.join('|')})`;
const HIGH =
  'top|highest|most|busiest|longest|slowest|most expensive|priciest|biggest|largest|most common|most frequent|main|leading|commonest';
const LOW =
  'bottom|lowest|least|quietest|shortest|fastest|quickest|cheapest|smallest|rarest|least common';
const WORD = `(${HIGH}|${LOW}|worst|best)`;
const FOUND = new RegExp(`\\b(?:(?:the |our )?${WORD} ${NUMBER}|${NUMBER} (?:of the )?${WORD})\\b`);
/** "Which three scenarios have the worst containment?" */
const APART = new RegExp(
  `\\b(?:which|what|the) ${NUMBER} (?=(?:scenarios|topics|days|weeks|months|hours|weekdays|providers|reasons|modes|channels|outcomes)\\b.*?\\b${WORD}\\b)`,
);
const IS_LOW = new RegExp(`^(?:${LOW})$`);
/** Where more is better, the worst are the lowest. */
const MORE_IS_BETTER = new Set(['containment', 'contained_resolution']);
const MOST = 20;

interface Found {
  readonly start: number;
  readonly end: number;
  /** "Slowest" says what is ranked as well. */
  readonly word: string;
  /** @param measure what is ranked, where it was named. */
  of(measure: string | undefined): Ranking;
}

export function rankingIn(text: string): Found | undefined {
  const together = FOUND.exec(text);
  const found = together ?? APART.exec(text);
  if (found === null) return undefined;
  const [, one = '', two = '', three = '', four = ''] = found;
  // The number comes before the word or after it.
  const [word, number] = together === null ? [two, one] : [one || four, two || three];
  const top = /^\d/.test(number) ? Number(number) : NUMBERS.indexOf(number) + 1;
  if (top < 1 || top > MOST) return undefined;
  return {
    start: found.index,
    end: found.index + found[0].length,
    word,
    of: (measure) => ({ top, order: isLow(word, measure ?? 'calls') ? 'lowest' : 'highest' }),
  };
}

function isLow(word: string, measure: string): boolean {
  if (word === 'worst') return MORE_IS_BETTER.has(measure);
  if (word === 'best') return !MORE_IS_BETTER.has(measure) && measure !== 'calls';
  return IS_LOW.test(word);
}
