/** How long a stranger waits: a clean clone of the last commit, `npm ci`, and what it weighs. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { atMost, printFigures } from './figures.ts';

const run = promisify(execFile);
const folder = await mkdtemp(join(tmpdir(), 'luna-install-'));
try {
  await run('git', [
    'clone',
    '-q',
    '--depth',
    '1',
    `file://${join(import.meta.dirname, '..')}`,
    folder,
  ]);
  const startedAt = performance.now();
  await run('npm', ['ci'], { cwd: folder });
  const seconds = (performance.now() - startedAt) / 1000;
  const { stdout } = await run('du', ['-sm', join(folder, 'node_modules')]);
  printFigures('Install', [
    atMost('npm ci in a clean clone', seconds, 90, 's'),
    {
      what: 'installed',
      measured: `${Number.parseInt(stdout, 10)} MB`,
      target: '',
      met: undefined,
    },
  ]);
} finally {
  await rm(folder, { recursive: true, force: true });
}
