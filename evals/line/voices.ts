/** Whose voices callers have: flite's that are not Luna's, and festival's where it is installed. 24 kHz, mono. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { resample } from '#audio/resampler.ts';
import { mixDown, readWav } from '#audio/wav.ts';
import { callerVoices } from '../../bench/clips.ts';
import { LINE_RATE_HZ } from './microphone.ts';

const run = promisify(execFile);
const FESTIVAL = { ked: 'ked_diphone' } as const;
const SILENCE = 200;

export interface Voices extends AsyncDisposable {
  /** Those that can speak here. */
  readonly names: readonly string[];
  clip(text: string, voice: string): Promise<Int16Array>;
}

export async function openVoices(): Promise<Voices> {
  const flite = callerVoices();
  const clips = new Map<string, Promise<Int16Array>>();
  const festival = await hasFestival();
  return {
    names: [...flite.names, ...(festival ? Object.keys(FESTIVAL) : [])],
    clip(text, voice) {
      const name = Object.entries(FESTIVAL).find(([known]) => known === voice)?.[1];
      if (name === undefined) return flite.clip(text, voice);
      const clip = clips.get(text) ?? bySpeaking(text, name);
      clips.set(text, clip);
      return clip;
    },
    [Symbol.asyncDispose]: () => flite[Symbol.asyncDispose](),
  };
}

async function hasFestival(): Promise<boolean> {
  try {
    await run('which', ['text2wave']);
    return true;
  } catch {
    return false; // then the others must do
  }
}

async function bySpeaking(text: string, name: string): Promise<Int16Array> {
  const folder = await mkdtemp(join(tmpdir(), 'luna-eval-'));
  try {
    const [input, output] = [join(folder, 'text'), join(folder, 'sound.wav')];
    await writeFile(input, text);
    await run('text2wave', ['-eval', `(voice_${name})`, input, '-o', output]);
    const read = readWav(await readFile(output));
    if (!read.ok) throw new Error(`festival: ${read.why}`);
    const samples = resample(mixDown(read.wav), read.wav.rateHz, LINE_RATE_HZ);
    const isLoud = (sample: number): boolean => Math.abs(sample) > SILENCE;
    return samples.slice(samples.findIndex(isLoud), samples.findLastIndex(isLoud) + 1);
  } finally {
    await rm(folder, { recursive: true });
  }
}
