/** Numbers as people say them: digits one by one or in groups, counts, amounts of money. */
import { type Cents, cents } from '#lib/brand.ts';
import { type Spoken, spokenIn, wordsOf } from './number-words.ts';

/** Between two digits these mean nothing: "four eight, uh, and then two nine". */
const LINKS = new Set(['uh', 'um', 'er', 'erm', 'hmm', 'and', 'then', 'dash', 'space', 'point']);
/** What a recogniser may write for a digit when no one told it to expect any. */
const SOUNDS_LIKE = new Map([
  ['for', 'four'],
  ['fore', 'four'],
  ['to', 'two'],
  ['too', 'two'],
  ['won', 'one'],
  ['ate', 'eight'],
  ['sex', 'six'],
]);
/** "two fifty": below this the first number counts hundreds, from it on it is dollars before cents. */
const HUNDREDS_BELOW = 10;

/**
 * The digits of "it ends in forty eight twenty nine", "double four oh one", "4829"; empty where there are none.
 * Where a count is asked for, the last group of just so many digits wins: that is how people correct themselves.
 */
export function digitsIn(text: string, count?: number): string {
  const groups = digitGroups(text);
  const all = groups.join('');
  if (count === undefined || all.length === count) return all;
  const exact = groups.findLast((group) => group.length === count);
  if (exact !== undefined) return exact;
  // "Oh, four eight two nine": one too many, and the first was a sigh.
  if (all.length === count + 1 && /^\W*(oh|o)\b/i.test(text)) return all.slice(1);
  const misheard = wordsOf(text).map((word) => SOUNDS_LIKE.get(word) ?? word);
  const again = digitGroups(misheard.join(' '));
  return again.findLast((group) => group.length === count) ?? all;
}

/** The first number: "thirty six months" is 36, "a hundred and five" 105. */
export function numberIn(text: string): number | undefined {
  return spokenIn(text).find((item) => item.kind === 'number')?.value;
}

/**
 * An amount: "two hundred fifty dollars and twenty cents", "twelve ninety nine", "fifteen hundred", "$1,234.56".
 * The last one counts, so that "fifty, no, sixty dollars" is sixty.
 */
export function centsIn(text: string): Cents | undefined {
  const typed = [...text.replaceAll(',', '').matchAll(/\d+\.\d{1,2}(?!\d)/g)].at(-1);
  if (typed) return cents(Math.round(Number(typed[0]) * 100));
  const items = spokenIn(text.replaceAll('$', ' ').replaceAll(/\ba (?=dollar|buck)/gi, 'one '));
  let amount: number | undefined;
  for (let at = 0; at < items.length; at++) {
    const read = amountAt(items, at);
    if (!read) continue;
    [amount, at] = read;
  }
  return amount === undefined ? undefined : cents(amount);
}

function digitGroups(text: string): string[] {
  const groups: string[] = [];
  let open = false;
  let times = 1;
  for (const item of spokenIn(text)) {
    if (item.kind === 'repeat') {
      times = item.times;
      continue;
    }
    if (item.kind === 'number') {
      // "Double forty" doubles the pair as it is spoken; nobody means "double four, nought".
      const said = item.digits.repeat(times);
      groups.push(open ? (groups.pop() ?? '') + said : said);
      open = true;
    } else if (!(item.kind === 'word' && LINKS.has(item.word))) open = false;
    times = 1;
  }
  return groups;
}

/** Cents, and the last item that belongs to them. */
function amountAt(items: readonly Spoken[], at: number): [number, number] | undefined {
  const first = valueAt(items, at);
  if (first === undefined) return undefined;
  if (isWord(items, at + 1, /^cents?$/)) return [first, at + 1];
  if (isWord(items, at + 1, /^(point|dot)$/)) return decimalsAt(items, at + 2, first);
  if (isWord(items, at + 1, /^(dollars?|bucks?)$/)) {
    const from = isWord(items, at + 2, /^and$/) ? at + 3 : at + 2;
    const small = valueAt(items, from);
    if (small === undefined || small > 99) return [first * 100, at + 1];
    return [first * 100 + small, isWord(items, from + 1, /^cents?$/) ? from + 1 : from];
  }
  const second = valueAt(items, at + 1);
  if (second === 0 && first > 0) {
    // "Twelve oh five".
    const third = valueAt(items, at + 2);
    return third === undefined || third > 9 ? [first * 100, at + 1] : [first * 100 + third, at + 2];
  }
  if (second === undefined || second < 10 || second > 99) return [first * 100, at];
  if (first >= HUNDREDS_BELOW) return [first * 100 + second, at + 1];
  return [(first * 100 + second) * 100, at + 1];
}

/** "point five", "point nine nine", "point ninety nine". */
function decimalsAt(items: readonly Spoken[], at: number, whole: number): [number, number] {
  let digits = '';
  let last = at - 1;
  for (let item = items[at]; item?.kind === 'number' && digits.length < 2; item = items[last + 1]) {
    digits += item.digits;
    last++;
  }
  return [whole * 100 + Number(digits.slice(0, 2).padEnd(2, '0')), last];
}

function valueAt(items: readonly Spoken[], at: number): number | undefined {
  const item = items[at];
  return item?.kind === 'number' ? item.value : undefined;
}

function isWord(items: readonly Spoken[], at: number, pattern: RegExp): boolean {
  const item = items[at];
  return item?.kind === 'word' && pattern.test(item.word);
}
