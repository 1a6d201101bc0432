/** Photographs every state of the page into docs/screenshots: `npm run screenshots`, `-- all`: every width and theme, `-- all idle call`: of these; `-- film`: the film alone. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildPages, launchChromium } from './chromium.ts';
import { film } from './film.ts';
import { startScriptedServer } from './scripted-server.ts';
import { pageIn, STATES } from './states.ts';

const KEPT_IN = join(import.meta.dirname, '..', '..', 'docs', 'screenshots');
const SIZES = { 360: 740, 768: 1024, 1440: 820, 1920: 1080 } as const;
type Width = keyof typeof SIZES;
const WIDTHS: readonly Width[] = [360, 768, 1440, 1920];
type Theme = 'light' | 'dark';

/** The few that the repository keeps. */
const KEPT: readonly [string, Width, Theme][] = [
  ['idle', 1440, 'light'],
  ['idle', 360, 'light'],
  ['call', 1440, 'dark'],
  ['call', 768, 'light'],
  ['call', 360, 'dark'],
  ['escalated', 1440, 'light'],
  ['settings-ready', 1440, 'light'],
  ['settings-wrong-key', 360, 'dark'],
  ['scripted', 768, 'dark'],
];

const every = Object.keys(STATES).flatMap((name) =>
  WIDTHS.flatMap((width) => [[name, width, 'light'] as const, [name, width, 'dark'] as const]),
);
const all = process.argv.includes('all');
const only = process.argv.slice(2).filter((word) => word !== 'all');
// All of them are for looking at, and not for keeping.
const folder = all ? join(KEPT_IN, '..', '..', 'dist', 'screenshots') : KEPT_IN;
await mkdir(folder, { recursive: true });
await using pages = await buildPages();
await using server = await startScriptedServer(pages.folder);
const browser = await launchChromium('');
const wanted = (all ? every : KEPT).filter(([name]) => only.length === 0 || only.includes(name));
for (const [name, width, theme] of wanted) {
  const page = await pageIn(name, browser, server, {
    viewport: { width, height: SIZES[width] },
    colorScheme: theme,
  });
  const camera = await page.context().newCDPSession(page);
  const { data } = await camera.send('Page.captureScreenshot', { format: 'webp', quality: 85 });
  await writeFile(join(folder, `${name}-${width}-${theme}.webp`), data, 'base64');
  await page.context().close();
}
if (!all && (only.length === 0 || only.includes('film')))
  await writeFile(join(KEPT_IN, 'call.webp'), await film(browser, server));
await browser.close();
