/** How well and how fast the recogniser hears: `node bench/words.ts [--quick] [--errors] [--only open]`. */
import { parseArgs } from 'node:util';
import { readAcousticModel } from '#engine/acoustics/acoustic-model.ts';
import { acousticModelFolder } from '#engine/acoustics/model-files.ts';
import { createRecognizer } from '#engine/decoder/recognizer.ts';
import { languageFiles } from '#engine/language/language-files.ts';
import { joinPhrasebooks, makeLanguages } from '#engine/language/languages.ts';
import type { Phrasebook, Recognizer } from '#engine/recognizer.ts';
import { CONDITIONS } from './words/conditions.ts';
import { halfOf, humanRecordings, inDomain, paraphrases, type Sentence } from './words/corpus.ts';
import { type Heard, listen, memoryOfStreams, quietMargins } from './words/listening.ts';
import { ALL_PHRASES } from './words/phrasebooks.ts';
import { errorTable, type Result, speedTable } from './words/report.ts';
import { findVoices } from './words/voices.ts';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    /** Only every so-manieth sentence. */
    every: { type: 'string' },
    /** `tuning` for the sentences that settings may be chosen by, `test` for those they may not. */
    half: { type: 'string' },
    /** Prints what was misheard. */
    errors: { type: 'boolean', default: false },
    /** One set: domain, open, paraphrases or people. */
    only: { type: 'string' },
    voice: { type: 'string' },
    /** Leaves out the voices that are not in the totals. */
    counted: { type: 'boolean', default: false },
    condition: { type: 'string' },
  },
});
const every = Number(options.every ?? (options.quick ? 6 : 1));

const DOMAIN = 'in-domain, domain model';
const OPEN = 'in-domain, open model';
const PARAPHRASES = 'paraphrases, open model';
const TARGETS = [
  { set: DOMAIN, condition: 'clean', atMost: 3 },
  { set: OPEN, condition: 'clean', atMost: 3 },
  { set: DOMAIN, condition: '20 dB pink', atMost: 10 },
  { set: OPEN, condition: '20 dB pink', atMost: 10 },
  { set: PARAPHRASES, condition: 'clean', atMost: 15 },
  { set: 'people: digits, 16 kHz', condition: 'as recorded', atMost: 2.5 },
  { set: 'people: commands, open model', condition: 'as recorded', atMost: 25 },
  { set: 'people: commands, phrases known', condition: 'as recorded', atMost: 4.2 },
];

const begun = performance.now();
const cpuBegun = process.cpuUsage();
const acousticModel = readAcousticModel(acousticModelFolder());
const open = recognizer(ALL_PHRASES, languageFiles().generalModel);
open.open();
const startMs = performance.now() - begun;
const { user, system } = process.cpuUsage(cpuBegun);

function recognizer(phrasebook: Phrasebook, generalModel: string | undefined): Recognizer {
  const languages = makeLanguages(phrasebook, { ...languageFiles(), generalModel });
  return createRecognizer({ acousticModel, languages });
}

async function synthetic(): Promise<readonly Result[]> {
  const { voices, absent } = await findVoices();
  const chosen = voices
    .filter(({ name }) => name.startsWith(options.voice ?? ''))
    .filter(({ natural }) => natural || !options.counted);
  print(`voices: ${chosen.map(({ name }) => name).join(', ')} (espeak is not in the totals)`);
  for (const reason of absent) print(`skipped: ${reason}`);
  const domain = recognizer(ALL_PHRASES, undefined);
  const sets = [
    { set: DOMAIN, key: 'domain', ear: domain, sentences: inDomain() },
    { set: OPEN, key: 'open', ear: open, sentences: inDomain() },
    { set: PARAPHRASES, key: 'paraphrases', ear: open, sentences: paraphrases() },
  ];
  return sets
    .filter(({ key }) => (options.only ?? key) === key)
    .flatMap(({ set, ear, sentences }) =>
      CONDITIONS.filter(({ name }) => name.startsWith(options.condition ?? '')).flatMap(
        ({ name: condition, change }) =>
          chosen.map((voice): Result => {
            const spoken = thinned(sentences).map((sentence, seed) => ({
              ...sentence,
              // Noise does not begin with the speech: the pauses get it too.
              samples: change(quietMargins(voice.speak(sentence.text), seed), seed),
            }));
            const heard = listen(ear, spoken);
            showErrors(`${voice.name}, ${condition}`, heard);
            return { set, condition, voice: voice.name, counted: voice.natural, heard };
          }),
      ),
    );
}

function people(): readonly Result[] {
  const recordings = humanRecordings();
  if (recordings === undefined) {
    print('skipped: recordings of people (../shared/data/speech is absent)');
    return [];
  }
  const commands = recordings.filter(({ file }) => file.startsWith('commands/'));
  const known = { phrases: commands.map(({ text }) => text), classes: {} };
  const withPhrases = recognizer(
    joinPhrasebooks([ALL_PHRASES, known]),
    languageFiles().generalModel,
  );
  const sets = [
    { set: 'people: digits, 16 kHz', ear: open, prefix: 'digits/msh' },
    { set: 'people: digits, 8 kHz', ear: open, prefix: 'digits/fsdd' },
    { set: 'people: commands, open model', ear: open, prefix: 'commands/' },
    { set: 'people: commands, phrases known', ear: withPhrases, prefix: 'commands/' },
  ];
  return sets.map(({ set, ear, prefix }) => {
    const heard = listen(
      ear,
      recordings
        .filter(({ file }) => file.startsWith(prefix))
        .map((spoken, i) => ({ ...spoken, samples: quietMargins(spoken.samples, i) })),
    );
    showErrors(set, heard);
    return { set, condition: 'as recorded', voice: 'people', counted: true, heard };
  });
}

function thinned(sentences: readonly Sentence[]): readonly Sentence[] {
  return sentences
    .filter(({ text }) => options.half === undefined || options.half === halfOf(text))
    .filter((_, i) => i % every === 0);
}

function showErrors(where: string, heard: readonly Heard[]): void {
  if (!options.errors) return;
  for (const { said, text, score, confidence, rejected } of heard)
    if (score.errors > 0)
      print(
        `${where}: ${said}\n   heard: ${text}  (${confidence.toFixed(2)}${rejected ? ', rejected' : ''})`,
      );
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const results = [
  ...(options.only === 'people' ? [] : await synthetic()),
  ...((options.only ?? 'people') === 'people' ? people() : []),
];
print(`\n${errorTable(results, TARGETS)}\n`);
print(speedTable(results, { [DOMAIN]: 0.15, [OPEN]: 0.25, [PARAPHRASES]: 0.25 }));
const cpuMs = (user + system) / 1000;
print(`\nstart: ${startMs.toFixed(0)} ms (processor ${cpuMs.toFixed(0)} ms), target ≤ 1000`);
print(`memory of a stream: ${(await memoryOfStreams(open, 32)).toFixed(1)} MB, target ≤ 15`);
