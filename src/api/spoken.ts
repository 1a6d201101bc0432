/** A text in one of the house's own voices, as a whole WAV. */
import { writeWav } from '#audio/wav.ts';
import type { Synthesizer } from '#engine/engine.ts';

const RATE_HZ = 24_000;
/** A busy voice may take its time; then whoever asked is told. */
const RENDER_LIMIT_MS = 20_000;

/**
 * @returns 24 kHz mono.
 * @throws Error where the voice fails, is closed, or takes longer than twenty seconds.
 */
export async function spokenWav(
  synthesizer: Synthesizer,
  text: string,
  voice: string,
): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(RENDER_LIMIT_MS);
  const clauses: Int16Array[] = [];
  let spoken = '';
  for await (const clause of synthesizer.speak(text, { voice, speed: 1, signal })) {
    clauses.push(clause.samples);
    spoken += clause.text;
  }
  // A voice that is being closed ends quietly: half a line must not be kept.
  if (spoken.trim() !== text.trim()) throw new Error('The voice stopped in the middle of a line.');
  const samples = new Int16Array(clauses.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const clause of clauses) {
    samples.set(clause, at);
    at += clause.length;
  }
  return writeWav({ rateHz: RATE_HZ, channels: [samples] });
}
