import { expect, test } from 'vitest';
import { afterGap, afterPlaying, FIRST_CUSHION } from './cushion.ts';

test('a line that stutters gets a longer cushion, up to a limit', () => {
  let cushion = afterGap(FIRST_CUSHION);
  expect(cushion.wantedMs).toBeGreaterThan(FIRST_CUSHION.wantedMs);
  for (let gap = 0; gap < 20; gap++) cushion = afterGap(cushion);
  expect(cushion.wantedMs).toBe(400);
});

test('a line that has been steady for a while gives the time back', () => {
  let cushion = afterGap(afterGap(FIRST_CUSHION));
  for (let second = 0; second < 60; second++) cushion = afterPlaying(cushion, 1_000);
  expect(cushion.wantedMs).toBe(FIRST_CUSHION.wantedMs);
});
