import { expect, test } from 'vitest';
import { decodePcm16 } from '#audio/pcm16.ts';
import { createSynthesizer } from '#engine/speech/flite-synthesizer.ts';
import type { Log } from '#lib/log.ts';
import { asideIn } from './aside.ts';

const warned: string[] = [];
const log: Log = {
  info: () => undefined,
  warn: (_facts, message) => void warned.push(message),
  error: () => undefined,
  about: () => log,
};

test('"one moment" is spoken by the house itself, whole, and made once', async () => {
  const synthesizer = createSynthesizer();
  try {
    const say = asideIn('slt', synthesizer, log);
    const aside = await say();
    expect(aside?.text).toBe('One moment, please.');
    const sound = decodePcm16(aside?.audio ?? '');
    expect(sound.ok && sound.samples.length / 24).toBe(aside?.ms);
    expect(sound.ok && sound.samples.some((sample) => Math.abs(sample) > 1_000)).toBe(true);
    expect(await say()).toBe(aside);
  } finally {
    await synthesizer.close();
  }
});

test('a voice that is gone leaves a silence, and breaks no call', async () => {
  const synthesizer = createSynthesizer();
  const say = asideIn('slt', synthesizer, log);
  await synthesizer.close();
  expect(await say()).toBeUndefined();
  expect(await asideIn('nobody', synthesizer, log)()).toBeUndefined();
  expect(warned.at(-1)).toMatch(/aside/);
});
