/** Numbers as English words, the way they are said on the telephone. */
import { TEEN_WORDS, TEN_WORDS, UNIT_WORDS } from '#lib/number-vocabulary.ts';

const SMALL = [...UNIT_WORDS, ...TEEN_WORDS];
const TENS = ['zero', 'ten', ...TEN_WORDS];
const SCALES: readonly (readonly [bigint, string])[] = [
  [1_000_000_000_000n, 'trillion'],
  [1_000_000_000n, 'billion'],
  [1_000_000n, 'million'],
  [1_000n, 'thousand'],
  [100n, 'hundred'],
];
/** Beyond this nobody follows: the digits are read one by one. */
const MOST_DIGITS = 15;
const ORDINALS: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

/** "1250" → "one thousand two hundred fifty". Takes digits only. */
export function cardinal(digits: string): string {
  return digits.length > MOST_DIGITS ? digitByDigit(digits) : wordsOf(BigInt(digits));
}

function wordsOf(value: bigint): string {
  for (const [scale, name] of SCALES) {
    if (value < scale) continue;
    const rest = value % scale;
    return `${wordsOf(value / scale)} ${name}${rest === 0n ? '' : ` ${wordsOf(rest)}`}`;
  }
  const small = Number(value);
  if (small < 20) return SMALL[small] ?? '';
  const ones = small % 10;
  return `${TENS[Math.floor(small / 10)]}${ones === 0 ? '' : ` ${SMALL[ones]}`}`;
}

/** "21" → "twenty first". */
export function ordinal(digits: string): string {
  const words = cardinal(digits).split(' ');
  const last = words.pop() ?? '';
  return [...words, ORDINALS[last] ?? `${last.replace(/y$/, 'ie')}th`].join(' ');
}

/** "4829" → "four eight two nine". */
export function digitByDigit(digits: string): string {
  return Array.from(digits, (digit) => SMALL[Number(digit)]).join(' ');
}

/** Long numbers in breaths of three or four digits: "12345678" → "one two three four, five six seven eight". */
export function digitGroups(digits: string): string {
  if (digits.length <= 5) return digitByDigit(digits);
  const size = digits.length % 4 === 0 ? 4 : 3;
  const groups = digits.match(new RegExp(`\\d{1,${size}}`, 'g')) ?? [];
  // A single digit is not left alone at the end.
  const last = groups.at(-1) ?? '';
  const before = groups.at(-2);
  if (last.length === 1 && before !== undefined) groups.splice(-2, 2, before + last);
  return groups.map(digitByDigit).join(', ');
}

/** "1985" → "nineteen eighty five"; takes four digits. */
export function year(digits: string): string {
  const [century, rest] = [digits.slice(0, 2), digits.slice(2)];
  if (digits.slice(1, 3) === '00') return cardinal(digits);
  if (rest === '00') return `${cardinal(century)} hundred`;
  return `${cardinal(century)} ${rest.startsWith('0') ? `oh ${cardinal(rest)}` : cardinal(rest)}`;
}

/** "1,250.75" → "one thousand two hundred fifty point seven five". */
export function decimal(written: string): string {
  const [whole = '', fraction] = written.replaceAll(',', '').split('.');
  const words = cardinal(whole || '0');
  return fraction === undefined ? words : `${words} point ${digitByDigit(fraction)}`;
}
