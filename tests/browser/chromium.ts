/** A real Chromium with a microphone that plays a file, and the page built for it. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';

/** Tests are skipped without it, with this title. */
export const chromiumIsHere = existsSync(CHROMIUM);
if (!chromiumIsHere)
  process.stderr.write(`${CHROMIUM} is absent: the browser tests are skipped.\n`);

const FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
];

/** `plays`: a WAV that the fake microphone plays once; without it the machine has no microphone it may use. */
export function launchChromium(plays?: string): Promise<Browser> {
  const microphone =
    plays === undefined
      ? []
      : [
          '--use-fake-ui-for-media-stream',
          '--use-fake-device-for-media-stream',
          `--use-file-for-fake-audio-capture=${plays}%noloop`,
        ];
  return chromium.launch({
    executablePath: CHROMIUM,
    headless: true,
    chromiumSandbox: false,
    args: [...FLAGS, ...microphone],
  });
}

export interface BuiltPages extends AsyncDisposable {
  readonly folder: string;
}

/** Each test file builds its own, so that none deletes another's. */
export async function buildPages(): Promise<BuiltPages> {
  const folder = await mkdtemp(join(tmpdir(), 'luna-pages-'));
  const root = join(import.meta.dirname, '..', '..');
  // In a process of its own: the test runner's NODE_ENV would make another page than the one that is shipped.
  await promisify(execFile)(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', 'web', '--outDir', folder],
    { cwd: root, env: { ...process.env, NODE_ENV: 'production' } },
  );
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
