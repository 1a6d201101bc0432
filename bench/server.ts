/** A Luna of our own for a measurement: its own process, port and data folder; ended and removed afterwards. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const ROOT = join(import.meta.dirname, '..');
const READY_LIMIT_MS = 60_000;

export interface RunningServer extends AsyncDisposable {
  readonly http: string;
  readonly ws: string;
  readonly dataDir: string;
  readonly pid: number;
  /** From the start of the process to the first good answer of /readyz. */
  readonly readyMs: number;
  residentMiB(): Promise<number>;
  openFiles(): Promise<number>;
  /** Of the system: workers, the compiler's helpers, the file pool. */
  threads(): Promise<number>;
  /** Seconds of processor time used so far by all threads. */
  cpuSeconds(): Promise<number>;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function untilReady(http: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = performance.now() + READY_LIMIT_MS;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the server ended at once:\n${output()}`);
    try {
      if ((await fetch(`${http}/readyz`)).ok) return;
    } catch (refused) {
      if (!(refused instanceof TypeError)) throw refused;
    }
    await wait(20);
  }
  throw new Error(`the server was not ready in ${READY_LIMIT_MS} ms:\n${output()}`);
}

/** @throws Error with the server's output when it does not become ready. */
export async function startServer(environment: NodeJS.ProcessEnv = {}): Promise<RunningServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'luna-bench-'));
  const port = await freePort();
  const http = `http://127.0.0.1:${port}`;
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: String(port),
      LUNA_DATA_DIR: dataDir,
      LUNA_LOG_LEVEL: 'warn',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Whoever is stopped in the middle of a measurement leaves no server behind.
  const orphaned = (): boolean => child.kill();
  process.once('exit', orphaned);
  let output = '';
  const keep = (data: Buffer): void => {
    output = (output + data.toString()).slice(-4_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  await untilReady(http, child, () => output);
  const proc = (file: string): Promise<string> => readFile(`/proc/${child.pid}/${file}`, 'utf8');
  return {
    http,
    ws: `ws://127.0.0.1:${port}`,
    dataDir,
    pid: child.pid ?? 0,
    readyMs: performance.now() - startedAt,
    residentMiB: async () => Number(/VmRSS:\s+(\d+)/.exec(await proc('status'))?.[1]) / 1024,
    openFiles: async () => (await readdir(`/proc/${child.pid}/fd`)).length,
    threads: async () => (await readdir(`/proc/${child.pid}/task`)).length,
    async cpuSeconds() {
      // Fields 14 and 15 of stat, in ticks of 10 ms.
      const fields = (await proc('stat')).replace(/^.*\) /, '').split(' ');
      return (Number(fields[11]) + Number(fields[12])) / 100;
    },
    async [Symbol.asyncDispose]() {
      process.off('exit', orphaned);
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
