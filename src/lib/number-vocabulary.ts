/** The words of which spoken numbers are made. */

export const UNIT_WORDS = 'zero one two three four five six seven eight nine'.split(' ');
export const TEEN_WORDS =
  'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
/** From twenty on. */
export const TEN_WORDS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
/** They multiply the digit after them. */
export const REPEATS: ReadonlyMap<string, number> = new Map([
  ['double', 2],
  ['triple', 3],
  ['treble', 3],
]);
