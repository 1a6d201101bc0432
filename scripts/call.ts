/** `npm run call`: a recording calls Luna, in real time; prints the timeline and keeps what was heard. */
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeWav } from '#audio/wav.ts';
import { type Recording, callWithRecordings } from '#channels/recording/recorded-caller.ts';
import { LINE_RATE_HZ, readSoundFile } from '#channels/recording/sound-file.ts';
import { lineOf, speechLine } from '#channels/recording/timeline.ts';
import { systemClock } from '#lib/clock.ts';
import { readConfig } from '../src/config.ts';
import { openHouse } from '../src/house.ts';
import { openLog } from '../src/log.ts';

const USAGE = `Usage: npm run call -- --scenario block-card --audio caller.wav [more options]

  --scenario ID    what the call is about (block-card)
  --audio FILE     one WAV file to speak, after the greeting
  --turns FOLDER   WAV files, in the order of their names; each is spoken when Luna has finished
  --server URL     a running Luna, e.g. ws://127.0.0.1:8090; without it one is started
  --out FILE       writes what was heard: stereo, the caller left, Luna right
`;

/** What a person got wrong on the command line. */
class Misuse extends Error {}

async function recordingsFrom(files: readonly string[]): Promise<Recording[]> {
  return Promise.all(
    files.map(async (file) => {
      const sound = readSoundFile(await readFile(file));
      if (!sound.ok) throw new Misuse(`${file}: ${sound.why}`);
      return { name: basename(file), samples: sound.samples };
    }),
  );
}

async function filesOf(audio: string | undefined, turns: string | undefined): Promise<string[]> {
  if (audio !== undefined) return [audio];
  if (turns === undefined) throw new Misuse('Give --audio FILE or --turns FOLDER.');
  const names = (await readdir(turns)).filter((name) => name.toLowerCase().endsWith('.wav'));
  if (names.length === 0) throw new Misuse(`${turns}: there is no WAV file in it.`);
  return names.toSorted().map((name) => join(turns, name));
}

/** A Luna for this call only, with a bank of its own, so that calling twice gives the same. */
async function ownServer(ending: AsyncDisposableStack): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'luna-call-'));
  ending.defer(() => rm(dataDir, { recursive: true, force: true }));
  const read = readConfig();
  if (!read.ok) throw new Misuse(read.problems.join('\n'));
  const config = { ...read.config, port: 0, host: '127.0.0.1', dataDir, hearingWorkers: 1 };
  const house = await openHouse(config, await openLog('warn'));
  ending.defer(() => house.close(0));
  return house.url.replace(/^http/, 'ws');
}

function print(text: string | undefined): void {
  if (text !== undefined) process.stdout.write(`${text}\n`);
}

async function call(): Promise<void> {
  const { values } = parseArgs({
    options: {
      scenario: { type: 'string', default: 'block-card' },
      audio: { type: 'string' },
      turns: { type: 'string' },
      server: { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const recordings = await recordingsFrom(await filesOf(values.audio, values.turns));
  await using ending = new AsyncDisposableStack();
  const url = new URL('/ws', values.server ?? (await ownServer(ending)));
  url.searchParams.set('scenario', values.scenario);
  url.searchParams.set('from', 'recording');
  const stopped = new AbortController();
  process.once('SIGINT', () => stopped.abort());
  const heard = await callWithRecordings({
    url: url.href,
    recordings,
    clock: systemClock(),
    onEvent: (atMs, event) => print(lineOf(atMs, event)),
    onSpeech: (atMs, recording) => print(speechLine(atMs, recording)),
    signal: stopped.signal,
  });
  if (values.out === undefined) return;
  const channels = [heard.caller, heard.luna];
  await writeFile(values.out, writeWav({ rateHz: LINE_RATE_HZ, channels }));
  print(
    `${values.out}: ${(heard.luna.length / LINE_RATE_HZ).toFixed(1)} s, caller left, Luna right`,
  );
}

try {
  await call();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (error instanceof Misuse) process.stderr.write(`\n${USAGE}`);
  process.exitCode = 1;
}
