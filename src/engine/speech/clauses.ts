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
/** An abbreviation is looked for in so many characters before a full stop. */
const LONGEST_WORD = 20;

/** After these a full stop ends no sentence. */
const ABBREVIATIONS = wordSet('mr mrs ms dr prof st approx acct dept ext tel vs e.g i.e');
/** Nor after these, where a number follows: "No. 5", "Nov. 27". */
const BEFORE_NUMBER = wordSet('no nos min max jan feb mar apr jun jul aug sep sept oct nov dec');
/** Nor after these, unless a capital follows. */
const MAY_END = wordSet('etc a.m p.m inc ltd co corp jr sr ave blvd rd apt');

/** A run of stops is looked at once, from its beginning: no text takes longer than its length. */
const SENTENCE_END = /(?<![.!?\u2026])(?<stop>[.!?\u2026]+)["'\u201d\u2019)\]]*\s+|\n\s*/gu;
const SOFT_END = /[,;:]\s+|(?<=\s)[\u2013\u2014-]\s+|\u2014/gu;
const BEFORE_CONJUNCTION =
  /(?<=\s)(?=(?:and|but|so|because|which|if|or|then|while|before|after)\s)/gu;

/** A piece as long as one breath, up to the end of a word where there is one. */
const BREATH = new RegExp(`[^]{1,${BREATHLESS_CHARS}}(?:\\s+|$)|[^]{1,${BREATHLESS_CHARS}}`, 'gu');

/**
 * Joined, the clauses give the text back exactly. Nobody waits long for any of them.
 * `opens`: nothing is being said at this moment, so that the first of them is waited for.
 */
export function splitClauses(text: string, opens = true): string[] {
  return withoutEmpty(
    sentences(text).flatMap((sentence, index) => pieces(sentence, opens && index === 0)),
  );
}

function sentences(text: string): string[] {
  const ends = [...text.matchAll(SENTENCE_END)].flatMap((match) => {
    const end = match.index + match[0].length;
    if (match.groups?.['stop'] !== '.') return [end];
    const before = text.slice(Math.max(0, match.index - LONGEST_WORD), match.index);
    const word = before.slice(before.search(/\S*$/u));
    return endsSentence(word, text.charAt(end)) ? [end] : [];
  });
  return cut(text, ends);
}

function endsSentence(word: string, next: string): boolean {
  const bare = word.replace(/^[^\p{L}\p{N}]+/u, '').toLowerCase();
  if (MAY_END.has(bare)) return /\p{Lu}/u.test(next);
  if (BEFORE_NUMBER.has(bare)) return !/[\p{N}$\u20ac\u00a3]/u.test(next);
  // A single letter is an initial: "J. Smith".
  return !ABBREVIATIONS.has(bare) && !/^\p{L}$/u.test(bare);
}

function pieces(sentence: string, first: boolean): string[] {
  if (sentence.trimEnd().length <= (first ? LONG_FIRST_CHARS : LONG_CHARS)) return [sentence];
  return joinShort(cut(sentence, softEnds(sentence)), first).flatMap((piece) =>
    piece.length > BREATHLESS_CHARS ? breaths(piece, first) : [piece],
  );
}

function breaths(piece: string, first: boolean): string[] {
  const conjunctions = [...piece.matchAll(BEFORE_CONJUNCTION)].map(({ index }) => index);
  return joinShort(cut(piece, conjunctions), first).flatMap((part) => part.match(BREATH) ?? []);
}

/** Commas inside "$1,250.00" have no space after them; those of "4, 8, 2" and "March 14, 1985" have. */
function softEnds(sentence: string): number[] {
  return [...sentence.matchAll(SOFT_END)].flatMap((match) => {
    const end = match.index + match[0].length;
    const before =
      sentence
        .slice(Math.max(0, match.index - 3), match.index)
        .trimEnd()
        .at(-1) ?? '';
    const inNumber = /\d/.test(before) && /\d/.test(sentence.charAt(end));
    return inNumber ? [] : [end];
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
  return waiting === '' ? kept : [waiting];
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
