/**
 * Finds numbers in what people say and write: "4829", "four eight two nine", "forty-eight twenty-nine". For hiding
 * them: where they stand, and rather one too many. What they mean is read by the engine, which may be wrong and ask.
 */
import { REPEATS, TEEN_WORDS, TEN_WORDS, UNIT_WORDS } from './number-vocabulary.ts';

export interface NumberRun {
  /** Where it stands in the text: `text.slice(start, end)`. */
  readonly start: number;
  readonly end: number;
  /** Its digits, one after the other: "double four, nineteen" is 4419. */
  readonly digits: string;
  /** Holds "hundred", "thousand" or the like: an amount rather than digits read out. */
  readonly scaled: boolean;
}

const DIGITS = new Map(UNIT_WORDS.map((word, value) => [word, String(value)]));
const TEENS = new Map(TEEN_WORDS.map((word, i) => [word, String(10 + i)]));
const TENS = new Map(TEN_WORDS.map((word, i) => [word, String(20 + 10 * i)]));
const NOUGHTS = new Set(['oh', 'o', 'nought', 'naught', 'nil']);
const SCALES = new Set(['hundred', 'thousand', 'million']);
/** May stand between digits without ending the number. */
const FILLERS = new Set([
  'and',
  'then',
  'uh',
  'um',
  'er',
  'erm',
  'dash',
  'hyphen',
  'space',
  'slash',
]);

interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

export function numberRuns(text: string): NumberRun[] {
  // "NW-482913" is a reference, "item_829ab" a name.
  const tokens = [...text.matchAll(/(?<!\b[A-Z]{2}-)(?<!\w)\w+/g)].map(
    ({ 0: word, index }): Token => ({
      word: word.toLowerCase(),
      start: index,
      end: index + word.length,
    }),
  );
  const runs: NumberRun[] = [];
  let run: Token[] = [];
  const close = () => {
    while (run.length > 0 && !isNumber(run.at(-1)?.word)) run.pop();
    const [first, last] = [run[0], run.at(-1)];
    if (first !== undefined && last !== undefined && run.some(({ word }) => isFirm(word)))
      runs.push({ start: first.start, end: last.end, ...read(run.map(({ word }) => word)) });
    run = [];
  };
  for (const token of tokens) {
    const last = run.at(-1);
    if (last !== undefined && !/^[\s,.;:/()+–—-]*$/.test(text.slice(last.end, token.start)))
      close();
    if (isNumber(token.word) || REPEATS.has(token.word)) run.push(token);
    else if (run.length > 0 && FILLERS.has(token.word)) run.push(token);
    else close();
  }
  close();
  return runs;
}

function read(words: readonly string[]): Pick<NumberRun, 'digits' | 'scaled'> {
  let digits = '';
  let times = 1;
  let scaled = false;
  for (const [index, word] of words.entries()) {
    const unit = DIGITS.get(word) ?? (NOUGHTS.has(word) ? '0' : undefined);
    const after = DIGITS.get(words[index + 1] ?? '');
    const tens = TENS.get(word);
    if (SCALES.has(word)) scaled = true;
    else if (REPEATS.has(word)) times = REPEATS.get(word) ?? 1;
    else if (tens !== undefined)
      // "forty eight" is 48, "forty" alone 40.
      digits += after === undefined || after === '0' ? tens : tens.slice(0, 1);
    else if (unit !== undefined) digits += unit.repeat(times);
    else digits += TEENS.get(word) ?? (/\d/.test(word) ? word : '');
    if (!REPEATS.has(word)) times = 1;
  }
  return { digits, scaled };
}

function isNumber(word = ''): boolean {
  return isFirm(word) || NOUGHTS.has(word) || SCALES.has(word);
}

/** A number by itself; "oh" and "hundred" are only beside one. */
function isFirm(word: string): boolean {
  return DIGITS.has(word) || TEENS.has(word) || TENS.has(word) || /^\d+$/.test(word);
}
