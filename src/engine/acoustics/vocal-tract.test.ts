import { expect, test } from 'vitest';
import { chooseWarp, NO_EVIDENCE, WARPS } from './vocal-tract.ts';

const AS_TRAINED = WARPS.indexOf(1);

/** @param perFrame how much better than as trained the lower and the higher filters fit */
function choice(perFrame: readonly [number, number], frames = 300, current = AS_TRAINED): number {
  const [lower, higher] = perFrame;
  const scores = [lower, 0, higher].map((score) => frames * (score - 60));
  return WARPS[chooseWarp({ frames, scores }, current)] as number;
}

test('a caller who has said nothing yet is heard as the model was trained', () => {
  expect(WARPS[chooseWarp(NO_EVIDENCE, AS_TRAINED)]).toBe(1);
});

test('a man is heard through lower filters, a woman through higher ones', () => {
  expect(choice([0.1, -0.5])).toBe(0.95);
  expect(choice([-1.3, 0.6])).toBe(1.05);
});

test('a voice whose formants lie where the model expects them is left alone', () => {
  expect(choice([-0.6, -0.4])).toBe(1);
});

test('one short word does not decide', () => {
  expect(choice([-1.3, 0.6], 40)).toBe(1);
});

test('the choice does not swing to and fro between two that fit alike', () => {
  expect(choice([-0.43, -0.5], 300, WARPS.indexOf(0.95))).toBe(0.95);
  expect(choice([-0.37, -0.5])).toBe(1);
});

test('a wrong choice is taken back when the words speak against it', () => {
  expect(choice([-1.3, 0.6], 300, WARPS.indexOf(0.95))).toBe(1.05);
});
