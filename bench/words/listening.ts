/** One caller's sentences through the recogniser, as they would come in: 20 ms at a time. */
import { setTimeout } from 'node:timers/promises';
import type { Recognizer } from '#engine/recognizer.ts';
import type { Sentence } from './corpus.ts';
import { type Score, score } from './score.ts';

export interface Spoken extends Sentence {
  /** Whose voice it is, where a set holds several: the next one calls anew. */
  readonly speaker?: string;
  /** 16 kHz mono. */
  readonly samples: Int16Array;
}

export interface Heard {
  readonly said: string;
  readonly text: string;
  readonly confidence: number;
  readonly rejected: boolean;
  readonly score: Score;
  readonly audioMs: number;
  /** Time of the processor, not of the clock: other programs do not count. */
  readonly cpuMs: number;
  /** Until the final text, after the last sample. */
  readonly finalMs: number;
}

const PIECE = 320;
const GIVEN_BACK_MS = 100;
/** What the voice activity lets through before and after the words. */
const MARGIN = new Int16Array(3200);

/** A caller says about so much: then the next call begins, in a stream of its own. */
const SENTENCES_OF_A_CALL = 10;

/** A call's sentences in one stream, so that line and voice are learnt as in a call. */
export function listen(recognizer: Recognizer, sentences: readonly Spoken[]): readonly Heard[] {
  let stream = recognizer.open();
  let spoken = 0;
  return sentences.map(({ text: said, expectation, samples: sound, speaker }, i) => {
    if (spoken === SENTENCES_OF_A_CALL || speaker !== sentences[i - 1]?.speaker) {
      stream = recognizer.open();
      spoken = 0;
    }
    spoken++;
    const before = process.cpuUsage();
    stream.start(expectation);
    for (let at = 0; at < sound.length; at += PIECE) stream.push(sound.subarray(at, at + PIECE));
    const lastSample = performance.now();
    const { text, confidence, rejected } = stream.finish();
    const finalMs = performance.now() - lastSample;
    const { user, system } = process.cpuUsage(before);
    return {
      said,
      text,
      confidence,
      rejected,
      score: score(said, text),
      audioMs: sound.length / 16,
      cpuMs: (user + system) / 1000,
      finalMs,
    };
  });
}

/** A pause before and after, of one step of dither: digital silence is no silence of a room. */
export function quietMargins(samples: Int16Array, seed: number): Int16Array {
  const sound = new Int16Array(samples.length + 2 * MARGIN.length);
  sound.set(samples, MARGIN.length);
  return sound.map((sample, i) => sample + (((i * 7919 + seed * 104_729) >> 3) % 3) - 1);
}

/** Megabytes of each of so many further streams that have heard a second of noise. */
export async function memoryOfStreams(recognizer: Recognizer, count: number): Promise<number> {
  const noise = Int16Array.from({ length: 16_000 }, (_, i) => ((i * 7919) % 2003) - 1001);
  const hear = () => {
    const stream = recognizer.open();
    stream.start({ for: 'open' });
    stream.push(noise);
    return stream;
  };
  // What all streams share grows with the first one.
  hear().finish();
  const before = await used();
  const streams = Array.from({ length: count }, hear);
  const megabytes = ((await used()) - before) / count;
  for (const stream of streams) stream.finish();
  return megabytes;
}

/** Arrays are given back by another thread, some time after the objects that held them. */
async function used(): Promise<number> {
  let now = Infinity;
  for (let least = Infinity; ; least = now) {
    globalThis.gc?.();
    await setTimeout(GIVEN_BACK_MS);
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    now = (heapUsed + arrayBuffers) / 1e6;
    if (now > least - 0.1) return least;
  }
}
