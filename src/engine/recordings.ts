/** Recordings of people beside the project, for tests; where they are absent, those tests are skipped. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mixDown, readWav } from '#audio/wav.ts';

const FOLDER = join(import.meta.dirname, '../../../shared/data/speech');

export const haveRecordings = existsSync(FOLDER);

/** 16 kHz mono, e.g. `commands/ps_tidig.wav`. */
export function recording(name: string): Int16Array {
  const read = readWav(readFileSync(join(FOLDER, name)), { rateHz: 16_000 });
  if (!read.ok) throw new Error(`${name}: ${read.why}`);
  return mixDown(read.wav);
}
