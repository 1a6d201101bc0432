/** How much of an answer was heard: the audio cut at the sample, the words cut with it. Pure. */
const SAMPLES_PER_MS = 24;

/** One clause of an answer: its words, and how many samples (24 kHz) it takes to say them. */
export interface SpokenLength {
  readonly text: string;
  readonly samples: number;
}

export function lengthMs(clauses: readonly SpokenLength[]): number {
  return Math.floor(clauses.reduce((sum, { samples }) => sum + samples, 0) / SAMPLES_PER_MS);
}

/** The clauses as far as they were heard. A word counts when its end was reached. */
export function heardOf(clauses: readonly SpokenLength[], heardMs: number): SpokenLength[] {
  let left = heardMs * SAMPLES_PER_MS;
  const heard: SpokenLength[] = [];
  for (const clause of clauses) {
    if (left <= 0) break;
    heard.push(
      clause.samples <= left
        ? clause
        : { text: wordsWithin(clause.text, left / clause.samples), samples: Math.floor(left) },
    );
    left -= clause.samples;
  }
  return heard;
}

/** Speech runs at an even pace over letters, nearly: good to about a word. */
function wordsWithin(text: string, part: number): string {
  const reached = text.trimEnd().length * part;
  let end = 0;
  for (const word of text.matchAll(/\S+/g)) {
    const wordEnd = word.index + word[0].length;
    if (wordEnd > reached) break;
    end = wordEnd;
  }
  return text.slice(0, end);
}
