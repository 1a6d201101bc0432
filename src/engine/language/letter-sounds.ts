/** A last resort for names no dictionary knows: phones from letters by a few rules of English spelling. */

/** Tried in order at each place; `before` and `after` look at the letters around. */
interface Rule {
  readonly letters: string;
  readonly sounds: string;
  readonly before?: RegExp;
  readonly after?: RegExp;
}

const CONSONANT = '[bcdfghjklmnpqrstvwxz]';
const MAGIC_E = new RegExp(`^${CONSONANT}e(s|d)?$`);

const RULES: readonly Rule[] = [
  { letters: 'tion', sounds: 'SH AH N' },
  { letters: 'sion', sounds: 'ZH AH N' },
  { letters: 'ture', sounds: 'CH ER' },
  { letters: 'ough', sounds: 'AO' },
  { letters: 'augh', sounds: 'AO' },
  { letters: 'eigh', sounds: 'EY' },
  { letters: 'igh', sounds: 'AY' },
  { letters: 'sch', sounds: 'SH' },
  { letters: 'tch', sounds: 'CH' },
  { letters: 'dge', sounds: 'JH' },
  { letters: 'kn', sounds: 'N', before: /^$/ },
  { letters: 'wr', sounds: 'R', before: /^$/ },
  { letters: 'gh', sounds: '' },
  { letters: 'ph', sounds: 'F' },
  { letters: 'sh', sounds: 'SH' },
  { letters: 'ch', sounds: 'CH' },
  { letters: 'th', sounds: 'TH' },
  { letters: 'ck', sounds: 'K' },
  { letters: 'ng', sounds: 'NG', after: /^$|^s$/ },
  { letters: 'qu', sounds: 'K W' },
  { letters: 'wh', sounds: 'W' },
  { letters: 'ee', sounds: 'IY' },
  { letters: 'ea', sounds: 'IY' },
  { letters: 'oo', sounds: 'UW' },
  { letters: 'ou', sounds: 'AW' },
  { letters: 'ow', sounds: 'OW', after: /^$/ },
  { letters: 'ow', sounds: 'AW' },
  { letters: 'oa', sounds: 'OW' },
  { letters: 'oi', sounds: 'OY' },
  { letters: 'oy', sounds: 'OY' },
  { letters: 'ai', sounds: 'EY' },
  { letters: 'ay', sounds: 'EY' },
  { letters: 'au', sounds: 'AO' },
  { letters: 'aw', sounds: 'AO' },
  { letters: 'ew', sounds: 'UW' },
  { letters: 'ie', sounds: 'IY' },
  { letters: 'ei', sounds: 'AY' },
  { letters: 'ey', sounds: 'IY' },
  { letters: 'ar', sounds: 'AA R', after: new RegExp(`^$|^${CONSONANT}`) },
  { letters: 'or', sounds: 'AO R' },
  { letters: 'er', sounds: 'ER' },
  { letters: 'ir', sounds: 'ER' },
  { letters: 'ur', sounds: 'ER' },
  { letters: 'a', sounds: 'EY', after: MAGIC_E },
  { letters: 'e', sounds: 'IY', after: MAGIC_E },
  { letters: 'i', sounds: 'AY', after: MAGIC_E },
  { letters: 'o', sounds: 'OW', after: MAGIC_E },
  { letters: 'u', sounds: 'UW', after: MAGIC_E },
  { letters: 'a', sounds: 'AH', after: /^$/ },
  { letters: 'e', sounds: '', after: /^s?$/, before: /[aeiouy].+/ },
  { letters: 'o', sounds: 'OW', after: /^$/ },
  { letters: 'y', sounds: 'IY', after: /^$/ },
  { letters: 'y', sounds: 'Y', before: /^$/ },
  { letters: 'c', sounds: 'S', after: /^[eiy]/ },
  { letters: 'g', sounds: 'JH', after: /^[eiy]/ },
];

const SINGLE: Readonly<Record<string, string>> = {
  a: 'AE',
  b: 'B',
  c: 'K',
  d: 'D',
  e: 'EH',
  f: 'F',
  g: 'G',
  h: 'HH',
  i: 'IH',
  j: 'JH',
  k: 'K',
  l: 'L',
  m: 'M',
  n: 'N',
  o: 'AA',
  p: 'P',
  q: 'K',
  r: 'R',
  s: 'S',
  t: 'T',
  u: 'AH',
  v: 'V',
  w: 'W',
  x: 'K S',
  y: 'IH',
  z: 'Z',
};

/** Phones of the CMU set. A doubled consonant sounds once; anything but letters is silent. */
export function soundOut(word: string): readonly string[] {
  const phones: string[] = [];
  let at = 0;
  while (at < word.length) {
    const rule = RULES.find(
      ({ letters, before, after }) =>
        word.startsWith(letters, at) &&
        (before?.test(word.slice(0, at)) ?? true) &&
        (after?.test(word.slice(at + letters.length)) ?? true),
    );
    const letter = word.charAt(at);
    const sounds = rule?.sounds ?? SINGLE[letter] ?? '';
    if (sounds !== '') phones.push(...sounds.split(' '));
    at += rule?.letters.length ?? 1;
    if (rule === undefined && !'aeiou'.includes(letter)) while (word[at] === letter) at += 1;
  }
  return phones;
}
