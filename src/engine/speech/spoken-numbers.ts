/** Money, digits, ids and other numbers of a bank as they are said. */
import { cardinal, decimal, digitByDigit, digitGroups, ordinal, year } from './number-words.ts';
import type { Found, Rule } from './spoken-rule.ts';

const AMOUNT = '(?<whole>\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.(?<fraction>\\d+))?';
const CURRENCIES: Readonly<Record<string, readonly [one: string, many: string, small: string]>> = {
  $: ['dollar', 'dollars', 'cent'],
  USD: ['dollar', 'dollars', 'cent'],
  '\u20ac': ['euro', 'euros', 'cent'],
  EUR: ['euro', 'euros', 'cent'],
  '\u00a3': ['pound', 'pounds', 'penny'],
  GBP: ['pound', 'pounds', 'penny'],
};
const PLURAL_OF_SMALL: Readonly<Record<string, string>> = { cent: 'cents', penny: 'pence' };
const SCALE_LETTERS: Readonly<Record<string, string>> = {
  k: 'thousand',
  m: 'million',
  bn: 'billion',
};

const FRACTIONS: Readonly<Record<string, string>> = {
  '1/2': 'one half',
  '1/4': 'one quarter',
  '3/4': 'three quarters',
};

export const MONEY_RULES: readonly Rule[] = [
  [
    new RegExp(
      `(?<article>\\b[Aa]n? )?(?<minus>(?<![\\w)])[-\u2212])?(?<sign>US\\$|[$\u20ac\u00a3]|\\b(?:USD|EUR|GBP) ?)(?<inner>-)?${AMOUNT}(?: ?(?<scale>thousand|million|billion|trillion|k|K|m|M|bn)\\b)?(?![\\d])`,
      'gu',
    ),
    money,
  ],
  [
    new RegExp(
      `(?<minus>(?<![\\w)])[-\u2212])?\\b${AMOUNT} ?(?<sign>USD|EUR|GBP|[\u20ac\u00a3])(?!\\w)`,
      'gu',
    ),
    money,
  ],
];

