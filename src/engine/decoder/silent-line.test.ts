import { afterAll, expect, test } from 'vitest';
import { Resampler } from '#audio/resampler.ts';
import { readAcousticModel } from '#engine/acoustics/acoustic-model.ts';
import { acousticModelFolder } from '#engine/acoustics/model-files.ts';
import { languageFiles } from '#engine/language/language-files.ts';
import { makeLanguages } from '#engine/language/languages.ts';
import type { Expectation } from '#engine/recognizer.ts';
import { createSynthesizer } from '#engine/speech/flite-synthesizer.ts';
import { createRecognizer } from './recognizer.ts';

const recognizer = createRecognizer({
  acousticModel: readAcousticModel(acousticModelFolder()),
  languages: makeLanguages(
    { phrases: ['my card was stolen', 'i lost my card', 'can i block my card'], classes: {} },
    { ...languageFiles(), cache: undefined, generalModel: undefined },
  ),
});
const synthesizer = createSynthesizer();
afterAll(() => synthesizer.close());

/** What the ears keep of the time before somebody speaks: 320 ms. */
const BEFORE_SAMPLES = 5120;

async function say(text: string, voice: string): Promise<Int16Array> {
  const resampler = new Resampler(24_000, 16_000);
  const samples: number[] = Array.from({ length: BEFORE_SAMPLES }, () => 0);
  const { signal } = new AbortController();
  for await (const clause of synthesizer.speak(text, { voice, speed: 1, signal }))
    samples.push(...resampler.push(clause.samples));
  return Int16Array.from(samples);
}

/** A noise gate, or a recording that calls: between words there is nothing, to the last bit. */
test.each<[string, string, Expectation]>([
  ['my card was stolen', 'awb', { for: 'open' }],
  ['four eight two nine', 'awb', { for: 'digits', count: 4 }],
  ['my card was stolen', 'kal16', { for: 'open' }],
  ['yes please', 'awb', { for: 'yes-no' }],
  ['yes', 'rms', { for: 'yes-no' }],
  ['no', 'awb', { for: 'yes-no' }],
])(
  '"%s" (%s) is heard without a word before it on a line that is perfectly silent',
  async (text, voice, expectation) => {
    const stream = recognizer.open();
    stream.start(expectation);
    stream.push(await say(text, voice));
    const heard = stream.finish();
    expect(heard).toMatchObject({ text, rejected: false });
  },
);
