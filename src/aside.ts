/** "One moment, please." in the house's own voice, for a call whose provider leaves the caller in silence. */
import type { Aside } from '#call/fill-in.ts';
import { encodePcm16 } from '#audio/pcm16.ts';
import type { Synthesizer } from '#engine/engine.ts';
import type { Log } from '#lib/log.ts';

const TEXT = 'One moment, please.';
const SAMPLES_PER_MS = 24;
/** Later than that it would be no help any more. */
const LIMIT_MS = 2_000;

/** Made once, when it is needed first. Never rejects; undefined where the voice is too busy or fails. */
export function asideIn(
  voice: string,
  synthesizer: Synthesizer,
  log: Log,
): () => Promise<Aside | undefined> {
  let made: Aside | undefined;
  return async () => {
    if (made !== undefined) return made;
    const pieces: Int16Array[] = [];
    let spoken = '';
    try {
      const options = { voice, speed: 1, signal: AbortSignal.timeout(LIMIT_MS) };
      for await (const { text, samples } of synthesizer.speak(TEXT, options)) {
        pieces.push(samples);
        spoken += text;
      }
    } catch (error) {
      log.warn({ error }, 'an aside could not be spoken');
    }
    // A voice that is being closed, or takes too long, ends quietly.
    if (spoken.trim() !== TEXT) return undefined;
    const samples = joined(pieces);
    made = { text: TEXT, audio: encodePcm16(samples), ms: samples.length / SAMPLES_PER_MS };
    return made;
  };
}

function joined(pieces: readonly Int16Array[]): Int16Array {
  const samples = new Int16Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    samples.set(piece, at);
    at += piece.length;
  }
  return samples;
}
