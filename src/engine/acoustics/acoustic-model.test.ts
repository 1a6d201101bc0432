import { expect, test } from 'vitest';
import { readAcousticModel } from './acoustic-model.ts';
import { acousticModelFolder } from './model-files.ts';

const { phones, gaussians, mixtureWeights, stay, advance } =
  readAcousticModel(acousticModelFolder());

test('the model has the shape its makers describe', () => {
  expect(phones.names).toHaveLength(42);
  expect(phones.senoneCount).toBe(5126);
  expect(gaussians).toMatchObject({ codebooks: 42, streams: 3, densities: 128, dimensions: 13 });
  expect(mixtureWeights).toHaveLength(5126 * 3 * 128);
});

test('silence and the two noises are no speech', () => {
  const fillers = phones.names.filter((_, phone) => phones.isFiller[phone]);
  expect(fillers).toEqual(['+NSN+', '+SPN+', 'SIL']);
  expect(phones.names[phones.silence]).toBe('SIL');
});

test('every senone belongs to the codebook of its phone', () => {
  const aa = phones.numberOf('AA');
  const card = phones.triphone(aa, phones.numberOf('K'), phones.numberOf('R'), 'inside');
  expect(card).toBeGreaterThan(phones.names.length);
  for (const senone of phones.senones.subarray(3 * card, 3 * card + 3))
    expect(phones.codebookOf[senone]).toBe(aa);
});

test('a phone between neighbours never seen together still has a model', () => {
  const zh = phones.numberOf('ZH');
  expect(phones.triphone(zh, zh, zh, 'single')).toBeLessThan(phones.transitions.length);
});

test('an unknown phone is named in the error', () => {
  expect(() => phones.numberOf('QQ')).toThrow("no phone 'QQ'");
});

test('from each state the ways out add up to one', () => {
  for (let row = 0; row < stay.length; row++)
    expect(Math.exp(stay[row] ?? 0) + Math.exp(advance[row] ?? 0)).toBeCloseTo(1, 2);
});

test('the mixture weights of a senone add up to about one in each stream', () => {
  for (const senone of [0, 500, 5125]) {
    for (let stream = 0; stream < 3; stream++) {
      const row = (senone * 3 + stream) * 128;
      const weights = mixtureWeights.subarray(row, row + 128);
      const sum = weights.reduce((total, weight) => total + 1.0001 ** (-1024 * weight), 0);
      expect(sum).toBeGreaterThan(0.8);
      expect(sum).toBeLessThan(1.2);
    }
  }
});
