/** The lines of a script as sound: made once, by the house's own synthesizer, and kept while there is room. */
import type { Synthesizer } from '#engine/engine.ts';
import type { Line, Script } from './scripts.ts';
import { spokenWav } from './spoken.ts';

/** A line is about 200 kB: three scripts at a time. What falls out is still in the synthesizer's own cache. */
const CACHE_BYTES = 8 * 2 ** 20;

export interface ScriptSpeech {
  /**
   * The line as a WAV, 24 kHz mono; whoever asks for one that is being made waits for the same.
   * @throws Error where the voice fails, is closed, or takes longer than twenty seconds.
   */
  wavOf(script: Script, line: Line): Promise<Uint8Array>;
  /** Has the lines made, in their order, whenever there is nothing else to do. */
  prepare(script: Script): void;
}

export interface ScriptSpeechParts {
  readonly synthesizer: Synthesizer;
  /** Luna's; the caller gets another. */
  readonly voice: string;
  readonly cacheBytes?: number;
}

export function scriptSpeech(parts: ScriptSpeechParts): ScriptSpeech {
  const { synthesizer, voice, cacheBytes = CACHE_BYTES } = parts;
  const callers = synthesizer.voices.find((other) => other !== voice) ?? voice;
  const voiceOf = ({ who }: Line): string => (who === 'luna' ? voice : callers);
  /** The one not asked for longest is first. */
  const made = new Map<string, Uint8Array>();
  const making = new Map<string, Promise<Uint8Array>>();
  const prepared = new Set<string>();
  let bytes = 0;

  const keep = (key: string, wav: Uint8Array): void => {
    made.set(key, wav);
    bytes += wav.length;
    for (const [oldest, { length }] of made) {
      if (bytes <= cacheBytes) return;
      made.delete(oldest);
      bytes -= length;
    }
  };

  const make = async (key: string, line: Line): Promise<Uint8Array> => {
    try {
      const wav = await spokenWav(synthesizer, line.text, voiceOf(line));
      keep(key, wav);
      return wav;
    } finally {
      making.delete(key);
    }
  };

  return {
    async wavOf(script, line) {
      const key = `${script.scenario}/${line.n}`;
      const ready = made.get(key);
      if (ready !== undefined) {
        made.delete(key);
        made.set(key, ready);
        return ready;
      }
      const running = making.get(key) ?? make(key, line);
      making.set(key, running);
      return running;
    },
    prepare(script) {
      if (prepared.has(script.scenario)) return;
      prepared.add(script.scenario);
      for (const own of [voice, callers]) {
        const texts = script.lines.filter((line) => voiceOf(line) === own).map(({ text }) => text);
        // It settles when the voice is closed, too, and a line that fails is tried again when it is asked for.
        void synthesizer.prime(texts, { voice: own, speed: 1 });
      }
    },
  };
}
