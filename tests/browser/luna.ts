/** A whole Luna for one test: its own process, port, data and freshly built page; ended and removed afterwards. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '..', '..');

export interface Luna extends AsyncDisposable {
  readonly url: string;
  readonly dataDir: string;
  /** No goodbye: the process is gone. */
  kill(): Promise<void>;
}

/** Where the server looks for its page. */
export async function buildOwnPage(): Promise<void> {
  await promisify(execFile)(process.execPath, ['node_modules/vite/bin/vite.js', 'build', 'web'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production' },
  });
}

/**
 * @param prepare what is to be in its data before it starts
 * @throws Error with what the server wrote when it ends instead of answering.
 */
export async function startLuna(
  port = 0,
  prepare?: (dataDir: string) => Promise<void>,
): Promise<Luna> {
  const dataDir = await mkdtemp(join(tmpdir(), 'luna-browser-'));
  await prepare?.(dataDir);
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), LUNA_DATA_DIR: dataDir, LUNA_LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const url = await doorOf(createInterface(child.stdout));
  // Nobody reads on; a full pipe would stop the server.
  child.stdout.resume();
  return {
    url,
    dataDir,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await ended;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The first line of the log names every door. */
async function doorOf(log: AsyncIterable<string>): Promise<string> {
  const written: string[] = [];
  for await (const line of log) {
    const door = /Page: (?<url>http:\/\/[^/\s]+)/.exec(line)?.groups?.['url'];
    if (door !== undefined) return door;
    written.push(line);
  }
  throw new Error(`Luna did not open:\n${written.join('\n')}`);
}
