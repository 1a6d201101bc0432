import { expect, test } from 'vitest';
import { readAcousticModel } from './acoustic-model.ts';
import { NARROW_BANDS } from './line-width.ts';
import { acousticModelFolder } from './model-files.ts';
import { LOST_BANDS, speechPrior } from './speech-prior.ts';

const { slopes, components } = speechPrior(readAcousticModel(acousticModelFolder()));

/** How far the lost band rises when all that a telephone carries is louder by 1. */
function rise(component: number, lost: number): number {
  const from = (component * LOST_BANDS + lost) * NARROW_BANDS;
  return slopes.subarray(from, from + NARROW_BANDS).reduce((sum, slope) => sum + slope, 0);
}

test('what a telephone loses is louder where the rest of the sound is louder', () => {
  const rises = Array.from({ length: components }, (_, component) => rise(component, 0));
  const plausible = rises.filter((value) => value > 0.3 && value < 1.7);
  expect(plausible.length).toBeGreaterThan(0.8 * components);
});

/** How much one band tells of the first lost one, summed over all kinds of sound. */
function weightOf(band: number): number {
  return Array.from({ length: components }, (_, component) =>
    Math.abs(slopes[component * LOST_BANDS * NARROW_BANDS + band] ?? 0),
  ).reduce((sum, weight) => sum + weight, 0);
}

test('the highest band that is heard tells more of its lost neighbour than the lowest does', () => {
  expect(weightOf(NARROW_BANDS - 1)).toBeGreaterThan(2 * weightOf(0));
});
