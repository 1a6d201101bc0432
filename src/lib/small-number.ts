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

/** @returns undefined for what is no count. */
export function smallNumber(word: string): number | undefined {
  return /^\d{1,3}$/.test(word) ? Number(word) : WORDS[word.toLowerCase()];
}
