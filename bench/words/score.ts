/** Word error rate: how many words are wrong, missing or too many, for each word that was said. */

export interface Score {
  readonly words: number;
  readonly errors: number;
  /** Utterances with no error at all. */
  readonly whole: number;
  readonly utterances: number;
}

const NOTHING: Score = { words: 0, errors: 0, whole: 0, utterances: 0 };

/** Spellings of the same words; hesitations are no words. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/\bok\b/g, 'okay'],
  [/\balright\b/g, 'all right'],
  [/\bany more\b/g, 'anymore'],
  [/\bmr\b/g, 'mister'],
  [/\b(?:uh|um|er|hmm)\b/g, ''],
];

/** The fewest substitutions, deletions and insertions that turn what was said into what was heard. */
export function score(said: string, heard: string): Score {
  const reference = normalise(said);
  const hypothesis = normalise(heard);
  let row = hypothesis.map((_, j) => j + 1);
  row.unshift(0);
  for (const [i, word] of reference.entries()) {
    const next = [i + 1];
    for (const [j, other] of hypothesis.entries()) {
      const replaced = (row[j] ?? 0) + (word === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  const errors = row.at(-1) ?? 0;
  return { words: reference.length, errors, whole: errors === 0 ? 1 : 0, utterances: 1 };
}

export function sum(scores: readonly Score[]): Score {
  return scores.reduce(
    (all, one) => ({
      words: all.words + one.words,
      errors: all.errors + one.errors,
      whole: all.whole + one.whole,
      utterances: all.utterances + one.utterances,
    }),
    NOTHING,
  );
}

/** Per cent. */
export function wordErrorRate({ words, errors }: Score): number {
  return (100 * errors) / Math.max(words, 1);
}

function normalise(text: string): readonly string[] {
  const same = SAME.reduce((all, [from, to]) => all.replaceAll(from, to), text.toLowerCase());
  return same.split(/\s+/).filter((word) => word !== '');
}
