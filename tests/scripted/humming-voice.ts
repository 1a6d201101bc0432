/** A voice that hums for about as long as the words would take, and needs no time to think. */
import type { Synthesizer } from '#engine/synthesizer.ts';

const SAMPLES_PER_MS = 24;

/** `letterMs`: how long a letter sounds; about 65 as people speak, less where a test need not be long. */
export function hummingVoice(letterMs = 20): Synthesizer {
  return {
    voices: ['hum'],
    async *speak(text, { signal }) {
      for (const clause of text.match(/[^.,?!]+[.,?!]*\s*/g) ?? []) {
        await Promise.resolve();
        if (signal.aborted) return;
        const samples = new Int16Array(clause.length * letterMs * SAMPLES_PER_MS);
        for (let i = 0; i < samples.length; i++) samples[i] = 400 * Math.sin(i / 20);
        yield { text: clause, samples };
      }
    },
    prime: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}
