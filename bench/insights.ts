/** How many spoken questions about the calls become the right query: `node bench/insights.ts [--set unseen] [--every 4] [--errors]`. */
import { parseArgs } from 'node:util';
import { INSIGHTS_PHRASEBOOK } from '#agents/agent.ts';
import { agents } from '#agents/registry.ts';
import { readAcousticModel } from '#engine/acoustics/acoustic-model.ts';
import { acousticModelFolder } from '#engine/acoustics/model-files.ts';
import { createRecognizer } from '#engine/decoder/recognizer.ts';
import { described } from '#engine/insights/described.ts';
import type { Question } from '#engine/insights/question.ts';
import { questionsIn } from '#engine/insights/questions.ts';
import type { Asked } from '#engine/insights/asked.ts';
import { FRESH } from '#engine/insights/fresh-questions.ts';
import { inOrder, understood } from '#engine/insights/meaning.ts';
import { NEWEST } from '#engine/insights/newest-questions.ts';
import { PRACTISED } from '#engine/insights/practised-questions.ts';
import { SIXTY } from '#engine/insights/sixty-questions.ts';
import { UNSEEN } from '#engine/insights/unseen-questions.ts';
import { languageFiles } from '#engine/language/language-files.ts';
import { joinPhrasebooks, makeLanguages } from '#engine/language/languages.ts';
import { spokenText } from '#engine/speech/spoken-text.ts';
import { quietMargins } from './words/listening.ts';
import { findVoices } from './words/voices.ts';

const { values: options } = parseArgs({
  options: {
    /** Which questions: the sixty, or those of other wordings. */
    set: { type: 'string', default: 'sixty' },
    /** Only every so-manieth question. */
    every: { type: 'string', default: '1' },
    voice: { type: 'string' },
    /** Prints what was misheard. */
    errors: { type: 'boolean', default: false },
  },
});

const LEAST = 0.85;
const topic = { for: 'topic', topic: 'insights' } as const;
const phrasebook = joinPhrasebooks([
  ...agents.map((agent) => agent.phrasebook),
  INSIGHTS_PHRASEBOOK,
]);
const languages = makeLanguages(phrasebook, languageFiles());
const acousticModel = readAcousticModel(acousticModelFolder());
const recognizer = createRecognizer({ acousticModel, languages });

/** Questions with what they lean on, in words: only the question itself is spoken. */
const SETS: Readonly<Record<string, readonly Asked[]>> = {
  sixty: SIXTY,
  practised: PRACTISED,
  unseen: UNSEEN,
  fresh: FRESH,
  newest: NEWEST,
};
const questions = SETS[options.set];
if (questions === undefined) throw new Error(`--set is one of ${Object.keys(SETS).join(', ')}`);
const asked = questions.map((one, n) => ({ ...one, before: one.leans ? leansOn(n) : undefined }));
const { voices } = await findVoices();
let right = 0;
let all = 0;
for (const voice of voices) {
  if (options.voice !== undefined && !voice.name.includes(options.voice)) continue;
  const stream = recognizer.open();
  let rightHere = 0;
  let here = 0;
  for (const [n, question] of asked.entries()) {
    if (n % Number(options.every) !== 0) continue;
    stream.start(topic);
    stream.push(quietMargins(voice.speak(spokenText(question.says)), n));
    const { text } = stream.finish();
    const got =
      options.set === 'sixty'
        ? questionsIn(text, question.before).map(described)
        : understood(text, question.before).means;
    // Dates and numbers are the same in words.
    const isRight =
      options.set === 'sixty'
        ? sameMeaning(got, question.means)
        : got.join() === question.means.map(inOrder).join();
    here += 1;
    if (isRight) rightHere += 1;
    else if (options.errors)
      process.stdout.write(
        `  ${question.says}\n    heard: ${text}\n    ${got.join(' | ')}\n    ${question.means.join(' | ')}\n`,
      );
  }
  const apart = voice.natural ? '' : ' (a formant voice: nobody speaks so, and it does not count)';
  process.stdout.write(`${voice.name}: ${rightHere} of ${here}${apart}\n`);
  if (!voice.natural) continue;
  right += rightHere;
  all += here;
}
process.stdout.write(
  `right: ${((100 * right) / all).toFixed(1)} % of ${all} (at least ${LEAST * 100} %)\n`,
);
if (right / all < LEAST) process.exitCode = 1;

function leansOn(place: number): Question | undefined {
  const earlier: Asked[] = [];
  for (let n = place - 1; n >= 0; n -= 1) {
    const one = questions?.[n];
    if (one === undefined) break;
    earlier.unshift(one);
    if (!one.leans) break;
  }
  let before: Question | undefined;
  for (const one of earlier) before = questionsIn(one.says, before).at(-1) ?? before;
  return before;
}

function sameMeaning(got: readonly string[], means: readonly string[]): boolean {
  return JSON.stringify(got.map(inWords)) === JSON.stringify(means.map(inWords));
}

/** Periods are compared as they are heard: "30" is "thirty", and "for the last …" is "the last …". */
function inWords(description: string): string {
  return description.replace(/period="?(?:for|in|over|of|during|on) /, 'period="').replaceAll(
    /period="?([^"=]*?)"?(?= \w+=|$)/g,
    (_, words: string) =>
      `period=${spokenText(words)
        .toLowerCase()
        .replaceAll(/[^a-z ]/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim()}`,
  );
}
