/** What is said for what is written: amounts, dates, ids, abbreviations. The transcript keeps the written form. */
import { DATE_RULES } from './spoken-dates.ts';
import { applyRules } from './spoken-rule.ts';
import { MONEY_RULES, NUMBER_RULES } from './spoken-numbers.ts';

/** Said as words although they are capitals. */
const SAID_AS_WORDS: Readonly<Record<string, string>> = {
  PIN: 'pin',
  PINs: 'pins',
  IBAN: 'eye ban',
  FICO: 'fye co',
  SWIFT: 'swift',
  OK: 'okay',
};
/** Capitals with a vowel that are spelled all the same; those without any are spelled anyway. */
const SPELLED = new Set(
  'ATM FDIC APR APY ACH ID IDs USA US UK EU IRA AI FAQ OTP IT EMI ETA IVR CEO IRS USB URL'.split(
    ' ',
  ),
);

const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/\bMr\./gu, 'mister'],
  [/\bMrs\./gu, 'missus'],
  [/\bMs\./gu, 'miz'],
  [/\b(?:Dr|Prof)\.(?= [A-Z])/gu, 'doctor'],
  [/\bSt\.(?= [A-Z])/gu, 'saint'],
  [/\bSt\./gu, 'street'],
  [/\bAve\./gu, 'avenue'],
  [/\bBlvd\./gu, 'boulevard'],
  [/\bRd\./gu, 'road'],
  [/\bApt\./gu, 'apartment'],
  [/\be\.g\.,?/giu, 'for example'],
  [/\bi\.e\.,?/giu, 'that is'],
  [/\betc\./giu, 'et cetera'],
  [/\bvs\b\.?/giu, 'versus'],
  [/\bapprox\./giu, 'approximately'],
  [/\bmin\.(?= )/gu, 'minimum'],
  [/\bmax\.(?= )/gu, 'maximum'],
  [/\bacct\b\.?/giu, 'account'],
  [/\bdept\b\.?/giu, 'department'],
  [/\bext\.(?= ?\d)/giu, 'extension'],
  [/\bNos?\.(?= ?\d)/gu, 'number'],
  [/#(?= ?\d)/gu, 'number '],
  [/ & /gu, ' and '],
  [/(?<=\w)&(?=\w)/gu, ' and '],
  [/\band\/or\b/giu, 'and or'],
  [/(?<=\w)@(?=\w)/gu, ' at '],
  [/(?<=[a-z]{2})\.(?=(?:com|org|net|example|gov|io)\b)/giu, ' dot '],
  [/ \+ /gu, ' plus '],
  [/ = /gu, ' equals '],
];

/** ASCII letters, blanks and the punctuation flite breathes by. No digit is left in it. */
export function spokenText(written: string): string {
  let text = tidy(written);
  text = applyRules(text, DATE_RULES);
  text = applyRules(text, MONEY_RULES);
  for (const [pattern, words] of ABBREVIATIONS) text = text.replace(pattern, words);
  text = applyRules(text, NUMBER_RULES);
  text = text.replace(/\b[A-Z]{2,5}s?\b/gu, capitals);
  return text
    .replace(/[^A-Za-z0-9 ',.?!;:-]/gu, ' ')
    .replace(/\d/gu, '')
    .replace(/\s+(?=[,.?!;:])/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Typographic signs in their plain form, accents taken off, marks of layout taken out. */
function tidy(written: string): string {
  return written
    .replace(/[\u2018\u2019]/gu, "'")
    .replace(/\s+[\u2013\u2014-]\s+|\u2014/gu, ', ')
    .replace(/\u2026/gu, '. ')
    .replace(/[\u00a0\u2007\u202f]/gu, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[*_`](?![*\d\u2022])/gu, '');
}

function capitals(word: string): string {
  const known = SAID_AS_WORDS[word];
  if (known !== undefined) return known;
  const spelled = SPELLED.has(word) || !/[AEIOUY]/u.test(word);
  return spelled
    ? word
        .replace(/s$/u, "'s")
        .split(/(?=[A-Z])/u)
        .join(' ')
    : word.toLowerCase();
}
