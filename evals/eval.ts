/**
 * Simulated callers against real servers: how many calls end right, and whether any broke a rule.
 * `npm run eval` plays everything; `npm run eval -- --help` says how to play less.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Run, plan } from './plan.ts';
import { openVoices } from './line/voices.ts';
import { readOptions } from './options.ts';
import { type Played, playRun } from './play-run.ts';
import { pageOf } from './report/page.ts';
import { progressLine, story, table } from './report/print.ts';
import { PARTS } from './scripts/every-script.ts';
import { Seat } from './seat.ts';

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

await using voices = await openVoices();
const options = readOptions(PARTS, voices.names);
const runs = plan(options);
const waiting = [...runs];
const startedAt = performance.now();
const isTimeLeft = (): boolean => performance.now() - startedAt < options.minutes * 60_000;
const played: Played[] = [];

/** One server after the other: all at once they would only be in each other's way. */
let opening: Promise<unknown> = Promise.resolve();
function nextSeat(): Promise<Seat> {
  const seat = opening.then(() => Seat.open());
  opening = seat;
  return seat;
}

async function occupy(): Promise<void> {
  await using seat = await nextSeat();
  for (let run: Run | undefined = waiting.shift(); run && isTimeLeft(); run = waiting.shift()) {
    const done = await playRun(run, seat, voices, options);
    played.push(done);
    process.stdout.write(`${progressLine(done, played.length, runs.length)}\n`);
    if (options.verbose || !done.verdict.passed) process.stdout.write(`${story(done)}\n`);
  }
}

const seats = Math.min(options.jobs, runs.length);
await Promise.all(Array.from({ length: seats }, occupy));
process.stdout.write(`${table(played)}\n`);
if (played.length < runs.length)
  process.stdout.write(`\n${runs.length - played.length} calls were not begun in time\n`);
const broken = played.filter(({ verdict }) => verdict.broken.length > 0).length;
process.stdout.write(`\nrules broken in ${broken} of ${played.length} calls\n`);

const command = ['npm run eval --', ...process.argv.slice(2)].join(' ');
await mkdir(options.report, { recursive: true });
const page = join(options.report, 'index.html');
await writeFile(page, pageOf(played, { ...options, command, madeAt: new Date() }));
process.stdout.write(`report: ${page}\n`);

const right = played.filter(({ verdict }) => verdict.passed).length / Math.max(1, played.length);
if (broken > 0 || right < options.least) process.exitCode = 1;
