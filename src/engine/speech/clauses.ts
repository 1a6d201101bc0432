/** Splits what Luna says into clauses, so that the first audio leaves while the rest is still being made. */

/** From here on a sentence is split at its commas. About four seconds of speech. */
const LONG_CHARS = 80;
/** The first clause decides when the caller hears something: its sentence is split sooner. */
const LONG_FIRST_CHARS = 36;
/** Shorter pieces sound chopped: they stay with their neighbour. */
const SHORT_CHARS = 14;
const SHORT_FIRST_CHARS = 8;
/** From here on a piece without any comma is split before a word like "and". */
const BREATHLESS_CHARS = 140;

/** After these a full stop ends no sentence. */
const ABBREVIATIONS = wordSet('mr mrs ms dr prof st approx acct dept ext tel vs e.g i.e');
/** Nor after these, where a number follows: "No. 5", "Nov. 27". */
const BEFORE_NUMBER = wordSet('no nos jan feb mar apr jun jul aug sep sept oct nov dec');
/** Nor after these, unless a capital follows. */
const MAY_END = wordSet('etc a.m p.m inc ltd co corp jr sr ave blvd rd apt');

const SENTENCE_END =
  /(?<before>\S*?)(?<stop>[.!?\u2026]+)(?<close>["'\u201d\u2019)\]]*)(?<space>\s+)|\n\s*/gu;
const SOFT_END = /(?<=[\p{L}\p{N}"'\u201d\u2019)%][,;:]\s+|\s[\u2013\u2014-]\s+|\u2014)(?=\S)/gu;
const BEFORE_CONJUNCTION =
  /(?<=\s)(?=(?:and|but|so|because|which|if|or|then|while|before|after)\s)/gu;

/** Joined, the clauses give the text back exactly. Empty for text without a letter or digit. */
export function splitClauses(text: string): string[] {
  const clauses: string[] = [];
  for (const sentence of sentences(text)) {
    const first = clauses.length === 0;
    clauses.push(...pieces(sentence, first));
  }
  return withoutEmpty(clauses);
}

function sentences(text: string): string[] {
  const ends: number[] = [];
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    const { before, stop } = match.groups ?? {};
    if (stop !== '.' || endsSentence(before ?? '', text.charAt(end))) ends.push(end);
  }
  return cut(text, ends);
}

function endsSentence(word: string, next: string): boolean {
  const bare = word.replace(/^[^\p{L}\p{N}]+/u, '').toLowerCase();
  if (MAY_END.has(bare)) return /\p{Lu}/u.test(next);
  if (BEFORE_NUMBER.has(bare)) return !/\p{N}/u.test(next);
  // A single letter is an initial: "J. Smith".
  return !ABBREVIATIONS.has(bare) && !/^\p{L}$/u.test(bare);
}

function pieces(sentence: string, first: boolean): string[] {
  if (sentence.trimEnd().length <= (first ? LONG_FIRST_CHARS : LONG_CHARS)) return [sentence];
  const soft = cut(sentence, softEnds(sentence));
  return joinShort(soft, first).flatMap((piece) =>
    piece.length > BREATHLESS_CHARS
      ? joinShort(cut(piece, positions(piece, BEFORE_CONJUNCTION)), first)
      : [piece],
  );
}

/** Commas inside "$1,250.00" have no space after them; those of "4, 8, 2" and "March 14, 1985" have. */
function softEnds(sentence: string): number[] {
  return positions(sentence, SOFT_END).filter((at) => {
    const around = /(?<left>\S)\W*\s+$/u.exec(sentence.slice(0, at))?.groups?.['left'] ?? '';
    return !(/\p{N}/u.test(around) && /\p{N}/u.test(sentence.charAt(at)));
  });
}

/** Puts short pieces together; the first one may be shorter, and no two make a long one. */
function joinShort(parts: readonly string[], first: boolean): string[] {
  const joined: string[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    const short = first && joined.length === 1 ? SHORT_FIRST_CHARS : SHORT_CHARS;
    const fits = last !== undefined && last.length + part.length <= LONG_CHARS;
    const opening = first && joined.length === 1;
    if (
      last !== undefined &&
      (last.length < short || part.length < SHORT_CHARS || (fits && !opening))
    )
      joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  return joined;
}

/** What has nothing to say ("… ") goes to the clause before it, or to the one after. */
function withoutEmpty(clauses: readonly string[]): string[] {
  const kept: string[] = [];
  let waiting = '';
  for (const clause of clauses) {
    if (/[\p{L}\p{N}]/u.test(clause)) {
      kept.push(waiting + clause);
      waiting = '';
    } else if (kept.length > 0) kept[kept.length - 1] += clause;
    else waiting += clause;
  }
  return kept;
}

function positions(text: string, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)].map(({ index }) => index);
}

function cut(text: string, ends: readonly number[]): string[] {
  const parts: string[] = [];
  let start = 0;
  for (const end of [...ends, text.length]) {
    if (end > start) parts.push(text.slice(start, end));
    start = end;
  }
  return parts;
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
