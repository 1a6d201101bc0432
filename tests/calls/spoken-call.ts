/** A whole call by voice: a Luna of its own with a fresh bank, and a caller who speaks with another voice. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Card } from '#bank/bank.ts';
import { bankReader } from '#bank/reader.ts';
import {
  type HeardEvent,
  type Recording,
  callWithRecordings,
} from '#channels/recording/recorded-caller.ts';
import { openDatabase } from '#database/database.ts';
import type { Synthesizer } from '#engine/engine.ts';
import { createSynthesizer } from '#engine/speech/flite-synthesizer.ts';
import { systemClock } from '#lib/clock.ts';
import type { Log } from '#lib/log.ts';
import { type RecordReader, openRecord } from '#record/record.ts';
import { readConfig } from '../../src/config.ts';
import { openHouse } from '../../src/house.ts';

/** What the caller says, how he interrupts, or what is heard of him while he listens. */
export type Says =
  | string
  | { readonly says: string; readonly interruptsAfterMs: number }
  | { readonly murmurs: string | Int16Array; readonly afterMs: number };

export interface SpokenCall {
  readonly events: readonly HeardEvent[];
  /** The bank's own word on the card at the end. */
  readonly card: Card | undefined;
  readonly record: NonNullable<Awaited<ReturnType<RecordReader['read']>>>;
  /** Luna's sentences, one line each. */
  readonly lunaSaid: string;
}

const CALLERS_VOICE = 'rms';
const SILENT: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (facts, message) => process.stderr.write(`${message} ${JSON.stringify(facts)}\n`),
  about: () => SILENT,
};

async function recorded(turns: readonly Says[]): Promise<Recording[]> {
  const synthesizer = createSynthesizer();
  const recordings: Recording[] = [];
  for (const turn of turns) recordings.push(await recordingOf(turn, synthesizer));
  await synthesizer.close();
  return recordings;
}

async function recordingOf(turn: Says, synthesizer: Synthesizer): Promise<Recording> {
  if (typeof turn === 'string') return { name: turn, samples: await spoken(turn, synthesizer) };
  if ('says' in turn) {
    const { says: name, interruptsAfterMs } = turn;
    return { name, samples: await spoken(name, synthesizer), interruptsAfterMs };
  }
  const { murmurs, afterMs: interruptsAfterMs } = turn;
  const how = { interruptsAfterMs, isAside: true };
  return typeof murmurs === 'string'
    ? { name: murmurs, samples: await spoken(murmurs, synthesizer), ...how }
    : { name: '(noise)', samples: murmurs, ...how };
}

async function spoken(text: string, synthesizer: Synthesizer): Promise<Int16Array> {
  const said: number[] = [];
  const { signal } = new AbortController();
  for await (const { samples } of synthesizer.speak(text, {
    voice: CALLERS_VOICE,
    speed: 1,
    signal,
  }))
    for (const sample of samples) said.push(sample);
  return Int16Array.from(said);
}

export async function spokenCall(turns: readonly Says[]): Promise<SpokenCall> {
  await using ending = new AsyncDisposableStack();
  const dataDir = await mkdtemp(join(tmpdir(), 'luna-spoken-'));
  ending.defer(() => rm(dataDir, { recursive: true, force: true }));
  const read = readConfig({ PORT: '0', LUNA_DATA_DIR: dataDir, LUNA_HEARING_WORKERS: '1' });
  if (!read.ok) throw new Error(read.problems.join());
  const recordings = await recorded(turns);
  const house = await openHouse(read.config, SILENT);
  const events: HeardEvent[] = [];
  await callWithRecordings({
    url: `${house.url.replace(/^http/, 'ws')}/ws?scenario=block-card`,
    recordings,
    clock: systemClock(),
    onEvent: (_, event) => events.push(event),
    onSpeech: () => undefined,
    signal: new AbortController().signal,
  });
  await house.close(5_000);
  const database = ending.use(openDatabase(join(dataDir, 'luna.db')));
  const [card] = await bankReader(database, systemClock()).cards({ lastFour: '4829' });
  const book = await openRecord(database, systemClock(), () => undefined);
  const [latest] = await book.list(1);
  const record = latest && (await book.read(latest.id));
  await book.close();
  if (!record) throw new Error('the call left no record');
  const lunaSaid = events
    .filter((event) => event.type === 'response.output_audio_transcript.done')
    .map(({ transcript }) => transcript)
    .join('\n');
  return { events, card, record, lunaSaid };
}
