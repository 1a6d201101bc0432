import { expect, test } from 'vitest';
import type { CallMs } from '#lib/brand.ts';
import { CallerAudio } from './caller-audio.ts';

/** Frames of 20 ms, named by their number. */
function speak(audio: CallerAudio, frames: number, neededFromMs: number, from = 0): void {
  for (let n = from; n < from + frames; n++)
    audio.arrived(`f${n}`, 20, (n * 20) as CallMs, neededFromMs);
}

test('a sentence that was begun before the session was lost is given to the next one whole', () => {
  const audio = new CallerAudio();
  speak(audio, 10, 100);
  audio.hold(100);
  speak(audio, 3, 9_999, 10);
  expect(audio.restart()).toEqual(['f5', 'f6', 'f7', 'f8', 'f9', 'f10', 'f11', 'f12']);
});

test('what was understood is not said twice', () => {
  const audio = new CallerAudio();
  speak(audio, 10, 0);
  speak(audio, 1, 200, 10);
  expect(audio.restart()).toEqual(['f10']);
});

test('the new session counts from its own beginning, and each sample keeps its real moment', () => {
  const audio = new CallerAudio();
  speak(audio, 10, 0);
  audio.hold(100);
  audio.restart();
  expect(audio.when(20)).toBe(100);
  speak(audio, 1, 0, 50);
  expect(audio.when(120)).toBe(1_000);
});

test('a caller who speaks into a dead line for minutes costs half a minute of memory', () => {
  const audio = new CallerAudio();
  audio.hold(0);
  speak(audio, 6_000, 0);
  expect(audio.restart().length * 20).toBe(30_000);
});
