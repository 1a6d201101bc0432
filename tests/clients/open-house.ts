/** A Luna for a test of the Realtime door: the real house on a port of its own, and a caller's voice that is not hers. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSynthesizer } from '#engine/speech/flite-synthesizer.ts';
import type { Log } from '#lib/log.ts';
import { readConfig } from '../../src/config.ts';
import { openHouse } from '../../src/house.ts';

const CALLERS_VOICE = 'rms';
const SAMPLE_RATE_HZ = 24_000;
export const TOKEN = 'a-token-of-the-tests';

const QUIET: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (facts, message) => process.stderr.write(`${message} ${JSON.stringify(facts)}\n`),
  about: () => QUIET,
};

export interface TestHouse extends AsyncDisposable {
  /** `http://127.0.0.1:PORT`. */
  readonly http: string;
  readonly ws: string;
}

export async function testHouse(environment: Record<string, string> = {}): Promise<TestHouse> {
  const dataDir = await mkdtemp(join(tmpdir(), 'luna-clients-'));
  const read = readConfig({
    PORT: '0',
    LUNA_DATA_DIR: dataDir,
    LUNA_HEARING_WORKERS: '1',
    LUNA_API_TOKENS: TOKEN,
    ...environment,
  });
  if (!read.ok) throw new Error(read.problems.join('\n'));
  const house = await openHouse(read.config, QUIET);
  return {
    http: house.url,
    ws: house.url.replace(/^http/, 'ws'),
    async [Symbol.asyncDispose]() {
      await house.close(0);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** 24 kHz, with silence before and after it, enough for the end to be noticed. */
export async function spoken(text: string): Promise<Int16Array> {
  const synthesizer = createSynthesizer();
  const silence = new Int16Array(SAMPLE_RATE_HZ);
  const pieces: Int16Array[] = [silence.subarray(0, SAMPLE_RATE_HZ / 4)];
  const how = { voice: CALLERS_VOICE, speed: 1, signal: new AbortController().signal };
  for await (const { samples } of synthesizer.speak(text, how)) pieces.push(samples);
  await synthesizer.close();
  pieces.push(silence, silence);
  const whole = new Int16Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
