/** The folder rule of ARCHITECTURE.md, as a test: who may know whom, and by which door. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Read it top to bottom: a folder may only look at the folders named beside it. */
const MAY_KNOW: Readonly<Record<string, string>> = {
  lib: '',
  audio: 'lib',
  protocol: 'lib',
  database: 'lib',
  bank: 'database lib',
  engine: 'audio protocol lib',
  agents: 'engine lib',
  providers: 'agents audio protocol engine lib',
  channels: 'audio protocol lib',
  record: 'database audio protocol lib',
  tools: 'bank record protocol lib',
  call: 'agents channels providers tools record audio protocol lib',
  api: 'agents engine record audio lib',
  settings: 'providers lib',
  desk: 'call record protocol lib',
  web: 'audio protocol lib',
};

/** Shared words, imported file by file. Every other folder is entered by its door. */
const SHARED = new Set(['audio', 'lib', 'protocol']);
const DOOR: Readonly<Record<string, string>> = {
  agents: 'agent.ts',
  api: 'api.ts',
  bank: 'bank.ts',
  call: 'call.ts',
  channels: 'channel.ts',
  database: 'database.ts',
  engine: 'engine.ts',
  providers: 'provider.ts',
  record: 'record.ts',
  settings: 'settings.ts',
  tools: 'tool.ts',
};

const root = join(import.meta.dirname, '..');
const sources = globSync(['src/*/**/*.ts', 'web/**/*.{ts,tsx}'], { cwd: root });

const crossings = sources.flatMap((file) => {
  const from = file.replace(/^src\//, '').split('/')[0] ?? '';
  const source = readFileSync(join(root, file), 'utf8');
  return [...source.matchAll(/(?:from|import)\s*\(?\s*'#(?<to>[a-z]+)\/(?<target>[^']+)'/g)]
    .map(({ groups }) => ({
      file,
      from,
      to: groups?.['to'] ?? '',
      target: groups?.['target'] ?? '',
    }))
    .filter(({ to }) => to !== from);
});

test('the rule looks at real files', () => {
  expect(sources.length).toBeGreaterThan(5);
});

test('every folder knows only the folders above it, by their doors', () => {
  const wrong = crossings
    // A test may set a whole house up.
    .filter(({ file }) => !/(?:\.test|\/fixture)\.ts$/.test(file))
    .filter(
      ({ from, to, target }) =>
        !(MAY_KNOW[from] ?? '').split(' ').includes(to) || !(SHARED.has(to) || target === DOOR[to]),
    )
    .map(({ file, to, target }) => `${file} imports #${to}/${target}`);
  expect(wrong).toEqual([]);
});

test('nobody climbs out of a folder with ../', () => {
  const climbers = sources.filter((file) =>
    /from '(\.\.\/|\.\/\.\.)/.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(climbers).toEqual([]);
});
