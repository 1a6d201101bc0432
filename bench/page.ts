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
import { z } from 'zod';
import { atMost, percentile, printFigures, type Figure } from './figures.ts';
import { scores } from './lighthouse.ts';
import { startServer } from './server.ts';

const CHROMIUM = '/usr/bin/chromium';
const PAGES = join(import.meta.dirname, '..', 'dist', 'web');
const GREETING_MS = 4_000;
const CALL_LIMIT_MS = 60_000;

/** Runs in the page before its own script: notes the click and Luna's first heard sample. */
const WATCH = `
window.lunaClickedAt = 0; window.lunaFirstAt = 0;
document.addEventListener('click', () => { window.lunaClickedAt = performance.now(); }, true);
const send = WebSocket.prototype.send;
WebSocket.prototype.send = function (data) {
  if (typeof data === 'string' && window.lunaFirstAt === 0 && data.includes('"luna.played"')) {
    const played = JSON.parse(data).played_ms;
    if (played > 0) window.lunaFirstAt = performance.now() - played;
  }
  return send.call(this, data);
};
`;

interface Task {
  readonly wallMs: number;
  readonly cpuMs: number;
}

/** Times in microseconds; `tdur` is the thread's own. */
const Trace = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      dur: z.number().optional(),
      tdur: z.number().optional(),
      args: z
        .object({ name: z.string().optional().catch(undefined) })
        .optional()
        .catch(undefined),
    }),
  ),
});

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

/** Milliseconds from the click to Luna's first sound. */
async function call(browser: Browser, url: string): Promise<number> {
  const page = await open(browser, url);
  await page.getByRole('button', { name: 'Start call' }).click();
  await page.waitForFunction(heard, undefined, { timeout: CALL_LIMIT_MS });
  const firstSoundMs = await page.evaluate<number>('window.lunaFirstAt - window.lunaClickedAt');
  await page.getByRole('button', { name: 'End call' }).click();
  await page.close();
  return firstSoundMs;
}

/** Of the main thread, from the click until the greeting is over; `cpuMs`: without waiting for a busy machine. */
async function longestTask(browser: Browser, url: string): Promise<Task> {
  const page = await open(browser, url);
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  await page.getByRole('button', { name: 'Start call' }).click();
  await page.waitForFunction(heard, undefined, { timeout: CALL_LIMIT_MS });
  // As long as her greeting takes, with everything that moves while she speaks.
  await page.waitForTimeout(GREETING_MS);
  const { traceEvents } = Trace.parse(JSON.parse((await browser.stopTracing()).toString()));
  await page.close();
  const threads = traceEvents.filter(({ args }) => args?.name === 'CrRendererMain');
  const main = new Set(threads.map(({ pid, tid }) => `${pid}:${tid}`));
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name.endsWith('RunTask') && main.has(`${pid}:${tid}`),
  );
  if (tasks.length === 0) throw new Error('the trace holds no tasks of the main thread');
  return {
    wallMs: Math.max(0, ...tasks.map(({ dur }) => (dur ?? 0) / 1000)),
    cpuMs: Math.max(0, ...tasks.map(({ tdur }) => (tdur ?? 0) / 1000)),
  };
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
  const first: number[] = [];
  for (let n = 0; n < Number(values.calls); n += 1) first.push(await call(browser, server.http));
  const longest = await longestTask(browser, server.http);
  const figures: Figure[] = [
    atMost('script of a first visit, gzip', kb, 150, 'kB'),
    atMost(`click to first sound, p50 of ${first.length}`, percentile(first, 0.5), 700, 'ms'),
    {
      what: 'click to first sound, slowest',
      measured: `${Math.max(...first).toFixed(0)} ms`,
      target: '',
      met: undefined,
    },
    atMost('longest task in a call, its own work', longest.cpuMs, 50, 'ms'),
    atMost('longest task in a call, by the clock', longest.wallMs, 50, 'ms'),
  ];
  printFigures("The caller's page", [...figures, ...(await scores(server.http, CHROMIUM))]);
} finally {
  await browser.close();
}
