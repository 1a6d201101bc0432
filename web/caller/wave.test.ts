import { expect, test } from 'vitest';
import { nextWave, STILL, type Levels, type Wave } from './wave.ts';

const heard = (levels: Partial<Levels>): Levels => ({
  luna: 0,
  caller: 0,
  passedMs: 16,
  moves: true,
  ...levels,
});
const after = (frames: number, levels: Levels, from: Wave = STILL): Wave =>
  Array.from({ length: frames }).reduce<Wave>((wave) => nextWave(wave, levels), from);

test('in silence nothing moves, not even the object', () => {
  expect(nextWave(STILL, heard({}))).toBe(STILL);
});

test('each side has its own voice', () => {
  const wave = after(30, heard({ luna: 0.5 }));
  expect(Math.max(...wave.luna)).toBe(0.5);
  expect(Math.max(...wave.caller)).toBe(0);
});

test('once the last sound has travelled out of the picture, it stands still again', () => {
  const spoken = after(30, heard({ caller: 0.8 }));
  const later = after(1_000, heard({}), spoken);
  expect(later).toBe(STILL);
  expect(nextWave(later, heard({}))).toBe(STILL);
});

test('a page that was hidden for an hour goes on at once', () => {
  const wave = nextWave(STILL, heard({ luna: 1, passedMs: 3_600_000 }));
  expect(wave.luna.length).toBeLessThan(500);
});

test('for whoever wants less motion nothing travels', () => {
  const calm = heard({ luna: 0.5, moves: false, passedMs: 250 });
  const once = nextWave(STILL, calm);
  expect(nextWave(once, calm)).toEqual(once);
});
