/** For tests: a PostgreSQL that is named by LUNA_TEST_POSTGRES_URL, or one started in a temporary folder. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface TestServer {
  /** Where the database of this name is reached. */
  urlOf(database: string): string;
  stop(): Promise<void>;
}

export interface FoundServer {
  start(): Promise<TestServer>;
}

/** undefined where neither the variable is set nor a server is installed. */
export function findTestServer(): FoundServer | undefined {
  const given = process.env['LUNA_TEST_POSTGRES_URL'];
  if (given !== undefined && given !== '') return { start: async () => existing(given) };
  const folder = [
    '/usr/local/bin',
    '/usr/bin',
    ...globSync('/usr/lib/postgresql/*/bin'),
    '/opt/homebrew/bin',
  ].find((bin) => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres')));
  const owner = ordinaryUser();
  if (folder === undefined || owner === undefined) return undefined;
  return { start: () => startIn(folder, owner) };
}

function existing(given: string): TestServer {
  return {
    urlOf: (database) => Object.assign(new URL(given), { pathname: `/${database}` }).href,
    stop: async () => undefined,
  };
}

interface User {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root; there we borrow an ordinary user. */
function ordinaryUser(): User | undefined {
  const uid = process.getuid?.();
  const gid = process.getgid?.();
  if (uid === undefined || gid === undefined) return undefined;
  if (uid !== 0) return { uid, gid };
  for (const name of ['postgres', 'nobody']) {
    try {
      return { uid: idOf('-u', name), gid: idOf('-g', name) };
    } catch {
      continue;
    }
  }
  return undefined;
}

function idOf(flag: '-u' | '-g', name: string): number {
  return Number(
    execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  );
}

/** The server writes its state on the last line of its lock file. */
function isReady(data: string): boolean {
  const lock = join(data, 'postmaster.pid');
  return existsSync(lock) && /^ready\s*$/m.test(readFileSync(lock, 'utf8'));
}

async function startIn(bin: string, owner: User): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'luna-postgres-'));
  chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const as = { ...owner, cwd: folder };
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'luna', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    { ...as, stdio: 'ignore' },
  );
  // A socket in our own folder: no port to collide with, nobody else can connect.
  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'fsync=off'];
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    { ...as, stdio: 'ignore' },
  );
  const ended = once(server, 'exit');
  const urlOf = (database: string) =>
    `postgres:///${database}?host=${encodeURIComponent(folder)}&user=luna`;
  const deadline = performance.now() + 20_000;
  while (!isReady(data)) {
    if (performance.now() > deadline || server.exitCode !== null)
      throw new Error('PostgreSQL did not start');
    await sleep(20);
  }
  return {
    urlOf,
    stop: async () => {
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
