/** Has the caller been speaking for a while, and nobody has noticed? A service that hangs hears nothing, and says nothing. */
import { decodePcm16 } from '#audio/pcm16.ts';
import { rms } from '#audio/level.ts';

/** About -36 dB below full scale: a voice near a microphone, and not a room. */
const LOUD = 0.016;
/** A short "yes". Where it is none, whoever answers need only say that it is there. */
const VOICE_MS = 240;
/** A pause after which it is another sound. */
const PAUSE_MS = 1_000;

export interface Unnoticed {
  /** Loud sound so far, in ms. */
  readonly loudMs: number;
  /** Where it began and was heard last, in the session's time of the caller's audio. */
  readonly fromMs: number;
  readonly lastMs: number;
}

export const NOTHING_LOUD: Unnoticed = { loudMs: 0, fromMs: 0, lastMs: 0 };

/** @param audio base64 PCM16 */
export function isLoud(audio: string): boolean {
  const decoded = decodePcm16(audio);
  return decoded.ok && rms(decoded.samples) >= LOUD;
}

/** @param endMs where this frame of so many ms ends, in the session's time of the caller's audio */
export function heardFrame(
  before: Unnoticed,
  frame: { readonly loud: boolean; readonly ms: number; readonly endMs: number },
): Unnoticed {
  const { loud, ms, endMs } = frame;
  if (!loud) {
    const isOver = before.loudMs > 0 && endMs - before.lastMs > PAUSE_MS;
    return isOver && before.loudMs < VOICE_MS ? NOTHING_LOUD : before;
  }
  const fromMs = before.loudMs === 0 ? endMs - ms : before.fromMs;
  return { loudMs: before.loudMs + ms, fromMs, lastMs: endMs };
}

export function isVoice({ loudMs }: Unnoticed): boolean {
  return loudMs >= VOICE_MS;
}
