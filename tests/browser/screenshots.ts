/** Photographs every state of the pages into docs/screenshots: `npm run screenshots`, `-- all`: every width and theme, `-- all idle call`: of these; `-- film`: the film alone. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { buildPages, launchChromium } from './chromium.ts';
import { film } from './film.ts';
import { INSIGHTS_STATES, insightsIn } from './insights-states.ts';
import { buildOwnPage } from './luna.ts';
import { startManagersLuna } from './managers-luna.ts';
import { startScriptedServer } from './scripted-server.ts';
import { pageIn, STATES } from './states.ts';

const KEPT_IN = join(import.meta.dirname, '..', '..', 'docs', 'screenshots');
const SIZES = { 360: 740, 768: 1024, 1440: 820, 1920: 1080 } as const;
type Width = keyof typeof SIZES;
const WIDTHS: readonly Width[] = [360, 768, 1440, 1920];
type Theme = 'light' | 'dark';
type Shot = readonly [state: string, Width, Theme];

/** The few that the repository keeps. */
const KEPT: readonly Shot[] = [
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
/** Of the managers' page, on a record of made-up calls. */
const KEPT_FOR_MANAGERS: readonly Shot[] = [
  ['board', 1440, 'light'],
  ['asked', 1440, 'dark'],
  ['talking', 360, 'light'],
  ['figures', 768, 'dark'],
];

const all = process.argv.includes('all');
const only = process.argv.slice(2).filter((word) => word !== 'all');
// All of them are for looking at, and not for keeping.
const folder = all ? join(KEPT_IN, '..', '..', 'dist', 'screenshots') : KEPT_IN;
await mkdir(folder, { recursive: true });
const browser = await launchChromium('');

const callers = wanted(STATES, KEPT, '');
const filmed = !all && (only.length === 0 || only.includes('film'));
if (callers.length > 0 || filmed) {
  await using pages = await buildPages();
  await using server = await startScriptedServer(pages.folder);
  for (const shot of callers)
    await photograph(shot, '', (name, look) => pageIn(name, browser, server, look));
  if (filmed) await writeFile(join(KEPT_IN, 'call.webp'), await film(browser, server));
}
const managers = wanted(INSIGHTS_STATES, KEPT_FOR_MANAGERS, 'insights-');
if (managers.length > 0) {
  await buildOwnPage();
  await using luna = await startManagersLuna();
  for (const shot of managers)
    await photograph(shot, 'insights-', (name, look) => insightsIn(name, browser, luna.url, look));
}
await browser.close();

function wanted(states: object, kept: readonly Shot[], prefix: string): readonly Shot[] {
  const every = Object.keys(states).flatMap((name) =>
    WIDTHS.flatMap((width) => [[name, width, 'light'] as const, [name, width, 'dark'] as const]),
  );
  const shots = all ? every : kept;
  return shots.filter(([name]) => only.length === 0 || only.includes(prefix + name));
}

interface Look {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme: Theme;
}

async function photograph(
  [name, width, theme]: Shot,
  prefix: string,
  open: (name: string, look: Look) => Promise<Page>,
): Promise<void> {
  const viewport = { width, height: SIZES[width] };
  const page = await open(name, { viewport, colorScheme: theme });
  const camera = await page.context().newCDPSession(page);
  const { data } = await camera.send('Page.captureScreenshot', { format: 'webp', quality: 85 });
  await writeFile(join(folder, `${prefix}${name}-${width}-${theme}.webp`), data, 'base64');
  await page.context().close();
}
