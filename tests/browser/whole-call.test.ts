/** A whole call by voice in a real Chromium, with the real engine and the real bank behind it. */
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { writeWav } from '#audio/wav.ts';
import { buildOwnPage, startLuna } from './luna.ts';
import { chromiumIsHere, launchChromium } from './chromium.ts';
import { answerLuna, renderAnswers, type Said } from './emma.ts';
import { putMouthIn } from './mouth.ts';
import { Overheard } from './overheard.ts';
import { talkOverLuna } from './talking-over.ts';

const CALL_LIMIT_MS = 240_000;
/** How much later than in the first call each answer comes in the second, for a machine that is busier by then. */
const SLACK_MS = 500;
const SAMPLES_PER_MS = 24;

const RESOLVED = {
  ended: 'assistant',
  script: expect.arrayContaining(['block_card: done', 'order_replacement: done']) as unknown,
  card: { status: 'blocked', blocked_reason: 'lost' },
  orders: 1,
  shown: 'Call complete',
};

describe.skipIf(!chromiumIsHere)('a caller who has lost her card', () => {
  let browser: Browser | undefined;
  let timeline: Said[] = [];
  beforeAll(buildOwnPage, 60_000);
  afterEach(() => browser?.close());

  test('has it blocked and replaced by talking', { timeout: CALL_LIMIT_MS }, async () => {
    const clips = await renderAnswers();
    await using luna = await startLuna();
    browser = await launchChromium('');
    const page = await browser.newPage();
    const overheard = new Overheard(page);
    await putMouthIn(page);
    await startCall(page, luna.url);
    timeline = await answerLuna(page, overheard, clips);
    expect(await outcome(page, overheard, luna.dataDir)).toMatchObject(RESOLVED);
  });

  // A WAV does not wait for Luna: where she is much slower than a minute ago it answers too early, and tries again.
  const byTheClock = { timeout: CALL_LIMIT_MS, retry: 2 };
  test('has it blocked with a WAV as her microphone', byTheClock, async () => {
    expect(timeline.length).toBeGreaterThan(4);
    await using folder = await mkdtempDisposable(join(tmpdir(), 'luna-wav-'));
    const wav = join(folder.path, 'emma.wav');
    await writeFile(wav, writeWav({ rateHz: 24_000, channels: [laidOut(timeline)] }));
    await using luna = await startLuna();
    browser = await launchChromium(wav);
    const page = await browser.newPage();
    const overheard = new Overheard(page);
    await startCall(page, luna.url);
    await overheard.untilEnded();
    expect(await outcome(page, overheard, luna.dataDir)).toMatchObject(RESOLVED);
  });

  test('silences Luna by talking over her', { timeout: CALL_LIMIT_MS }, async () => {
    expect(await talkOverLuna()).toBe('flush');
  });
});

async function startCall(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('radio', { name: /Lost or stolen card/ }).click();
  await page.getByRole('button', { name: 'Start call' }).click();
}

/** What came of it: for the caller, on the page, and in the bank. */
async function outcome(page: Page, { ended, script }: Overheard, dataDir: string) {
  using bank = new DatabaseSync(join(dataDir, 'luna.db'), { readOnly: true });
  const card = bank.prepare('select status, blocked_reason from cards where last_four = ?');
  const orders = bank.prepare('select id from card_orders').all();
  const stage = page.getByRole('region', { name: 'Call' });
  const shown = await stage.getByRole('heading').first().textContent();
  return { ended, script, card: card.get('4829'), orders: orders.length, shown };
}

/** The same answers at the same places, each a little later. */
function laidOut(said: readonly Said[]): Int16Array {
  const placed = said.map(({ atMs, samples }, turn) => ({
    from: Math.round(SAMPLES_PER_MS * (atMs + SLACK_MS * (turn + 1))),
    samples,
  }));
  const sound = new Int16Array(
    Math.max(...placed.map(({ from, samples }) => from + samples.length)),
  );
  for (const { from, samples } of placed) sound.set(samples, from);
  return sound;
}
