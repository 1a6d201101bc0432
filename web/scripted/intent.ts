/** What a typed sentence is about, by its words alone: for a page that has nobody to ask. */

export interface Subject {
  readonly id: string;
  /** Whatever is said about this subject, or said by callers who have it. */
  readonly texts: readonly string[];
}

/** Words that every subject has. */
const EMPTY = new Set(
  `a an and any are as at be been but by can could did do does for from get got had has have help how i if in is it
  me my of on or our please so some than that the their them there they this to up us was we what when which will
  with would you your luna hello hi thanks thank yes no not am want need like`.split(/\s+/),
);
/** Below this the words say too little. */
const LEAST_SCORE = 0.5;
/** The best must be better than the second by this factor. */
const CLEARLY = 1.15;

/** Undefined where nothing fits, or two things fit equally well. */
export function intentOf(text: string, subjects: readonly Subject[]): string | undefined {
  const words = new Set(wordsOf(text));
  const known = subjects.map(({ id, texts }) => ({ id, words: new Set(texts.flatMap(wordsOf)) }));
  const scored = known
    .map((subject) => ({
      id: subject.id,
      score: sum([...words].map((word) => (subject.words.has(word) ? weight(word, known) : 0))),
    }))
    .toSorted((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (best === undefined || best.score < LEAST_SCORE) return undefined;
  return second !== undefined && best.score < second.score * CLEARLY ? undefined : best.id;
}

/** The fewer subjects have a word, the more it tells: 1 for a word of one subject only. */
function weight(word: string, known: readonly { words: ReadonlySet<string> }[]): number {
  return 1 / known.filter(({ words }) => words.has(word)).length;
}

/** Lower case, without endings that do not change the subject. */
function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[a-z]+/g) ?? [])
    .filter((word) => !EMPTY.has(word))
    .map((word) => (word.length > 4 ? word.replace(/(?:ing|ed|es|s)$/, '') : word));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
