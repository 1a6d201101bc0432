import { expect, test } from 'vitest';
import type { CallMs } from '#lib/brand.ts';
import { AudioClock } from './audio-clock.ts';
import { answered, endDetected, recognised } from './latency.ts';

const at = (ms: number): CallMs => ms as CallMs;

test('the stages of a turn add up to what the caller waited', () => {
  const waiting = recognised(endDetected('u1', at(1_000), at(1_300)), 'u1', at(1_310));
  expect(answered(waiting, at(1_380))).toEqual({
    voiceToVoiceMs: 380,
    endDetectedMs: 300,
    recognisedMs: 10,
    firstAudioMs: 70,
  });
});

test('a greeting answers nobody', () => {
  expect(answered(undefined, at(500))).toBeUndefined();
  expect(answered(endDetected('u1', at(1), at(2)), at(3))).toBeUndefined();
});

test('a sample is found again at the moment it arrived', () => {
  const clock = new AudioClock();
  for (let frame = 1; frame <= 50; frame += 1) clock.arrived(20, at(1_000 + frame * 20));
  expect(clock.when(500)).toBe(1_500);
  expect(clock.when(510)).toBe(1_520);
});

test('audio that arrives in bursts is found at the moment of its burst', () => {
  const clock = new AudioClock();
  clock.arrived(100, at(1_100));
  clock.arrived(400, at(1_900));
  expect(clock.when(90)).toBe(1_100);
  expect(clock.when(101)).toBe(1_900);
});

test('an hour of audio is not remembered for ever', () => {
  const clock = new AudioClock();
  for (let frame = 1; frame <= 180_000; frame += 1) clock.arrived(20, at(frame * 20));
  expect(clock.size).toBeLessThan(5_000);
  expect(clock.when(3_599_990)).toBe(3_600_000);
});
