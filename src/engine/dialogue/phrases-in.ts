/** Finds phrases in a caller's words, forgiving small slips of the ear or the keyboard. Pure. */

/** Words that may stand between those of a phrase. */
const MOST_BETWEEN = 6;

/** Lower-case words; contractions opened, so that "can't find" and "cannot find" are one. */
export function plainWords(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/\bcan't\b|\bcan not\b/g, 'cannot')
    .replaceAll(/\bwon't\b/g, 'will not')
    .replaceAll(/n't\b/g, ' not')
    .replaceAll(/\bi'm\b/g, 'i am')
    .replaceAll(/\b(it|that|what|where|there)'s\b/g, '$1 is')
    .replaceAll(/'(ve)\b/g, ' have')
    .replaceAll(/'(ll)\b/g, ' will')
    .replaceAll(/'(d)\b/g, ' would')
    .replaceAll(/[^a-z0-9 ]+/g, ' ')
    .split(' ')
    .filter((word) => word !== '');
}

/** Index of the last phrase found in these words, or -1. The phrase's words follow each other. */
function lastIndexOf(words: readonly string[], phrases: readonly string[]): number {
  return Math.max(-1, ...phrases.map((phrase) => lastOf(words, phrase.split(' '))));
}

/** Every place where one of the phrases stands, its words following each other; `end` is the word after it. */
export function placesOf(
  words: readonly string[],
  phrases: readonly string[],
): { readonly at: number; readonly end: number }[] {
  return phrases.flatMap((phrase) => {
    const wanted = phrase.split(' ');
    return [...words.keys()]
      .filter((at) => wanted.every((word, i) => same(words[at + i] ?? '', word)))
      .map((at) => ({ at, end: at + wanted.length }));
  });
}

export function has(words: readonly string[], phrases: readonly string[]): boolean {
  return lastIndexOf(words, phrases) >= 0;
}

/** How many of these words, in this order, with anything between them: "block … card". The best phrase counts. */
export function bestCover(words: readonly string[], phrases: readonly string[]): number {
  const covered = phrases.map((phrase) => phrase.split(' '));
  return Math.max(0, ...covered.map((phrase) => (coverOf(words, phrase) ? phrase.length : 0)));
}

/** Undefined where a word of the phrase is missing; `whole` when nothing stands between them. */
export function coverOf(
  words: readonly string[],
  phrase: readonly string[],
): { readonly whole: boolean } | undefined {
  if (lastOf(words, phrase) >= 0) return { whole: true };
  return covers(words, phrase) ? { whole: false } : undefined;
}

function lastOf(words: readonly string[], phrase: readonly string[]): number {
  for (let at = words.length - phrase.length; at >= 0; at--)
    if (phrase.every((word, i) => same(words[at + i] ?? '', word))) return at;
  return -1;
}

/** The words in their order, and not further apart than one breath. */
function covers(words: readonly string[], phrase: readonly string[]): boolean {
  return words.some((word, start) => {
    if (!same(word, phrase[0] ?? '')) return false;
    const near = words.slice(start, start + phrase.length + MOST_BETWEEN);
    let found = 0;
    for (const one of near) if (found < phrase.length && same(one, phrase[found] ?? '')) found++;
    return found === phrase.length;
  });
}

/** One slip in words of five letters or more, two from ten on; short words must be right. */
function same(heard: string, meant: string): boolean {
  if (heard === meant) return true;
  const allowed = meant.length >= 10 ? 2 : meant.length >= 5 ? 1 : 0;
  return allowed > 0 && heard[0] === meant[0] && distance(heard, meant, allowed) <= allowed;
}

/** Letters to change, swap, add or leave out; `limit + 1` when there are more. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      next.push(best);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
