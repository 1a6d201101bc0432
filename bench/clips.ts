/** What simulated callers sound like: flite's voices that are not Luna's, rendered once and kept. */
import { createSynthesizer } from '#engine/speech/flite-synthesizer.ts';

/** Luna speaks with slt, so her callers never do. */
const CALLER_VOICES = ['rms', 'awb', 'kal16'] as const;
/** Quieter than this is silence at either end of a clip (of 32,768). */
const SILENCE = 200;

export interface CallerVoices extends AsyncDisposable {
  readonly names: readonly string[];
  /** 24 kHz mono; the first and the last sample are speech. */
  clip(text: string, voice: string): Promise<Int16Array>;
}

const isLoud = (sample: number): boolean => Math.abs(sample) > SILENCE;

function trimmed(samples: Int16Array): Int16Array {
  return samples.slice(samples.findIndex(isLoud), samples.findLastIndex(isLoud) + 1);
}

export function callerVoices(): CallerVoices {
  const synthesizer = createSynthesizer();
  const clips = new Map<string, Promise<Int16Array>>();
  async function render(text: string, voice: string): Promise<Int16Array> {
    const { signal } = new AbortController();
    const pieces: number[] = [];
    for await (const { samples } of synthesizer.speak(text, { voice, speed: 1, signal }))
      for (const sample of samples) pieces.push(sample);
    return trimmed(Int16Array.from(pieces));
  }
  return {
    names: CALLER_VOICES,
    clip(text, voice) {
      const key = `${voice}: ${text}`;
      const clip = clips.get(key) ?? render(text, voice);
      clips.set(key, clip);
      return clip;
    },
    [Symbol.asyncDispose]: () => synthesizer.close(),
  };
}
