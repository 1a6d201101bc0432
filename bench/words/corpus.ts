/** The test sentences: what callers answer to each kind of question, and people's own recordings. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mixDown, readWav } from '#audio/wav.ts';
import type { Expectation } from '#engine/recognizer.ts';

export interface Sentence {
  readonly text: string;
  readonly expectation: Expectation;
}

export interface Recording extends Sentence {
  readonly file: string;
  /** Recordings of one person have names that begin alike: `digits/fsdd_george`. */
  readonly speaker: string;
  readonly samples: Int16Array;
}

const ANSWERS: readonly { readonly file: string; readonly expectation: Expectation }[] = [
  { file: 'open.txt', expectation: { for: 'open' } },
  { file: 'digits.txt', expectation: { for: 'digits', count: 4 } },
  { file: 'dates.txt', expectation: { for: 'date' } },
  { file: 'amounts.txt', expectation: { for: 'amount' } },
  { file: 'yes-no.txt', expectation: { for: 'yes-no' } },
];

/** Each answered with the language model of the question it belongs to. */
export function inDomain(): readonly Sentence[] {
  return ANSWERS.flatMap(({ file, expectation }) =>
    lines(file).map((text) => ({ text, expectation })),
  );
}

/** Settings of the recogniser are chosen by one half of the sentences and reported for the other. */
export function halfOf(text: string): 'tuning' | 'test' {
  return (createHash('sha256').update(text).digest().readUInt8() & 1) === 1 ? 'tuning' : 'test';
}

/** Said in words nobody put into a phrasebook. */
export function paraphrases(): readonly Sentence[] {
  return lines('paraphrases.txt').map((text) => ({ text, expectation: { for: 'open' } }));
}

/** Where the shared recordings of people lie, if they do. */
const SPEECH = join(import.meta.dirname, '../../../shared/data/speech');

/** @returns undefined where the recordings are absent. */
export function humanRecordings(): readonly Recording[] | undefined {
  const manifest = join(SPEECH, 'manifest.tsv');
  if (!existsSync(manifest)) return undefined;
  const rows = readFileSync(manifest, 'utf8').trim().split('\n').slice(1);
  return rows.map((row) => {
    const [file = '', text = ''] = row.split('\t');
    const read = readWav(readFileSync(join(SPEECH, file)), { rateHz: 16_000 });
    if (!read.ok) throw new Error(`${file}: ${read.why}`);
    const expectation: Expectation = file.startsWith('digits/')
      ? { for: 'digits', count: 4 }
      : { for: 'open' };
    const [speaker = file] = /^.*?_[a-z]+/.exec(file) ?? [];
    return { file, speaker, text, expectation, samples: mixDown(read.wav) };
  });
}

function lines(file: string): readonly string[] {
  return readFileSync(join(import.meta.dirname, file), 'utf8')
    .trim()
    .split('\n');
}
