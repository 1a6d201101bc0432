/**
 * Speech that says what it says: a voice whose samples carry the letters, and ears that read them. With it a test
 * may speak into any call, and whoever listens, a scripted service or the embedded engine, hears the very words.
 */
import type { Ears, Hearing, HearingEvent } from '#engine/hearing.ts';
import type { Hypothesis } from '#engine/recognizer.ts';

const SAMPLES_PER_MS = 24;
const LETTER_MS = 40;
/** How much silence ends a turn. */
const SILENCE_MS = 300;
const QUIETEST = 1_000;
const STEP = 100;

/** 24 kHz PCM16 of these words, and the silence after which the turn is over. Lower-case words and spaces. */
function speechOf(text: string, silenceMs = SILENCE_MS + 100): Int16Array {
  const letterSamples = LETTER_MS * SAMPLES_PER_MS;
  const samples = new Int16Array(text.length * letterSamples + silenceMs * SAMPLES_PER_MS);
  for (let i = 0; i < text.length; i++) {
    // The sign tells two equal letters apart.
    const loud = (QUIETEST + text.charCodeAt(i) * STEP) * (i % 2 === 0 ? 1 : -1);
    samples.fill(loud, i * letterSamples, (i + 1) * letterSamples);
  }
  return samples;
}

/** The same in frames of 20 ms, as base64: what `input_audio_buffer.append` takes. */
export function spokenFrames(text: string): string[] {
  const samples = speechOf(text);
  const frameSamples = 20 * SAMPLES_PER_MS;
  const frames: string[] = [];
  for (let at = 0; at < samples.length; at += frameSamples) {
    const { buffer, byteOffset, byteLength } = samples.subarray(at, at + frameSamples);
    frames.push(Buffer.from(buffer, byteOffset, byteLength).toString('base64'));
  }
  return frames;
}

export function talkingEars(): Ears {
  return {
    lagMs: 0,
    open: (onEvent) => new TalkingEar(onEvent),
    close: () => Promise.resolve(),
  };
}

class TalkingEar implements Hearing {
  readonly #onEvent: (event: HearingEvent) => void;
  #manual = false;
  /** Samples since the stream began. */
  #at = 0;
  #text = '';
  #value = 0;
  #startedAt: number | undefined;
  #voicedAt = 0;

  constructor(onEvent: (event: HearingEvent) => void) {
    this.#onEvent = onEvent;
  }

  push(samples: Int16Array): void {
    for (const value of samples) {
      this.#at += 1;
      if (Math.abs(value) >= QUIETEST) this.#voiced(value);
      else this.#silent();
    }
  }

  expect(): void {
    // Hears whatever is said.
  }

  find(turns: Parameters<Hearing['find']>[0]): void {
    this.#manual = turns.kind === 'manual';
  }

  commit(): void {
    this.#finish();
  }

  clear(): void {
    this.#text = '';
    this.#startedAt = undefined;
  }

  close(): void {
    this.#startedAt = undefined;
  }

  #voiced(value: number): void {
    if (this.#startedAt === undefined) {
      this.#startedAt = this.#at;
      if (!this.#manual) this.#onEvent({ type: 'speech.started', atMs: ms(this.#at) });
    }
    if (value !== this.#value) {
      const letter = String.fromCharCode(Math.round((Math.abs(value) - QUIETEST) / STEP));
      this.#text += letter;
      if (letter === ' ' && !this.#manual)
        this.#onEvent({ type: 'partial', hypothesis: words(this.#text.trim()) });
    }
    this.#value = value;
    this.#voicedAt = this.#at;
  }

  #silent(): void {
    this.#value = 0;
    if (this.#manual || this.#startedAt === undefined) return;
    if (ms(this.#at - this.#voicedAt) >= SILENCE_MS) this.#finish();
  }

  #finish(): void {
    const startMs = ms(this.#startedAt ?? this.#at);
    const hypothesis = words(this.#text.trim());
    this.clear();
    this.#onEvent({
      type: 'speech.stopped',
      startMs,
      endMs: ms(this.#voicedAt),
      decidedMs: ms(this.#at),
      tookMs: 0,
      hypothesis,
    });
  }
}

function ms(samples: number): number {
  return Math.round(samples / SAMPLES_PER_MS);
}

function words(text: string): Hypothesis {
  return { text, words: [], confidence: text === '' ? 0 : 0.95, rejected: false };
}
