/** How words sound: from the CMU dictionary, from their parts, by their letters, or by rule. */
import { readFileSync } from 'node:fs';
import { soundOut } from './letter-sounds.ts';

export type Phones = readonly string[];

/** Spoken letter by letter, or missing from the dictionary, or wrong in it for a bank's callers. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  pin: ['P IH N'],
  atm: ['EY T IY EH M'],
  id: ['AY D IY'],
  ssn: ['EH S EH S EH N'],
  apr: ['EY P IY AA R'],
  okay: ['OW K EY'],
  zelle: ['Z EH L'],
  venmo: ['V EH N M OW'],
  iban: ['AY B AE N'],
  k: ['K EY'],
};

const LETTERS: Readonly<Record<string, string>> = {
  a: 'EY',
  b: 'B IY',
  c: 'S IY',
  d: 'D IY',
  e: 'IY',
  f: 'EH F',
  g: 'JH IY',
  h: 'EY CH',
  i: 'AY',
  j: 'JH EY',
  k: 'K EY',
  l: 'EH L',
  m: 'EH M',
  n: 'EH N',
  o: 'OW',
  p: 'P IY',
  q: 'K Y UW',
  r: 'AA R',
  s: 'EH S',
  t: 'T IY',
  u: 'Y UW',
  v: 'V IY',
  w: 'D AH B AH L Y UW',
  x: 'EH K S',
  y: 'W AY',
  z: 'Z IY',
};

const UNVOICED = new Set(['P', 'T', 'K', 'F', 'TH']);
const SIBILANT = new Set(['S', 'Z', 'SH', 'ZH', 'CH', 'JH']);

export class PronunciationDictionary {
  readonly #lines: ReadonlyMap<string, readonly Phones[]>;

  private constructor(lines: ReadonlyMap<string, readonly Phones[]>) {
    this.#lines = lines;
  }

  /** Reads the CMU format: `word PH ON ES` and `word(2) PH ON ES` for further ways to say it. */
  static read(path: string): PronunciationDictionary {
    const lines = new Map<string, Phones[]>();
    for (const line of readFileSync(path, 'latin1').split('\n')) {
      const gap = line.indexOf(' ');
      if (gap <= 0) continue;
      const head = line.slice(0, gap);
      const word = head.endsWith(')') ? head.slice(0, head.lastIndexOf('(')) : head;
      const known = lines.get(word);
      const phones = line
        .slice(gap + 1)
        .trim()
        .split(' ');
      if (known === undefined) lines.set(word, [phones]);
      else known.push(phones);
    }
    return new PronunciationDictionary(lines);
  }

  has(word: string): boolean {
    return this.#lines.has(word);
  }

  /** All ways to say the word, the usual one first; never empty. */
  pronounce(word: string): readonly Phones[] {
    const own = Object.hasOwn(OWN, word) ? OWN[word] : undefined;
    if (own !== undefined) return own.map((phones) => phones.split(' '));
    const known = this.#lines.get(word);
    if (known !== undefined) return known;
    const inflected = this.#inflected(word);
    if (inflected !== undefined) return [inflected];
    const compound = this.#compound(word);
    if (compound.length > 0) return compound;
    return [/[aeiouy]/.test(word) ? soundOut(word) : spell(word)];
  }

  #first(word: string): Phones | undefined {
    const own = Object.hasOwn(OWN, word) ? OWN[word] : undefined;
    return own?.[0]?.split(' ') ?? this.#lines.get(word)?.[0];
  }

  /** "cardholders" from "cardholder", "unblocked" from "unblock". */
  #inflected(word: string): Phones | undefined {
    const plural = /^(?<stem>.+?[^s])(?:'s|s|s')$/.exec(word)?.groups?.['stem'];
    if (plural !== undefined) {
      const stem = this.#first(plural) ?? this.#compound(plural)[0];
      const last = stem?.at(-1);
      if (stem !== undefined && last !== undefined) return [...stem, ...pluralEnding(last)];
    }
    const [, prefix, rest] = /^(re|un|pre)(.{3,})$/.exec(word) ?? [];
    if (prefix !== undefined && rest !== undefined) {
      const stem = this.#first(rest);
      const sound = { re: ['R', 'IY'], un: ['AH', 'N'], pre: ['P', 'R', 'IY'] }[prefix];
      if (stem !== undefined && sound !== undefined) return [...sound, ...stem];
    }
    return undefined;
  }

  /** "northwind" is "north" and "wind", in all their ways; the split into the most even halves wins. */
  #compound(word: string): readonly Phones[] {
    const splits = Array.from({ length: Math.max(0, word.length - 5) }, (_, i) => i + 3).toSorted(
      (a, b) => Math.abs(a - word.length / 2) - Math.abs(b - word.length / 2),
    );
    for (const at of splits) {
      const heads = this.#lines.get(word.slice(0, at));
      const tails = this.#lines.get(word.slice(at));
      if (heads !== undefined && tails !== undefined)
        return heads.flatMap((head) => tails.map((tail) => [...head, ...tail]));
    }
    return [];
  }
}

function pluralEnding(last: string): Phones {
  if (SIBILANT.has(last)) return ['IH', 'Z'];
  return UNVOICED.has(last) ? ['S'] : ['Z'];
}

function spell(word: string): Phones {
  return word.split('').flatMap((letter) => LETTERS[letter]?.split(' ') ?? []);
}
