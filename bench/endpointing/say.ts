/** Speaks an utterance with its pauses, in a quiet room. */
import type { Voice } from '../words/voices.ts';
import type { Utterance } from './utterances.ts';

const RATE_HZ = 16_000;
const BEFORE_MS = 400;
const AFTER_MS = 2500;
/** Of the loudest sample: quieter than this at the edges is no speech. */
const AUDIBLE = 0.02;
/** A room is never quite silent. */
const ROOM = 12;

export interface Spoken {
  readonly samples: Int16Array;
  /** Of the last audible sample. */
  readonly endMs: number;
}

export function say({ parts }: Utterance, voice: Voice): Spoken {
  const pieces = parts.map((part) =>
    typeof part === 'number' ? new Int16Array((part * RATE_HZ) / 1000) : trimmed(voice.speak(part)),
  );
  const speech = pieces.reduce((length, piece) => length + piece.length, 0);
  const before = (BEFORE_MS * RATE_HZ) / 1000;
  const samples = new Int16Array(before + speech + (AFTER_MS * RATE_HZ) / 1000);
  let at = before;
  for (const piece of pieces) {
    samples.set(piece, at);
    at += piece.length;
  }
  // The same noise on every run.
  let seed = 7;
  for (let i = 0; i < samples.length; i++) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    samples[i] = (samples[i] ?? 0) + ROOM * (seed / 2 ** 31 - 1);
  }
  return { samples, endMs: (1000 * at) / RATE_HZ };
}

function trimmed(samples: Int16Array): Int16Array {
  let loudest = 0;
  for (const sample of samples) loudest = Math.max(loudest, Math.abs(sample));
  const audible = (sample: number): boolean => Math.abs(sample) > AUDIBLE * loudest;
  return samples.subarray(samples.findIndex(audible), samples.findLastIndex(audible) + 1);
}
