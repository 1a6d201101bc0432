/** Looks for phrases in a text, each once, and takes out what was found. Pure. */
import type { Phrases } from './vocabulary.ts';

/** Small letters, plain apostrophes, no punctuation but commas between words. */
export function plain(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/\bweek days?\b/g, (days) => days.replace(' ', ''))
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/(?<=\d)(?=th\b)|[?!.;:"]+(?=\s|$)|,+$|[()]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Every one that is said, in the order in which they are said. */
export function all(text: string, phrases: Phrases): { names: string[]; rest: string } {
  const found: { name: string; at: number }[] = [];
  let rest = text;
  for (const [name, phrase] of phrases) {
    const match = phrase.exec(rest);
    if (match === null) continue;
    found.push({ name, at: match.index });
    // Blanks of the same length, so that places stay what they are.
    rest = blanked(rest, match.index, match.index + match[0].length);
  }
  return { names: found.toSorted((a, b) => a.at - b.at).map(({ name }) => name), rest };
}

export function first(text: string, phrases: Phrases): { name: string | undefined; rest: string } {
  for (const [name, phrase] of phrases) {
    const match = phrase.exec(text);
    if (match !== null)
      return { name, rest: blanked(text, match.index, match.index + match[0].length) };
  }
  return { name: undefined, rest: text };
}

export function blanked(text: string, start: number, end: number): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}
