/** The parts of a measurement in processes of their own, so that only the relay's work is counted as its own. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const PATIENCE_MS = 60_000;

export interface Measured {
  readonly roundTripsMs: readonly number[];
  readonly calls: number;
  readonly seconds: number;
  /** Of the relay, in these seconds; undefined where there is none between. */
  readonly cpuSeconds: number;
  /** Of the relay, before the first call and at the end. */
  readonly memoryMiB: { readonly before: number; readonly after: number };
}

/** A part that tells its port. */
export async function start(
  file: string,
  ...args: readonly string[]
): Promise<{ port: number; pid: number } & Disposable> {
  const child = fork(join(import.meta.dirname, file), args, { stdio: 'inherit' });
  const [message] = (await once(child, 'message')) as [{ port: number }];
  return { port: message.port, pid: child.pid ?? 0, [Symbol.dispose]: () => void child.kill() };
}

/** @param pid of the relay, and of those it has begotten */
export async function measure(
  url: string,
  pids: readonly number[],
  { calls, seconds }: { calls: number; seconds: number },
): Promise<Measured> {
  const before = await memoryMiB(pids);
  const callers = fork(join(import.meta.dirname, 'callers.ts'), [url, `${calls}`, `${seconds}`]);
  await next(callers);
  const cpuBefore = await cpuSeconds(pids);
  const { roundTripsMs, open } = await next(callers);
  const used = (await cpuSeconds(pids)) - cpuBefore;
  const after = await memoryMiB(pids);
  callers.send('go home');
  await once(callers, 'exit');
  if (open !== calls) throw new Error(`only ${open} of ${calls} calls lasted`);
  return { roundTripsMs, calls, seconds, cpuSeconds: used, memoryMiB: { before, after } };
}

async function next(child: ChildProcess): Promise<{ roundTripsMs: number[]; open: number }> {
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`the callers went home early (${String(code)})`);
  });
  const [message] = (await Promise.race([once(child, 'message'), gone])) as [
    { roundTripsMs: number[]; open: number },
  ];
  return message;
}

/** Until a server that has just started has prepared its sentences: they would count as memory of the calls. */
export async function untilIdle(pid: number): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  let before = await cpuSeconds([pid], () => true);
  while (performance.now() < deadline) {
    await wait(1_000);
    const now = await cpuSeconds([pid], () => true);
    if (now - before <= 0.02) return;
    before = now;
  }
  process.stdout.write(
    'The server is still busy with itself: its memory counts as that of the calls.\n',
  );
}

/** Of the threads that relay; Luna's ears and voice, in worker threads, have nothing to do with it. */
async function cpuSeconds(
  pids: readonly number[],
  counts: (thread: string) => boolean = (thread) => thread !== 'WorkerThread',
): Promise<number> {
  let nanoseconds = 0;
  for (const pid of pids)
    for (const task of await readdir(`/proc/${pid}/task`)) {
      const folder = `/proc/${pid}/task/${task}`;
      const thread = (await readFile(`${folder}/comm`, 'utf8')).trim();
      // To the nanosecond: the ticks of `stat` see little of somebody who works for 20 µs at a time.
      const [ran = ''] = (await readFile(`${folder}/schedstat`, 'utf8')).split(' ');
      if (counts(thread)) nanoseconds += Number(ran);
    }
  return nanoseconds / 1e9;
}

async function memoryMiB(pids: readonly number[]): Promise<number> {
  let kib = 0;
  for (const pid of pids)
    kib += Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]);
  return kib / 1024;
}
