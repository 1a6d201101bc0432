import { expect, test } from 'vitest';
import { Loudspeaker } from './loudspeaker.ts';

const samples = (length: number, value = 1_000): Int16Array => new Int16Array(length).fill(value);

test('two pieces of a sentence are played without a gap', () => {
  const speaker = new Loudspeaker();
  speaker.receive('a1', samples(300, 1));
  speaker.receive('a1', samples(300, 2));
  expect([...speaker.play(480).samples.subarray(299, 302)]).toEqual([1, 2, 2]);
});

test('a sentence has been heard when its last sample was played, not when it ran dry', () => {
  const speaker = new Loudspeaker();
  speaker.receive('a1', samples(480));
  expect(speaker.play(480).drained).toEqual([]);
  speaker.complete('a1');
  expect(speaker.play(480).drained).toEqual(['a1']);
});

test('a caller who interrupts hears nothing more, and it is known what he heard', () => {
  const speaker = new Loudspeaker();
  speaker.receive('a1', samples(4_800));
  speaker.play(480);
  speaker.play(480);
  expect(speaker.flush()).toEqual({ id: 'a1', playedSamples: 960 });
  expect(speaker.play(480).samples.every((sample) => sample === 0)).toBe(true);
});

test('while it is undecided whether he interrupts, she is softer', () => {
  const speaker = new Loudspeaker();
  speaker.receive('a1', samples(960));
  speaker.duck(true);
  expect(speaker.play(480).samples[0]).toBe(250);
  speaker.duck(false);
  expect(speaker.play(480).samples[0]).toBe(1_000);
});
