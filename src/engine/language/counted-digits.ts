/**
 * So many digits, no more and no fewer. A model of three words in a row cannot count; so the digits of each place are
 * words of their own, which sound and are written alike: "four" at the second place is `four-at-b` until it is built.
 */
const PLACES = 'abcdefghijkl';
const PLACE = /-at-[a-l]$/;

const ONES: readonly string[] = 'one two three four five six seven eight nine'.split(' ');
const TEENS: readonly string[] =
  'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS: readonly string[] = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** In the notation of phrases. @param count at most 12 */
export function countedDigits(count: number): string {
  return `(${count === 4 ? fourDigits() : run(0, count)})`;
}

/** The word as it is written. */
export function withoutPlace(word: string): string {
  return word.replace(PLACE, '');
}

/** Groups as people make them with four. */
function fourDigits(): string {
  return [
    `${run(0, 4)} *12`,
    `${pair(1)} ${pair(3)} *3`,
    `${twice(1)} ${run(2, 4)} *0.5`,
    `${run(0, 2)} ${twice(3)} *0.5`,
    `${digit(0)} ${twice(2)} ${digit(3)} *0.3`,
    `${twice(1)} ${twice(3)} *0.3`,
    `triple-at-c ${digit(2)} ${digit(3)} *0.1`,
    `${digit(0)} triple-at-d ${digit(3)} *0.1`,
    `${any(ONES, 2)} thousand-at-d *0.1`,
    `${run(0, 2)} ${pair(3)} *0.4`,
    `${pair(1)} ${run(2, 4)} *0.4`,
  ].join('|');
}

function run(first: number, end: number): string {
  return Array.from({ length: end - first }, (_, i) => digit(first + i)).join(' ');
}

function digit(place: number): string {
  return `(${any(ONES, place)} *9|${at('zero', place)}|${at('oh', place)} *0.7)`;
}

/** Two digits said as one number. @param place of the second of them */
function pair(place: number): string {
  const ones = any(ONES, place);
  const tens = any(TENS, place);
  return `(${any(TEENS, place)} *2|${tens} ${ones} *5|${tens}|(${at('oh', place)}|${at('zero', place)}) ${ones})`;
}

/** @param place of the second of them */
function twice(place: number): string {
  return `${at('double', place)} ${digit(place)}`;
}

function any(words: readonly string[], place: number): string {
  return `(${words.map((word) => at(word, place)).join('|')})`;
}

function at(word: string, place: number): string {
  return `${word}-at-${PLACES[place]}`;
}
