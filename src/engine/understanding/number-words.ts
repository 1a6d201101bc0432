/** The grammar of spoken numbers: a sentence becomes words, numbers and ordinals in their order. */
import { REPEATS, TEEN_WORDS, TEN_WORDS, UNIT_WORDS } from '#lib/number-vocabulary.ts';

export type Spoken =
  /** A number as it is spoken in one breath: "forty eight" is 48, "four thousand and five" is 4005. */
  | { readonly kind: 'number'; readonly value: number; readonly digits: string }
  | { readonly kind: 'ordinal'; readonly value: number }
  /** "double" and "triple" multiply the digit after them. */
  | { readonly kind: 'repeat'; readonly times: number }
  | { readonly kind: 'word'; readonly word: string };

const ORDINAL_UNITS = ' first second third fourth fifth sixth seventh eighth ninth'.split(' ');
const ORDINAL_TEENS =
  'tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );
const SCALES = new Map([
  ['thousand', 1000],
  ['grand', 1000],
  ['million', 1_000_000],
]);
const SMALL = new Map<string, number>([
  ...UNIT_WORDS.map((word, value) => [word, value] as const),
  ...TEEN_WORDS.map((word, i) => [word, 10 + i] as const),
  ['nought', 0],
  ['naught', 0],
  ['nil', 0],
  ['fourty', 40],
]);
const TENS_OF = new Map(TEN_WORDS.map((word, i) => [word, 20 + 10 * i]));
const ORDINALS = new Map<string, number>([
  ...ORDINAL_UNITS.slice(1).map((word, i) => [word, i + 1] as const),
  ...ORDINAL_TEENS.map((word, i) => [word, 10 + i] as const),
  ['twentieth', 20],
  ['thirtieth', 30],
]);

/** Lower-case words without punctuation; decimals and thousands ("1,234.56") stay one word. */
export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll(/(?<=\d),(?=\d{3}\b)/g, '')
    .replaceAll(/(?<!\d)\.|\.(?!\d)|[^a-z0-9.'$\s]/g, ' ')
    .split(/\s+/)
    .filter(Boolean);
}

export function spokenIn(text: string): Spoken[] {
  const words = wordsOf(text);
  const spoken: Spoken[] = [];
  let at = 0;
  while (at < words.length) {
    const [item, next] = readOne(words, at);
    spoken.push(item);
    at = next;
  }
  return spoken;
}

function readOne(words: readonly string[], at: number): [Spoken, number] {
  const word = words[at] ?? '';
  const typed = /^(?<digits>\d+)(?<suffix>st|nd|rd|th)?$/.exec(word)?.groups;
  if (typed?.['suffix']) return [{ kind: 'ordinal', value: Number(typed['digits']) }, at + 1];
  const times = REPEATS.get(word);
  if (times !== undefined) return [{ kind: 'repeat', times }, at + 1];
  const ordinal = readOrdinal(words, at);
  if (ordinal) return [{ kind: 'ordinal', value: ordinal[0] }, ordinal[1]];
  if (isOh(words, at)) return [{ kind: 'number', value: 0, digits: '0' }, at + 1];
  const cardinal = readCardinal(words, at);
  if (!cardinal) return [{ kind: 'word', word }, at + 1];
  const [value, next] = cardinal;
  // Typed digits keep their leading zeros.
  const digits = typed && next === at + 1 ? word : String(value);
  return [{ kind: 'number', value, digits }, next];
}

/** "oh" is a nought beside other digits, else a sigh. */
function isOh(words: readonly string[], at: number): boolean {
  const word = words[at];
  return (word === 'oh' || word === 'o') && (isSpelled(words[at - 1]) || isSpelled(words[at + 1]));
}

function isSpelled(word: string | undefined): boolean {
  return word !== undefined && (SMALL.has(word) || TENS_OF.has(word) || /^(oh|o|\d)$/.test(word));
}

function readOrdinal(words: readonly string[], at: number): [number, number] | undefined {
  const word = words[at] ?? '';
  const tens = TENS_OF.get(word);
  const unit = ORDINALS.get(words[at + 1] ?? '');
  if (tens !== undefined && unit !== undefined && unit < 10) return [tens + unit, at + 2];
  const value = ORDINALS.get(word);
  return value === undefined ? undefined : [value, at + 1];
}

/** One of 0 to 99, or a typed number. */
function readSmall(words: readonly string[], at: number): [number, number] | undefined {
  const word = words[at] ?? '';
  if (/^\d+$/.test(word)) return [Number(word), at + 1];
  const tens = TENS_OF.get(word);
  if (tens === undefined) {
    const value = SMALL.get(word);
    return value === undefined ? undefined : [value, at + 1];
  }
  const unit = SMALL.get(words[at + 1] ?? '');
  return unit !== undefined && unit > 0 && unit < 10 ? [tens + unit, at + 2] : [tens, at + 1];
}

/** Up to 9,999 in hundreds: "forty eight hundred and five". */
function readHundreds(words: readonly string[], at: number): [number, number] | undefined {
  const small = isOneSpelledA(words, at) ? ([1, at + 1] as const) : readSmall(words, at);
  if (!small || words[small[1]] !== 'hundred')
    return small && words[at] !== 'a' ? [...small] : undefined;
  const base = small[0] * 100;
  const rest = readRest(words, small[1] + 1, 100, readSmall);
  return [base + rest[0], rest[1]];
}

function readCardinal(words: readonly string[], at: number): [number, number] | undefined {
  const a = isOneSpelledA(words, at) && SCALES.has(words[at + 1] ?? '');
  const head = a ? ([1, at + 1] as const) : readHundreds(words, at);
  if (!head) return undefined;
  const scale = SCALES.get(words[head[1]] ?? '');
  if (scale === undefined) return [...head];
  const rest = readRest(words, head[1] + 1, scale, scale > 1000 ? readCardinal : readHundreds);
  return [head[0] * scale + rest[0], rest[1]];
}

type Reader = (words: readonly string[], at: number) => [number, number] | undefined;

/** What follows "hundred" or "thousand", with or without "and", where it is small enough to belong to it. */
function readRest(
  words: readonly string[],
  at: number,
  below: number,
  read: Reader,
): [number, number] {
  const from = words[at] === 'and' ? at + 1 : at;
  const rest = read(words, from);
  return rest && rest[0] > 0 && rest[0] < below ? rest : [0, at];
}

function isOneSpelledA(words: readonly string[], at: number): boolean {
  return words[at] === 'a' && (words[at + 1] === 'hundred' || SCALES.has(words[at + 1] ?? ''));
}
