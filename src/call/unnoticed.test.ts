import { expect, test } from 'vitest';
import { encodePcm16 } from '#audio/pcm16.ts';
import { NOTHING_LOUD, heardFrame, isLoud, isVoice } from './unnoticed.ts';

const frame = (loudness: number): string => encodePcm16(new Int16Array(480).fill(loudness));

/** 20 ms each: `voice` and `pause` in ms. */
function listen(...parts: readonly { voice?: number; pause?: number }[]) {
  let state = NOTHING_LOUD;
  let endMs = 0;
  for (const { voice = 0, pause = 0 } of parts)
    for (const [ms, loudness] of [
      [voice, 3_000],
      [pause, 30],
    ] as const)
      for (let at = 0; at < ms; at += 20) {
        endMs += 20;
        state = heardFrame(state, { loud: isLoud(frame(loudness)), ms: 20, endMs });
      }
  return state;
}

test('a voice that nobody takes up is noticed after a while, and from where it began', () => {
  expect(isVoice(listen({ pause: 400, voice: 200 }))).toBe(false);
  const voice = listen({ pause: 400 }, { voice: 140, pause: 200 }, { voice: 140 });
  expect(isVoice(voice)).toBe(true);
  expect(voice.fromMs).toBe(400);
});

test('coughs far apart are no voice', () => {
  expect(isVoice(listen({ voice: 160, pause: 1_500 }, { voice: 160, pause: 1_500 }))).toBe(false);
});

test('a room is no voice', () => {
  expect(isVoice(listen({ pause: 20_000 }))).toBe(false);
});
