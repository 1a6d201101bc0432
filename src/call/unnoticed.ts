/** Has the caller been speaking for a while, and nobody has noticed? A service that hangs hears nothing, and says nothing. */
import { decodePcm16 } from '#audio/pcm16.ts';
import { rms } from '#audio/level.ts';

/** About -36 dB below full scale: a voice near a microphone, and not a room. */
const LOUD = 0.016;
/** Every detector has noticed a voice by then. */
const VOICE_MS = 600;
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

/** @param endMs where this frame (base64 PCM16, 24 kHz) of so many ms ends */
export function heardFrame(
  before: Unnoticed,
  frame: { readonly audio: string; readonly ms: number; readonly endMs: number },
): Unnoticed {
  const { audio, ms, endMs } = frame;
  const decoded = decodePcm16(audio);
  if (!decoded.ok || rms(decoded.samples) < LOUD) {
    const isOver = before.loudMs > 0 && endMs - before.lastMs > PAUSE_MS;
    return isOver && before.loudMs < VOICE_MS ? NOTHING_LOUD : before;
  }
  const fromMs = before.loudMs === 0 ? endMs - ms : before.fromMs;
  return { loudMs: before.loudMs + ms, fromMs, lastMs: endMs };
}

export function isVoice({ loudMs }: Unnoticed): boolean {
  return loudMs >= VOICE_MS;
}
