/** Both voices of a script: played where there is a recording, shown at the pace of speech where there is none. */
import type { Clock } from '#lib/clock.ts';
import type { CallSound } from '#web/audio/call-sound.ts';
import type { PlaybackReport } from '#web/audio/playback.ts';
import type { Speaker } from '#web/audio/speaker.ts';
import type { CallEvent } from '#web/caller/call-state.ts';
import { splitAtPlayed } from '#web/caller/spoken-text.ts';

const SAMPLES_PER_MS = 24;
/** Reading aloud. */
const MS_PER_LETTER = 55;
/** How often text grows that nobody speaks. */
const STEP_MS = 100;

export interface ScriptVoicesParts {
  readonly sound: CallSound;
  readonly clock: Clock;
  readonly tell: (event: CallEvent) => void;
}

interface Sentence {
  readonly itemId: string;
  readonly text: string;
  readonly wholeMs: number;
  /** Nobody speaks it. */
  readonly mute: boolean;
  playedMs: number;
}

export class ScriptVoices {
  readonly #parts: ScriptVoicesParts;
  /** Each is called when its item has been heard to its end, or cut off. */
  readonly #silent = new Map<string, () => void>();
  #callersVoice: Speaker | undefined;
  #sentence: Sentence | undefined;

  constructor(parts: ScriptVoicesParts) {
    this.#parts = parts;
  }

  /** From now on the sound reports here. */
  listen(): void {
    const { sound, tell } = this.#parts;
    sound.listen({
      onFrame: () => undefined,
      onMicrophoneLost: () => tell({ type: 'microphone', state: 'missing' }),
      onReport: (report) => this.#onReport(report),
    });
  }

  /** Resolves when the sentence has been heard, or cut off. `samples`: 24 kHz. */
  async luna(itemId: string, text: string, samples: Int16Array | undefined): Promise<void> {
    const { sound, clock, tell } = this.#parts;
    const delta = { item_id: itemId, delta: text };
    const word = { type: 'response.output_audio_transcript.delta', ...delta } as const;
    tell({ type: 'word', word, atMs: clock.now() });
    const { speaker } = sound;
    const spoken = samples !== undefined && speaker !== undefined;
    const wholeMs = spoken ? samples.length / SAMPLES_PER_MS : text.length * MS_PER_LETTER;
    tell({ type: 'audio', itemId, addedMs: wholeMs });
    this.#sentence = { itemId, text, wholeMs, mute: !spoken, playedMs: 0 };
    const heard = this.#untilSilent(itemId);
    if (spoken) {
      speaker.append(itemId, samples);
      speaker.finish(itemId);
    } else this.#show(this.#sentence);
    await heard;
    this.#sentence = undefined;
  }

  /** The caller's part, in a voice that is not Luna's. */
  async caller(itemId: string, samples: Int16Array): Promise<void> {
    this.#callersVoice ??= await this.#parts.sound.openCallersVoice((report) => {
      if (report.type !== 'played') this.#settle(report.itemId);
    });
    if (this.#callersVoice === undefined) return;
    const heard = this.#untilSilent(itemId);
    this.#callersVoice.append(itemId, samples);
    this.#callersVoice.finish(itemId);
    await heard;
  }

  /** Luna falls silent, if she speaks. */
  cut(): void {
    const sentence = this.#sentence;
    if (sentence === undefined) return;
    const { itemId, mute, playedMs } = sentence;
    if (mute) this.#onReport({ type: 'flushed', itemId, playedMs });
    else this.#parts.sound.speaker?.flush(itemId);
  }

  /** Nobody is waited for any more. */
  end(): void {
    for (const itemId of this.#silent.keys()) this.#settle(itemId);
  }

  #show(sentence: Sentence): void {
    const { itemId, wholeMs } = sentence;
    this.#parts.clock.after(STEP_MS, () => {
      if (!this.#silent.has(itemId)) return;
      sentence.playedMs = Math.min(wholeMs, sentence.playedMs + STEP_MS);
      this.#onReport({ type: 'played', itemId, playedMs: sentence.playedMs });
      if (sentence.playedMs >= wholeMs) this.#onReport({ type: 'drained', itemId });
      else this.#show(sentence);
    });
  }

  #onReport(report: PlaybackReport): void {
    const { tell, clock } = this.#parts;
    tell({ type: 'report', report });
    if (report.type === 'played') return;
    const sentence = this.#sentence;
    if (report.type === 'flushed' && sentence?.itemId === report.itemId) {
      const { itemId: item_id, text, wholeMs } = sentence;
      const heard_ms = report.playedMs;
      const pieces = [{ text, fromMs: 0 }];
      const [heard] = splitAtPlayed({ pieces, receivedMs: wholeMs, playedMs: heard_ms });
      const word = { type: 'luna.heard', item_id, heard_ms, text: heard } as const;
      tell({ type: 'word', word, atMs: clock.now() });
    }
    this.#settle(report.itemId);
  }

  #settle(itemId: string): void {
    const settled = this.#silent.get(itemId);
    this.#silent.delete(itemId);
    settled?.();
  }

  #untilSilent(itemId: string): Promise<void> {
    return new Promise((resolve) => this.#silent.set(itemId, resolve));
  }
}