export const NUMBER_RULES: readonly Rule[] = [
  // (555) 123-4567, 1-800-555-0199, +1 555 123 4567
  [
    /(?<![\w-])(?:\+?(?<country>1)[ .-]?)?(?:\((?<bracketed>\d{3})\) ?|(?<area>\d{3})[ .-])(?<exchange>\d{3})[ .-](?<line>\d{4})(?![\w-])/gu,
    phone,
  ],
  // A masked number: only what is shown is said.
  [
    /(?:[*\u2022xX]{2,}[ -]?)+(?<digits>\d{2,6})\b/gu,
    ({ digits = '' }) => `ending in ${digitByDigit(digits)}`,
  ],
  [
    /(?<words>\b(?:ending|ends|end)(?: in| with)?:? |\b(?:last|first) (?:three|four|six|\d) digits?(?: of [\w ]{1,30}?)?(?: are| is)?:? |\b(?:card|account|PIN|pin|code|passcode|CVV|SSN|number|reference|extension)(?: number)?(?: is)?:? #?)(?<digits>\d{3,})\b(?![.,:-]?\d|%)/giu,
    ({ words = '', digits = '' }) => words + digitGroups(digits),
  ],
  [/(?<![\w-])(?:\d{4}[ -]){3}\d{4}(?![\w-])/gu, groups],
  [/(?<![\w.,-])\d{3,}(?:-\d{3,})+(?![\w-]|[.,]\d)/gu, groups],
  // NW-48213, TRK48213, 1Z999AA1
  [
    /(?<![\w-])(?=[A-Z\d-]*[A-Z])(?=[A-Z\d-]*\d[A-Z-]*\d)[A-Z\d]+(?:-[A-Z\d]+)*(?![\w-])/gu,
    identifier,
  ],
  [
    new RegExp(`(?<![\\w.])${AMOUNT} ?(?:%|percent\\b)`, 'gu'),
    ({ whole = '', fraction }) => `${number(whole, fraction)} percent`,
  ],
  [/\b(?<digits>\d{1,12})(?:st|nd|rd|th)\b/giu, ({ digits = '' }) => ordinal(digits)],
  [/\b24\/7\b/gu, () => 'twenty four seven'],
  [/(?<![\w/])(?:1\/2|1\/4|3\/4)(?![\w/])/gu, (_found, written) => FRACTIONS[written] ?? written],
  // "4B", "v2": what is left of these is a number beside a letter.
  [/(?<=\d)(?=[A-Za-z])|(?<=[A-Za-z])(?=\d)/gu, () => ' '],
  [
    /(?<![\w/.,-])(?<from>\d{1,3}) ?[-\u2013] ?(?<to>\d{1,3})(?![\w/-]|[.,]\d)/gu,
    ({ from = '', to = '' }) => `${cardinal(from)} to ${cardinal(to)}`,
  ],
  [
    new RegExp(`(?<minus>(?<![\\w)])[-\u2212](?=\\d))?(?<![\\d.,])${AMOUNT}`, 'gu'),
    ({ minus, whole = '', fraction }) =>
      (minus === undefined ? '' : 'minus ') + number(whole, fraction),
  ],
];

function money({ article, minus, inner, sign = '', whole = '', fraction, scale }: Found): string {
  const code = sign.trim();
  const [one, many, small] = CURRENCIES[code === 'US$' ? '$' : code] ?? ['', '', ''];
  // "a five thousand dollar limit", but "five thousand dollars".
  const plural = article === undefined ? many : one;
  const before = (article ?? '') + ((minus ?? inner) === undefined ? '' : 'minus ');
  const digits = whole.replaceAll(',', '');
  const unit = BigInt(digits) === 1n ? one : plural;
  const cents = fraction?.padEnd(2, '0') ?? '00';
  if (scale !== undefined) {
    const name = SCALE_LETTERS[scale.toLowerCase()] ?? scale;
    return `${before}${number(whole, fraction)} ${name} ${plural}`;
  }
  if (cents.length > 2) return `${before}${decimal(`${whole}.${cents}`)} ${plural}`;
  if (cents === '00') return `${before}${cardinal(digits)} ${unit}`;
  const few = `${cardinal(cents)} ${Number(cents) === 1 ? small : PLURAL_OF_SMALL[small]}`;
  return before + (BigInt(digits) === 0n ? few : `${cardinal(digits)} ${unit} and ${few}`);
}

function phone({ country, bracketed, area, exchange = '', line = '' }: Found): string {
  const code = bracketed ?? area ?? '';
  const freephone = code.endsWith('00')
    ? `${cardinal(code.charAt(0))} hundred`
    : digitByDigit(code);
  const parts = [freephone, digitByDigit(exchange), digitByDigit(line)];
  return (country === undefined ? '' : 'one, ') + parts.join(', ');
}

/** 4829 1180 1234 5678, 555-0199 */
function groups(_found: Found, written: string): string {
  return written.split(/[ -]/).map(digitByDigit).join(', ');
}

/** A short pause at each hyphen. */
function identifier(_found: Found, written: string): string {
  return written.split('-').map(lettersAndDigits).join(', ');
}

/** Letters by their names, digits one by one; a short pause between them where a run is long. */
function lettersAndDigits(text: string): string {
  const runs = text.match(/[A-Z]+|\d+/g) ?? [];
  const words = runs.map((run) => (/\d/.test(run) ? digitGroups(run) : run.split('').join(' ')));
  return words.join(runs.some((run) => run.length > 2) ? ', ' : ' ');
}

function number(whole: string, fraction: string | undefined): string {
  if (fraction !== undefined) return decimal(`${whole}.${fraction}`);
  if (whole.includes(',')) return decimal(whole);
  if (/^(?:19|20)\d\d$/.test(whole)) return year(whole);
  // Written without a comma and too long for a count: a code, a card, an account.
  return whole.length >= 4 || /^0\d/.test(whole) ? digitGroups(whole) : cardinal(whole);
}
