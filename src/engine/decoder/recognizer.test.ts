import { describe, expect, test } from 'vitest';
import { readAcousticModel } from '#engine/acoustics/acoustic-model.ts';
import { acousticModelFolder } from '#engine/acoustics/model-files.ts';
import { languageFiles } from '#engine/language/language-files.ts';
import { makeLanguages } from '#engine/language/languages.ts';
import { haveRecordings, recording } from '#engine/recordings.ts';
import type { Expectation, Hypothesis, RecognizerStream } from '#engine/recognizer.ts';
import { createRecognizer } from './recognizer.ts';

/** Twenty milliseconds, as a call brings them. */
const PIECE = 320;
const DIGITS: Expectation = { for: 'digits', count: 4 };
const OPEN: Expectation = { for: 'open' };

const phrasebook = {
  phrases: ['go forward ten meters', 'i lost my card', 'please block my credit card'],
  classes: {},
};
const recognizer = createRecognizer({
  acousticModel: readAcousticModel(acousticModelFolder()),
  // No general model and no cache: the phrases above and nothing else.
  languages: makeLanguages(phrasebook, {
    ...languageFiles(),
    cache: undefined,
    generalModel: undefined,
  }),
});

function hear(
  stream: RecognizerStream,
  samples: Int16Array,
  expectation: Expectation,
  onPiece: (partial: Hypothesis) => void = () => {},
): Hypothesis {
  stream.start(expectation);
  for (let at = 0; at < samples.length; at += PIECE) {
    stream.push(samples.subarray(at, at + PIECE));
    onPiece(stream.partial());
  }
  return stream.finish();
}

describe.skipIf(!haveRecordings)('a caller on a headset (recordings beside the project)', () => {
  test('is understood in a sentence', () => {
    const { text, rejected } = hear(
      recognizer.open(),
      recording('commands/ps_goforward.wav'),
      OPEN,
    );
    expect(text).toBe('go forward ten meters');
    expect(rejected).toBe(false);
  });

  test('reads four digits and is understood', () => {
    const { text } = hear(recognizer.open(), recording('digits/msh_evmaki_7.wav'), DIGITS);
    expect(text).toBe('eight four one two');
  });

  test('sees the words one after the other, none before it is said', () => {
    const samples = recording('digits/msh_evmaki_4.wav');
    const counts: number[] = [];
    const { words } = hear(recognizer.open(), samples, DIGITS, ({ words: sofar }) =>
      counts.push(sofar.length),
    );
    expect(Math.max(...counts)).toBeLessThanOrEqual(5);
    expect(new Set(counts).size).toBeGreaterThan(2);
    let last = 0;
    for (const { startMs, endMs, confidence } of words) {
      expect(startMs).toBeGreaterThanOrEqual(last);
      expect(endMs).toBeGreaterThan(startMs);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
      last = endMs;
    }
    expect(last).toBeLessThanOrEqual(samples.length / 16);
  });

  test('gets the same answer however the sound is cut into pieces', () => {
    const samples = recording('digits/msh_evmaki_2.wav');
    const whole = recognizer.open();
    whole.start(DIGITS);
    whole.push(samples);
    expect(whole.finish()).toEqual(hear(recognizer.open(), samples, DIGITS));
  });

  test('who speaks of something else is asked again', () => {
    const foreign = hear(recognizer.open(), recording('commands/ps_lv0870.wav'), DIGITS);
    const own = hear(recognizer.open(), recording('digits/msh_evmaki_7.wav'), DIGITS);
    expect(foreign.rejected).toBe(true);
    expect(own.rejected).toBe(false);
    expect(own.confidence).toBeGreaterThan(foreign.confidence);
  });

  test('is understood as well in a later utterance as in the first', () => {
    const stream = recognizer.open();
    for (const name of ['digits/msh_evmaki_0.wav', 'commands/ps_goforward.wav'])
      hear(stream, recording(name), DIGITS);
    const { text } = hear(stream, recording('digits/msh_evmaki_7.wav'), DIGITS);
    expect(text).toBe('eight four one two');
  });
});

test('silence is no words, and is not acted on', () => {
  const hiss = Int16Array.from({ length: 16_000 }, (_, i) => ((i * 7919) % 7) - 3);
  const { text, words, rejected } = hear(recognizer.open(), hiss, OPEN);
  expect({ text, words }).toEqual({ text: '', words: [] });
  expect(rejected).toBe(true);
});

test('no sound at all is no words', () => {
  const stream = recognizer.open();
  stream.start(OPEN);
  expect(stream.partial().text).toBe('');
  expect(stream.finish().text).toBe('');
});

test('noise without a pause leaves the memory as it was', () => {
  const stream = recognizer.open();
  const second = Int16Array.from({ length: 16_000 }, (_, i) => ((i * 7919) % 4001) - 2000);
  stream.start(DIGITS);
  stream.push(second);
  const before = process.memoryUsage().arrayBuffers;
  for (let i = 0; i < 12; i++) stream.push(second);
  stream.finish();
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(15_000_000);
});
