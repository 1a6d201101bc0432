import { expect, test } from 'vitest';
import { readAcousticModel } from './acoustic-model.ts';
import { densityTable } from './density-table.ts';
import { FEATURES } from './features.ts';
import { CEPSTRA } from './mel.ts';
import { acousticModelFolder } from './model-files.ts';
import { SenoneScores } from './senone-scores.ts';
import { spokenStates, spokenWord } from './spoken-states.ts';

const model = readAcousticModel(acousticModelFolder());
const scores = new SenoneScores(model, densityTable(model.gaussians));
const word = spokenWord(
  model,
  ['N', 'AY', 'N'].map((name) => model.phones.numberOf(name)),
  model.phones.silence,
  model.phones.silence,
);

/** The densities that a senone trusts most, as a sound. */
function soundOf(senone: number): Float32Array {
  const { streams, densities, means } = model.gaussians;
  const codebook = model.phones.codebookOf[senone] ?? 0;
  const features = new Float32Array(FEATURES);
  for (let stream = 0; stream < streams; stream++) {
    const row = (senone * streams + stream) * densities;
    const weights = model.mixtureWeights.subarray(row, row + densities);
    const density =
      (codebook * streams + stream) * densities + weights.indexOf(Math.min(...weights));
    features.set(means.subarray(density * CEPSTRA, (density + 1) * CEPSTRA), stream * CEPSTRA);
  }
  return features;
}

test('each frame of a word is found in the state it was spoken in', () => {
  const said = word.senones.flatMap((senone) => [senone, senone, senone, senone]);
  const { senones, score } = spokenStates(model, scores, word, said.length, (frame) =>
    soundOf(said[frame] ?? 0),
  );
  expect(Number.isFinite(score)).toBe(true);
  const right = senones.filter((senone, frame) => senone === said[frame]).length;
  expect(right).toBeGreaterThan(0.8 * said.length);
  expect(senones[0]).toBe(word.senones[0]);
  expect(senones.at(-1)).toBe(word.senones.at(-1));
});

test('a sound that is shorter than the word was another word', () => {
  const { score } = spokenStates(model, scores, word, 5, () => soundOf(word.senones[0] ?? 0));
  expect(score).toBe(-Infinity);
});
