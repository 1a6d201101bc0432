import { afterAll, expect, test } from 'vitest';
import { agents, freeform } from '#agents/agent.ts';
import { readWav } from '#audio/wav.ts';
import { createSynthesizer } from '#engine/speech/flite-synthesizer.ts';
import { scriptSpeech } from './script-speech.ts';
import { scriptOf } from './scripts.ts';

const BRAND = { bank: 'Northwind Bank', assistant: 'Luna' };
const synthesizer = createSynthesizer();
afterAll(() => synthesizer.close());
const scripts = [...agents, freeform].map((agent) => scriptOf(agent, BRAND, (tool) => `${tool}!`));
const [first] = scripts;
const [lunas, callers] = first?.lines ?? [];
if (!first || !lunas || !callers) throw new Error('There is no script.');

test('every script can be played: names are filled in, tools have titles, lines count from one', () => {
  for (const { lines } of scripts) {
    expect(lines.map(({ n }) => n)).toEqual(lines.map((_, i) => i + 1));
    for (const { text } of lines) expect(text).not.toMatch(/[{}]| [,.]|,\./);
  }
  expect(lunas.text).toBe('Hello Emma, this is Luna at Northwind Bank. How can I help you today?');
  expect(first.lines.find(({ tool }) => tool)?.tool).toEqual({
    name: 'verify_identity',
    label: 'verify_identity!',
  });
});

test('both sides are heard, in two voices', async () => {
  const speech = scriptSpeech({ synthesizer, voice: 'slt' });
  const same = { n: 99, text: 'Hello, who is there?' };
  const [luna, caller] = await Promise.all([
    speech.wavOf(first, { ...same, who: 'luna' }),
    speech.wavOf(first, { ...same, n: 100, who: 'caller' }),
  ]);
  for (const wav of [luna, caller]) {
    const read = readWav(wav, { rateHz: 24_000, channels: 1 });
    expect(read.ok && read.wav.channels[0]?.some((sample) => Math.abs(sample) > 1_000)).toBe(true);
  }
  expect(Buffer.from(luna).equals(caller)).toBe(false);
});

test('a line is made once, however many ask for it, and not kept beyond the room there is', async () => {
  let made = 0;
  const counted = {
    ...synthesizer,
    voices: synthesizer.voices,
    prime: () => Promise.resolve(),
    speak(text: string, options: Parameters<typeof synthesizer.speak>[1]) {
      made += 1;
      return synthesizer.speak(text, options);
    },
  };
  const roomy = scriptSpeech({ synthesizer: counted, voice: 'slt' });
  const [one, other] = await Promise.all([roomy.wavOf(first, lunas), roomy.wavOf(first, lunas)]);
  await roomy.wavOf(first, lunas);
  expect([one === other, made]).toEqual([true, 1]);
  const narrow = scriptSpeech({ synthesizer: counted, voice: 'slt', cacheBytes: one.length });
  for (const line of [lunas, callers, lunas]) await narrow.wavOf(first, line);
  expect(made).toBe(4);
});

test('half a line, from a voice that is being closed, is not given out', async () => {
  const mortal = createSynthesizer();
  const speech = scriptSpeech({ synthesizer: mortal, voice: 'slt' });
  const [asked] = await Promise.allSettled([speech.wavOf(first, lunas), mortal.close()]);
  expect(asked).toMatchObject({
    status: 'rejected',
    reason: { message: expect.stringMatching(/stopped/) },
  });
});
