/** Counts as people say them: "7", "seven", "thirty". Pure. */
const WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fourteen: 14,
  twenty: 20,
  thirty: 30,
  sixty: 60,
  ninety: 90,
};

const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
];
/** The days of a month in words: "first" to "thirty first". */
export const DAY_WORDS: readonly string[] = [
  ...ORDINALS,
  ...ORDINALS.slice(0, 9).map((word) => `twenty ${word}`),
  'thirtieth',
  'thirty first',
];

/** "the twenty first" is "the 21". */
export function withDayNumbers(text: string): string {
  return text.replaceAll(DAYS, (words) => String(DAY_WORDS.indexOf(words) + 1));
}

// "Twenty first" is one day, not "twenty" and another.
const DAYS = new RegExp(`\\b(?:${DAY_WORDS.toReversed().join('|')})\\b`, 'g');

/** @returns undefined for what is no count. */
export function smallNumber(word: string): number | undefined {
  return /^\d{1,3}$/.test(word) ? Number(word) : WORDS[word.toLowerCase()];
}
