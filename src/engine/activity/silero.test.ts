import { describe, expect, test } from 'vitest';
import { haveRecordings, recording } from '#engine/recordings.ts';
import { readOnnxWeights } from './onnx.ts';
import { loadSileroModel, readSileroModel } from './silero-model.ts';
import { FRAME_SAMPLES, Silero } from './silero.ts';
import { hum, melody, pinkNoise } from './sounds.ts';

const model = loadSileroModel();
const SECOND = 16_000;

function probabilities(samples: Int16Array, vad = new Silero(model)): number[] {
  return Array.from({ length: Math.floor(samples.length / FRAME_SAMPLES) }, (_, i) =>
    vad.probability(samples.subarray(i * FRAME_SAMPLES, (i + 1) * FRAME_SAMPLES)),
  );
}

function shareAbove(threshold: number, samples: Int16Array): number {
  const all = probabilities(samples);
  return all.filter((p) => p > threshold).length / all.length;
}

test.each([
  ['silence', new Int16Array(10 * SECOND)],
  ['a faint hiss', pinkNoise(10 * SECOND, 30)],
  ['loud pink noise', pinkNoise(10 * SECOND, 3000)],
  ['mains hum', hum(10 * SECOND, 50, 4000)],
  ['a steady tone', hum(10 * SECOND, 440, 8000)],
  ['a melody', melody(10 * SECOND)],
])('nobody speaks in %s', (_name, samples) => {
  expect(shareAbove(0.5, samples)).toBeLessThan(0.03);
});

describe.skipIf(!haveRecordings)('in recordings of people (skipped without them)', () => {
  test.each(['ps_goforward', 'ps_lv0870', 'ps_lv0930', 'ms_weather', 'ms_pass1', 'df_today'])(
    'somebody speaks in %s, and is heard soon',
    (name) => {
      const speech = recording(`commands/${name}.wav`);
      expect(shareAbove(0.5, speech)).toBeGreaterThan(0.5);
    },
  );

  test('whoever falls silent is no longer heard after a tenth of a second', () => {
    const speech = recording('commands/ps_lv0930.wav');
    const then = new Int16Array(speech.length + SECOND);
    then.set(speech);
    expect(
      probabilities(then)
        .slice(-28)
        .filter((p) => p > 0.35),
    ).toEqual([]);
  });

  test('two callers do not hear each other', () => {
    const [one, other] = [
      recording('commands/ps_goforward.wav'),
      recording('commands/ms_pass1.wav'),
    ];
    const [first, second] = [new Silero(model), new Silero(model)];
    const mixed: number[] = [];
    for (let at = 0; at + FRAME_SAMPLES <= one.length; at += FRAME_SAMPLES) {
      mixed.push(first.probability(one.subarray(at, at + FRAME_SAMPLES)));
      second.probability(other.subarray(at, at + FRAME_SAMPLES));
    }
    expect(mixed).toEqual(probabilities(one));
  });

  test('a forgetful ear hears as for the first time', () => {
    const speech = recording('commands/ps_goforward.wav');
    const vad = new Silero(model);
    const before = probabilities(speech, vad);
    vad.reset();
    expect(probabilities(speech, vad)).toEqual(before);
  });
});

test('a file that is not the model says so', () => {
  expect(() => readOnnxWeights(Uint8Array.of(0x3a, 99, 1))).toThrow('cut off');
  expect(() => readOnnxWeights(Uint8Array.of(0x3f, 1))).toThrow('not an ONNX file');
  expect(() => readSileroModel(new Uint8Array())).toThrow('no proper decoder.rnn.bias_ih');
});
