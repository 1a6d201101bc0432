/** A caller in a real Chromium who begins to talk while Luna speaks: the real engine decides, and the page falls silent. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { decodePcm16 } from '#audio/pcm16.ts';
import { createSynthesizer } from '#engine/speech/flite-synthesizer.ts';
import { launchChromium } from './chromium.ts';
import { layEarBeside, putEarIn, soundUntilFlushed, withoutSilence } from './ear.ts';
import { startLuna } from './luna.ts';
import { putMouthIn, sayInto } from './mouth.ts';

const SAMPLES_PER_MS = 24;
/** Of what was played: the wire's frame and the fade, and the silences that two rates count differently. No clock is in it. */
const TOLERANCE_MS = 40;
/** So much of the greeting has sounded when the caller begins: there is far more of it to come. */
const SPOKEN_MS = 300;
const PAGES = join(import.meta.dirname, '..', '..', 'dist', 'web');

interface Word {
  type: string;
  action?: string;
  item_id?: string;
  delta?: string;
  played_ms?: number;
  heard_ms?: number;
  text?: string;
}

/** The page must have been built. What counts as heard must be what was played, and what the speaker was given. Returns what the page was told last. */
export async function talkOverLuna(): Promise<string | undefined> {
  const words = await interruption();
  await using ear = new AsyncDisposableStack();
  ear.defer(() => rm(join(PAGES, 'ear.js'), { force: true }));
  await layEarBeside(PAGES);
  await using luna = await startLuna();
  await using browser = await launchChromium('');
  const page = await browser.newPage();
  const frames = overhear(page);
  await putEarIn(page);
  await putMouthIn(page);
  await page.goto(luna.url);
  await page.getByRole('button', { name: 'Start call' }).click();

  await expect.poll(() => frames.some(isSpeaking), { timeout: 60_000 }).toBe(true);
  await sayInto(page, words);
  await expect.poll(() => find(frames, 'luna.heard'), { timeout: 60_000 }).toBeDefined();
  const heard = find(frames, 'luna.heard');
  const sounded = await soundUntilFlushed(page);
  const flushed = find(frames, 'luna.flushed');
  const silencedMs = await page.evaluate(() => window.lunaSilencedMs);
  process.stdout.write(`interruption: silent ${silencedMs?.toFixed(1)} ms after it was decided\n`);
  const told = frames.findLast(({ action }) => action)?.action;
  expect(heard?.item_id).toBe(flushed?.item_id);
  expect(Math.abs((heard?.heard_ms ?? 0) - (flushed?.played_ms ?? 0))).toBeLessThanOrEqual(20);
  const deltas = frames.filter(({ type }) => type === 'response.output_audio.delta');
  const isCut = ({ item_id: id }: Word) => id === heard?.item_id;
  // Her answer to the interruption may have come meanwhile.
  const before = deltas.slice(0, deltas.findIndex(isCut)).flatMap(samplesOf);
  const cut = deltas.filter(isCut).flatMap(samplesOf);
  const playedSamples = (flushed?.played_ms ?? 0) * SAMPLES_PER_MS;
  // She had more to say.
  expect(cut.length).toBeGreaterThan(playedSamples + 200 * SAMPLES_PER_MS);
  const played = [...before, ...cut.slice(0, playedSamples)];
  const playedMs = withoutSilence(played).length / SAMPLES_PER_MS;
  const soundedMs = (withoutSilence(sounded.samples).length * 1000) / sounded.rateHz;
  expect(Math.abs(soundedMs - playedMs)).toBeLessThan(TOLERANCE_MS);
  return told;
}

async function interruption(): Promise<Int16Array> {
  const synthesizer = createSynthesizer();
  const said: number[] = [];
  const how = { voice: 'rms', speed: 1, signal: new AbortController().signal };
  for await (const { samples } of synthesizer.speak('I lost my credit card.', how))
    for (const sample of samples) said.push(sample);
  await synthesizer.close();
  return Int16Array.from(said);
}

function overhear(page: Page): Word[] {
  const words: Word[] = [];
  const note = ({ payload }: { payload: string | Buffer }) =>
    words.push(JSON.parse(String(payload)) as Word);
  page.on('websocket', (socket) => {
    socket.on('framereceived', note);
    socket.on('framesent', note);
  });
  return words;
}

function find(words: readonly Word[], type: string): Word | undefined {
  return words.find((word) => word.type === type);
}

function samplesOf({ delta = '' }: Word): number[] {
  const decoded = decodePcm16(delta);
  return decoded.ok ? [...decoded.samples] : [];
}

function isSpeaking({ type, played_ms: ms = 0 }: Word): boolean {
  return type === 'luna.played' && ms > SPOKEN_MS;
}
