/** Dates and times as they are said: "1985-03-14" → "March fourteenth, nineteen eighty five". */
import { cardinal, ordinal, year } from './number-words.ts';
import type { Found, Rule } from './spoken-rule.ts';

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
/** "March", "Mar", "Mar.", "Sept."; never "may" or "march", which are verbs. */
const MONTH = `(?<month>${MONTHS.join('|')}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?)`;
const DAY = '(?<day>0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?\\b(?![.,:]?\\d|%)';
const YEAR = '(?<year>(?:1[6-9]|20)\\d\\d)\\b(?![.,:-]?\\d)';

export const DATE_RULES: readonly Rule[] = [
  [/\b(?<year>(?:1[6-9]|20)\d\d)-(?<month>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\d|3[01])\b/gu, date],
  // As Americans write it; where only the other order is possible, that one.
  [
    /(?<![\d/])(?<month>0?[1-9]|1[0-2])\/(?<day>0?[1-9]|[12]\d|3[01])\/(?<year>(?:1[6-9]|20)\d\d)(?![\d/])/gu,
    date,
  ],
  [
    /(?<![\d/])(?<day>1[3-9]|2\d|3[01])\/(?<month>0?[1-9]|1[0-2])\/(?<year>(?:1[6-9]|20)\d\d)(?![\d/])/gu,
    date,
  ],
  [new RegExp(`\\b${MONTH} ${DAY}(?:,? ${YEAR})?`, 'gu'), date],
  [new RegExp(`(?<the>\\bthe )?\\b${DAY}(?: of)? ${MONTH}(?:,? ${YEAR})?`, 'gu'), date],
  [
    new RegExp(`\\b${MONTH},? ${YEAR}`, 'gu'),
    (found) => `${month(found)} ${year(found['year'] ?? '')}`,
  ],
  [/\b(?<century>1\d|20)(?<tens>[2-9])0s\b/gu, decade],
  [
    /\b(?<day>Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b(?:\.|(?=,? ))(?=,? (?:the )?(?:[A-Z\d]|at\b))/gu,
    (found) => DAYS.find((name) => name.startsWith((found['day'] ?? '').slice(0, 3))) ?? '',
  ],
  [
    /\b(?<hour>2[0-3]|[01]?\d):(?<minute>[0-5]\d)(?::[0-5]\d)?(?: ?(?<half>[AaPp])(?:[Mm]\b|\.[Mm]\b(?:\.(?!\s*$))?)(?!\w))?(?![:\d])/gu,
    time,
  ],
  [/\b(?<hour>1[0-2]|0?[1-9]) ?(?<half>[AaPp])(?:[Mm]\b|\.[Mm]\b(?:\.(?!\s*$))?)(?!\w)/gu, time],
];

function date(found: Found): string {
  const day = `${month(found)} ${ordinal(found['day'] ?? '')}`;
  return found['year'] === undefined ? day : `${day}, ${year(found['year'])}`;
}

function decade({ century = '', tens = '' }: Found): string {
  return `${cardinal(century)} ${cardinal(`${tens}0`).replace(/y$/u, 'ies')}`;
}

function month({ month: written = '' }: Found): string {
  const number = Number(written);
  if (number > 0) return MONTHS[number - 1] ?? '';
  return MONTHS.find((name) => name.startsWith(written.slice(0, 3))) ?? written;
}

function time({ hour = '', minute = '00', half }: Found): string {
  const half12 = half === undefined ? '' : ` ${half.toUpperCase()} M`;
  if (minute === '00')
    return cardinal(hour) + (half12 || (Number(hour) <= 12 ? " o'clock" : ' hundred hours'));
  return `${cardinal(hour)} ${minute.startsWith('0') ? `oh ${cardinal(minute)}` : cardinal(minute)}${half12}`;
}
