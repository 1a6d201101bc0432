/** Entra ID by the real library, from an identity that this test brings along: a command line that is signed in. */
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { systemClock } from '#lib/clock.ts';
import type { Log } from '#lib/log.ts';
import { checkProvider, readSettings } from '#providers/provider.ts';
import { Upstream } from '../scripted/upstream.ts';

const quiet = () => undefined;
const log: Log = { info: quiet, warn: quiet, error: quiet, about: () => log };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luna-entra-'));
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env['PATH']}`);
  vi.stubEnv('AZURE_TOKEN_CREDENTIALS', 'AzureCliCredential');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

/** Signed in or not: `az account get-access-token` as the library calls it. */
async function commandLine(script: string): Promise<void> {
  const path = join(folder, 'az');
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
}

async function check(upstream: Upstream, scope?: string) {
  const endpoint = upstream.url.replace(/\/v1$/, '');
  const read = readSettings({
    provider: 'azure',
    entra: true,
    endpoint,
    deployment: 'mine',
    scope,
  });
  if (!read.ok) throw new Error(read.words);
  return checkProvider(read.settings, { clock: systemClock(), log });
}

test('without a key Azure is shown a token of Entra ID, for the scope that was asked for', async () => {
  await using upstream = await Upstream.open();
  const asked = join(folder, 'asked');
  const token = '{"accessToken":"token-of-entra","expires_on":4102444800,"tokenType":"Bearer"}';
  await commandLine(`echo "$@" >> ${asked}\necho '${token}'`);
  expect(await check(upstream)).toMatchObject({ ok: true, label: 'Azure mine' });
  expect(await check(upstream, 'https://cognitiveservices.azure.com/.default')).toMatchObject({
    ok: true,
  });
  for (const { headers } of upstream.requests) {
    expect(headers.authorization).toBe('Bearer token-of-entra');
    expect(headers['api-key']).toBeUndefined();
  }
  const [first, second] = (await readFile(asked, 'utf8')).trim().split('\n');
  expect(first).toContain('https://ai.azure.com');
  expect(second).toContain('https://cognitiveservices.azure.com');
}, 60_000);

test('a machine that is signed in nowhere is told so, and nobody is called', async () => {
  await using upstream = await Upstream.open();
  await commandLine('echo "Please run az login" >&2\nexit 1');
  expect(await check(upstream)).toEqual({
    ok: false,
    code: 'no_token',
    words: 'Entra ID gave no token: this server has no Azure identity that may be used.',
    field: 'key',
  });
  expect(upstream.requests).toEqual([]);
}, 60_000);
