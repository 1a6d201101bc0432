/**
 * The caller's page against its budgets, in Chromium against a real Luna on the embedded engine:
 * script of a first visit, click to Luna's first sound, long tasks in a call, and Lighthouse where it is installed.
 * `npm run bench:page -- --calls 7`
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from 'playwright-core';
import { atMost, percentile, printFigures, type Figure } from './figures.ts';
import { scores } from './lighthouse.ts';
import { startServer } from './server.ts';

const CHROMIUM = '/usr/bin/chromium';
const PAGES = join(import.meta.dirname, '..', 'dist', 'web');
const GREETING_MS = 4_000;
const CALL_LIMIT_MS = 60_000;

/** Runs in the page before its own script: notes the click, Luna's first heard sample, and what blocks. */
const WATCH = `
window.lunaClickedAt = 0; window.lunaFirstAt = 0; window.lunaLong = [];
document.addEventListener('click', () => { window.lunaClickedAt = performance.now(); }, true);
const send = WebSocket.prototype.send;
WebSocket.prototype.send = function (data) {
  if (typeof data === 'string' && window.lunaFirstAt === 0 && data.includes('"luna.played"')) {
    const played = JSON.parse(data).played_ms;
    if (played > 0) window.lunaFirstAt = performance.now() - played;
  }
  return send.call(this, data);
};
new PerformanceObserver((list) => {
  for (const task of list.getEntries())
    if (window.lunaClickedAt > 0 && task.startTime > window.lunaClickedAt)
      window.lunaLong.push(task.duration);
}).observe({ type: 'longtask' });
`;

interface Call {
  readonly firstSoundMs: number;
  readonly longTasksMs: readonly number[];
}

async function open(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ permissions: ['microphone'] });
  await page.addInitScript(WATCH);
  await page.goto(url);
  await page.getByRole('radio', { name: /Lost or stolen card/ }).click();
  return page;
}

/** In the page. */
function heard(): boolean {
  return (globalThis as unknown as { lunaFirstAt: number }).lunaFirstAt > 0;
}

async function call(browser: Browser, url: string): Promise<Call> {
  const page = await open(browser, url);
  await page.getByRole('button', { name: 'Start call' }).click();
  await page.waitForFunction(heard, undefined, { timeout: CALL_LIMIT_MS });
  // As long as her greeting takes, with everything that moves while she speaks.
  await page.waitForTimeout(GREETING_MS);
  const measured = await page.evaluate<Call>(
    '({ firstSoundMs: window.lunaFirstAt - window.lunaClickedAt, longTasksMs: window.lunaLong })',
  );
  await page.getByRole('button', { name: 'End call' }).click();
  await page.close();
  return measured;
}

/** kB of script that the page asks for before anybody clicks. */
async function firstVisitKb(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage();
  await page.goto(url);
  await page.getByRole('radio').first().waitFor();
  const paths = await page.evaluate<string[]>(
    "performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((path) => path.endsWith('.js'))",
  );
  await page.close();
  const sizes = await Promise.all(
    paths.map(async (path) => gzipSync(await readFile(join(PAGES, path))).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

const { values } = parseArgs({ options: { calls: { type: 'string', default: '7' } } });
await using server = await startServer();
const browser = await chromium.launch({
  executablePath: CHROMIUM,
  chromiumSandbox: false,
  args: [
    '--autoplay-policy=no-user-gesture-required',
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    // A microphone in a silent room.
    '--use-file-for-fake-audio-capture=%noloop',
  ],
});
try {
  const kb = await firstVisitKb(browser, server.http);
  const calls: Call[] = [];
  for (let n = 0; n < Number(values.calls); n += 1) calls.push(await call(browser, server.http));
  const first = calls.map(({ firstSoundMs }) => firstSoundMs);
  const long = calls.flatMap(({ longTasksMs }) => longTasksMs);
  const figures: Figure[] = [
    atMost('script of a first visit, gzip', kb, 150, 'kB'),
    atMost(`click to first sound, p50 of ${calls.length}`, percentile(first, 0.5), 700, 'ms'),
    {
      what: 'click to first sound, slowest',
      measured: `${Math.max(...first).toFixed(0)} ms`,
      target: '',
      met: undefined,
    },
    atMost('longest task of the main thread in a call', Math.max(0, ...long), 50, 'ms'),
  ];
  printFigures("The caller's page", [...figures, ...(await scores(server.http, CHROMIUM))]);
} finally {
  await browser.close();
}
