/** Films a call of the page into docs/screenshots/call.webp: `npm run screenshots -- film`. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { animatedWebp, type Frame } from './animated-webp.ts';
import type { ScriptedServer } from './scripted-server.ts';
import { bringInto, openPage } from './states.ts';

const SIZE = { width: 1280, height: 760 };
const EVERY_MS = 200;
const QUALITY = 45;
/** The last picture is looked at for longer. */
const REST_MS = 2_500;
/** However long a slow machine took for a picture. */
const LONGEST_MS = 500;

export async function film(browser: Browser, server: ScriptedServer): Promise<Buffer> {
  const page = await openPage(browser, server, { viewport: SIZE, colorScheme: 'light' });
  const over = new AbortController();
  const filmed = shoot(page, over.signal);
  await bringInto('call', page, server);
  over.abort();
  const frames = await filmed;
  await page.context().close();
  return animatedWebp(frames, SIZE);
}

async function shoot(page: Page, signal: AbortSignal): Promise<Frame[]> {
  const camera = await page.context().newCDPSession(page);
  const frames: { atMs: number; webp: Buffer }[] = [];
  while (!signal.aborted) {
    const atMs = performance.now();
    const { data } = await camera.send('Page.captureScreenshot', {
      format: 'webp',
      quality: QUALITY,
    });
    frames.push({ atMs, webp: Buffer.from(data, 'base64') });
    await wait(Math.max(0, EVERY_MS - (performance.now() - atMs)));
  }
  return frames.map(({ atMs, webp }, n) => ({
    webp,
    lastsMs: Math.min(LONGEST_MS, (frames[n + 1]?.atMs ?? Infinity) - atMs),
    ...(n === frames.length - 1 ? { lastsMs: REST_MS } : {}),
  }));
}
