/** Live transcription: of a hypothesis that may still change, the words that may be shown already. Pure. */

export interface Shown {
  /** Words that went out; they are never taken back. */
  readonly sent: readonly string[];
  /** The hypothesis before. */
  readonly last: readonly string[];
}

export const NOTHING_SHOWN: Shown = { sent: [], last: [] };

/** A word is stable once another follows it, or once it was there twice. */
export function show(shown: Shown, text: string): [next: Shown, delta: string] {
  const words = split(text);
  let stable = Math.max(0, words.length - 1);
  if (words.length > 0 && words.at(-1) === shown.last[words.length - 1]) stable = words.length;
  return advance(shown, words, stable);
}

/** The turn is over: the rest of the words, unless they contradict what was shown. */
export function showRest(shown: Shown, text: string): string {
  const words = split(text);
  return advance(shown, words, words.length)[1];
}

function advance(
  shown: Shown,
  words: readonly string[],
  stable: number,
): [next: Shown, delta: string] {
  const agrees = shown.sent.every((word, i) => word === words[i]);
  if (!agrees || stable <= shown.sent.length) return [{ ...shown, last: words }, ''];
  const fresh = words.slice(shown.sent.length, stable).join(' ');
  const delta = shown.sent.length === 0 ? fresh : ` ${fresh}`;
  return [{ sent: words.slice(0, stable), last: words }, delta];
}

function split(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}
