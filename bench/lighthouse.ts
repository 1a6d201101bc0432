/**
 * Lighthouse's marks, where somebody has installed it. It weighs ten times as much as the page's own tools and
 * is therefore no dependency: `npm install --no-save lighthouse`, or its folder in LIGHTHOUSE_DIR.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Figure } from './figures.ts';

const LEAST = 95;
/** A computer and not a telephone of 2016 in a bad network: what a contact centre's page is opened on. */
const DESKTOP = {
  formFactor: 'desktop',
  screenEmulation: {
    mobile: false,
    width: 1350,
    height: 940,
    deviceScaleFactor: 1,
    disabled: false,
  },
  throttling: { rttMs: 40, throughputKbps: 10_240, cpuSlowdownMultiplier: 1 },
} as const;
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];

const Report = z.object({
  lhr: z.object({
    categories: z.record(z.string(), z.object({ title: z.string(), score: z.number().nullable() })),
  }),
});
type Run = (url: string, options: object) => Promise<unknown>;
type Launch = (options: object) => Promise<{ port: number; kill: () => unknown }>;

export async function scores(url: string, chromePath: string): Promise<Figure[]> {
  const tools = await installed();
  if (tools === undefined)
    return [
      {
        what: 'Lighthouse',
        measured: 'not installed',
        target: `≥ ${LEAST}`,
        met: undefined,
      },
    ];
  const chrome = await tools.launch({
    chromePath,
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu'],
  });
  try {
    const options = { port: chrome.port, onlyCategories: CATEGORIES, ...DESKTOP };
    const { lhr } = Report.parse(await tools.run(`${url}/`, options));
    return Object.values(lhr.categories).map(({ title, score }) => {
      const mark = Math.round(100 * (score ?? 0));
      return {
        what: `Lighthouse: ${title.toLowerCase()}`,
        measured: String(mark),
        target: `≥ ${LEAST}`,
        met: mark >= LEAST,
      };
    });
  } finally {
    await chrome.kill();
  }
}

async function installed(): Promise<{ run: Run; launch: Launch } | undefined> {
  const folder = process.env['LIGHTHOUSE_DIR'] ?? join(import.meta.dirname, '..');
  const { resolve } = createRequire(join(folder, 'package.json'));
  try {
    const lighthouse = (await import(pathToFileURL(resolve('lighthouse')).href)) as {
      default: Run;
    };
    const launcher = (await import(pathToFileURL(resolve('chrome-launcher')).href)) as {
      launch: Launch;
    };
    return { run: lighthouse.default, launch: launcher.launch };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')
      return undefined;
    throw error;
  }
}
