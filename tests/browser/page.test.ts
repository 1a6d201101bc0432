/** The page in a real Chromium, against a server that says what the test wants said. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { buildPages, chromiumIsHere, launchChromium, type BuiltPages } from './chromium.ts';
import {
  layEarBeside,
  putEarIn,
  loudestSoFar,
  soundSoFarMs,
  untilEarListens,
  whatWasHeard,
} from './ear.ts';
import { startScriptedServer, type ScriptedCall, type ScriptedServer } from './scripted-server.ts';
import { CARD } from './states.ts';
import { tone } from './tone.ts';

/** The wire's frame: what a position may be off by. */
const FRAME_MS = 20;

describe.skipIf(!chromiumIsHere)("the caller's page", () => {
  let browser: Browser;
  let pages: BuiltPages;
  let server: ScriptedServer;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    [browser, pages] = await Promise.all([launchChromium(''), buildPages()]);
    await layEarBeside(pages.folder);
    server = await startScriptedServer(pages.folder);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server[Symbol.asyncDispose]();
    await pages[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    const context = await browser.newContext({ permissions: ['microphone'] });
    page = await context.newPage();
    complaints = [];
    page.on('console', (message) => {
      if (message.type() === 'error')
        complaints.push(`${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await putEarIn(page);
    await page.goto(server.url);
  });
  afterEach(() => page.context().close());

  async function startCall(): Promise<ScriptedCall> {
    const answered = server.nextCall();
    await page.getByRole('button', { name: 'Start call' }).click();
    const call = await answered;
    await untilEarListens(page);
    return call;
  }

  test('calls although the sound of this machine never wakes', async () => {
    await page.addInitScript(() => {
      AudioContext.prototype.resume = () => Promise.withResolvers<void>().promise;
    });
    await page.reload();
    const call = await startCall();
    call.speak('a1', 'Hello, this is Luna.', tone(1, 0.5));
    const said = page.getByText('Hello, this is Luna.').first();
    await expect.poll(() => said.isVisible()).toBe(true);
  });

  test('costs a first visit less than 150 kB of script', async () => {
    const scripts = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name).pathname)
        .filter((path) => path.endsWith('.js')),
    );
    expect(scripts.length).toBeGreaterThan(0);
    const sizes = await Promise.all(
      scripts.map(async (path) => gzipSync(await readFile(join(pages.folder, path))).length),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(150_000);
  });

  test('opens under the strictest content security policy without a complaint', async () => {
    const call = await startCall();
    call.say({ type: 'luna.identity', level: 'verified' });
    await page.getByText('Identity verified').waitFor();
    await page.getByRole('button', { name: 'End call' }).click();
    await page.getByRole('heading', { name: 'Call ended' }).waitFor();
    await call.next(({ type }) => type === 'luna.hangup');
    expect(complaints).toEqual([]);
  });

  test('plays what comes in pieces of any size, sample after sample, and says when it is over', async () => {
    const call = await startCall();
    const seconds = 2;
    call.speak('a1', 'Hello.', tone(seconds, 0.5), [1_200, 7_777, 333, 4_801]);
    await call.next(({ type, item_id: item }) => type === 'luna.drained' && item === 'a1');
    const { samples, rateHz, soundMs } = await whatWasHeard(page);
    expect(Math.abs(soundMs / 1000 / seconds - 1)).toBeLessThan(0.002);
    // A 300 Hz tone of half loudness moves no further than this; a lost sample would double it.
    const steepest = (0.5 * 2 * Math.PI * 300) / rateHz;
    const steps = samples.slice(1).map((sample, at) => Math.abs(sample - (samples[at] ?? 0)));
    expect(Math.max(...steps) / steepest).toBeLessThan(1.5);
    const positions = call.received.filter(({ type }) => type === 'luna.played');
    expect(positions.length).toBeGreaterThanOrEqual(seconds * 8);
  });

  test('falls silent at once when told, and reports the position at which it did', async () => {
    const call = await startCall();
    call.speak('a1', 'This goes on for a while.', tone(6, 0.5));
    await call.next(({ type, played_ms: ms }) => type === 'luna.played' && Number(ms) > 1_000);
    call.say({ type: 'luna.playback', action: 'flush', item_id: 'a1' });
    const flushed = await call.next(({ type }) => type === 'luna.flushed');
    const { soundMs } = await whatWasHeard(page);
    expect(Math.abs(Number(flushed['played_ms']) - soundMs)).toBeLessThan(FRAME_MS);
    // Of six seconds: what a starved machine needs for two ways through the socket, and one fade.
    expect(soundMs).toBeLessThan(5_000);
  });

  test('strikes out what the caller did not hear', async () => {
    const call = await startCall();
    call.speak('a1', 'Please tell me the last four digits of your card.', tone(4, 0.5));
    await call.next(({ type, played_ms: ms }) => type === 'luna.played' && Number(ms) > 500);
    call.say({ type: 'luna.playback', action: 'flush', item_id: 'a1' });
    call.say({ type: 'luna.heard', item_id: 'a1', heard_ms: 800, text: 'Please tell me the' });
    const struck = page.locator('del');
    await struck.waitFor();
    expect(await struck.textContent()).toContain('last four digits of your card.');
  });

  test('sends what the microphone hears in frames of 20 ms', async () => {
    const call = await startCall();
    const { audio } = await call.next(({ type }) => type === 'input_audio_buffer.append');
    expect(Buffer.from(String(audio), 'base64').length).toBe(24 * FRAME_MS * 2);
  });

  test('a muted caller stays on the line and sends silence', async () => {
    const call = await startCall();
    await page.getByRole('button', { name: 'Mute microphone' }).click();
    await call.next(({ type, muted }) => type === 'luna.mute' && muted === true);
    const before = call.received.length;
    await expect.poll(() => call.received.length - before).toBeGreaterThan(30);
    const frames = call.received.filter(({ type }) => type === 'input_audio_buffer.append');
    const audio = frames.at(-1)?.['audio'];
    expect(Buffer.from(String(audio), 'base64').every((byte) => byte === 0)).toBe(true);
  });

  test('a muted speaker is silent while the transcript and the positions go on', async () => {
    const call = await startCall();
    await page.getByRole('button', { name: 'Mute speaker' }).click();
    // It fades, so that nothing clicks: far less than this.
    await page.waitForTimeout(250);
    call.speak('a1', 'How can I help you today?', tone(1.5, 0.5));
    await call.next(({ type, item_id: item }) => type === 'luna.drained' && item === 'a1');
    await page.getByRole('listitem').getByText('How can I help you today?').waitFor();
    // The last traces of the fade are quieter than anybody hears.
    expect(await loudestSoFar(page)).toBeLessThan(0.001);
  });

  test('a caller who would rather type asks for the keyboard, and gets it under the fingers', async () => {
    const call = await startCall();
    expect(await page.getByRole('textbox').count()).toBe(0);
    await page.getByRole('button', { name: 'Type instead' }).click();
    await page.keyboard.type('I lost my card');
    await page.keyboard.press('Enter');
    await call.next(({ type }) => type === 'conversation.item.create');
  });

  test('a caller without a microphone can type', async () => {
    await page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = () =>
        Promise.reject(new DOMException('', 'NotAllowedError'));
    });
    const call = await startCall();
    await page.getByText('does not let this page hear you').waitFor();
    // The keyboard is out by itself.
    await page.getByRole('textbox').fill('I lost my card');
    await page.keyboard.press('Enter');
    const { item } = await call.next(({ type }) => type === 'conversation.item.create');
    expect(item).toMatchObject({
      type: 'message',
      role: 'user',
      content: [{ type: 'input_text', text: 'I lost my card' }],
    });
  });

  test('a call that goes to a person is seen to arrive there, with a summary to keep', async () => {
    const call = await startCall();
    call.say({ type: 'luna.escalation', card: CARD });
    call.say({ type: 'luna.call.ended', reason: 'escalated', text: '' });
    await page.getByText('A specialist is with you').first().waitFor();
    await page.getByText('You need not identify yourself again.').first().waitFor();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download the summary' }).click();
    expect((await saved).suggestedFilename()).toBe('handover-block-card.json');
    expect(complaints).toEqual([]);
  });

  test('a goodbye is heard to its end although the line is already closed', async () => {
    const call = await startCall();
    call.speak('a1', 'Goodbye.', tone(1, 0.5));
    call.say({ type: 'luna.call.ended', reason: 'assistant', text: '' });
    await page.getByRole('heading', { name: 'Call complete' }).waitFor();
    // The ear hears whole blocks, and the last one is still open when the context is closed.
    await expect.poll(() => soundSoFarMs(page)).toBeGreaterThan(500);
  });

  test('can be used with the keyboard alone', async () => {
    const answered = server.nextCall();
    const start = page.getByRole('button', { name: 'Start call' });
    for (let tabs = 0; tabs < 20 && !(await start.evaluate(isFocused)); tabs++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await answered;
    const end = page.getByRole('button', { name: 'End call' });
    await expect.poll(() => end.evaluate(isFocused)).toBe(true);
    await page.getByRole('timer').waitFor();
    await page.keyboard.press('Enter');
    const again = page.getByRole('button', { name: 'Call again' });
    await expect.poll(() => again.evaluate(isFocused)).toBe(true);
  });

  test('reads finished sentences to a screen reader, and only those', async () => {
    const call = await startCall();
    const announced = page.locator('[aria-live=polite]');
    call.speak('a1', 'How can I help you today?', tone(1.5, 0.5));
    await page.getByRole('listitem').getByText('How can I').waitFor();
    expect(await announced.textContent()).toBe('');
    await call.next(({ type }) => type === 'luna.drained');
    call.hear('u1', 'I lost my card.');
    await announced.getByText('You: I lost my card.').waitFor();
    expect(await announced.textContent()).toContain('Luna: How can I help you today?');
  });

  test('follows the device into the dark, and the caller out of it', async () => {
    const canvas = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await canvas();
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await canvas();
    expect(dark).not.toBe(light);
    await page.getByRole('button', { name: 'Switch to light theme' }).click();
    expect(await canvas()).toBe(light);
    await page.reload();
    expect(await canvas()).toBe(light);
  });

  test('fits a small phone without sideways scrolling', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await startCall();
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    expect(scrollWidth).toBe(clientWidth);
    const end = await page.getByRole('button', { name: 'End call' }).boundingBox();
    expect(end?.height).toBeGreaterThanOrEqual(44);
    await page.getByRole('button', { name: 'Type instead' }).click();
    await page.getByRole('textbox').click();
  });
});

function isFocused(element: Element): boolean {
  return element === document.activeElement;
}
