/** Builds the page into dist/web, unless what is there is younger than all it is made of. Runs before `npm start`. */
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const BUILT = join(ROOT, 'dist', 'web', 'index.html');
/** Whatever the page is made of, and what it is made with. */
const SOURCES = ['web/**/*', 'src/{audio,lib,protocol}/*.ts', 'package-lock.json'];

function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

const youngest = Math.max(
  ...globSync(SOURCES, { cwd: ROOT }).map((file) => changedAt(join(ROOT, file))),
);
if (changedAt(BUILT) < youngest) {
  process.stdout.write('Building the page, once …\n');
  const { build } = await import('vite');
  await build({ root: join(ROOT, 'web'), logLevel: 'warn' });
}
