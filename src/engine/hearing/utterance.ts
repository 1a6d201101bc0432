/** What the recogniser hears of one utterance: a little of what came before the voice, and all that follows. */
import type { Understood } from './endpointing.ts';
import { FRAME_SAMPLES } from '#engine/activity/silero.ts';
import type { Expectation, Hypothesis, RecognizerStream } from '#engine/recognizer.ts';

const FRAME_MS = 32;
/** Heard before the first voiced frame: an "f" or "s" has no voice, and the front end wants some silence. */
const PRE_ROLL_MS = 320;
/** A sound after the last word that is at least so long is an "uh". */
const SHORTEST_HESITATION_MS = 160;
/** A sound without words that is longer than this was not understood, and need not be waited for. */
const LONGEST_HESITATION_MS = 700;
/** The pre-roll, and the voiced frames that pass before it is known that they are. */
const KEPT_FRAMES = PRE_ROLL_MS / FRAME_MS + 4;

export class Utterance {
  listening = false;
  startMs = 0;
  readonly #stream: RecognizerStream;
  readonly #recent = new Int16Array(KEPT_FRAMES * FRAME_SAMPLES);
  /** How many frames at the end of `#recent` belong to no earlier utterance. */
  #fresh = 0;
  #covered = false;
  /** The hypothesis of this frame, once somebody has asked for it. */
  #partial: Hypothesis | undefined;
  #told = '';
  #endMs = 0;
  /** Of the first sample that the recogniser got. */
  #firstMs = 0;

  constructor(stream: RecognizerStream) {
    this.#stream = stream;
  }

  /** One frame of 32 ms. */
  hear(frame: Int16Array, startMs: number): void {
    this.#recent.copyWithin(0, FRAME_SAMPLES);
    this.#recent.set(frame, this.#recent.length - FRAME_SAMPLES);
    this.#fresh = Math.min(this.#fresh + 1, KEPT_FRAMES);
    this.#endMs = startMs + FRAME_MS;
    if (!this.listening || this.#covered) return;
    this.#partial = undefined;
    this.#stream.push(frame);
  }

  /** Begins with what was heard shortly before `startMs`, the beginning of the voice. */
  listen(expectation: Expectation, startMs: number): void {
    const frames = Math.min(
      this.#fresh,
      Math.ceil((this.#endMs - startMs + PRE_ROLL_MS) / FRAME_MS),
    );
    this.#stream.start(expectation);
    this.#stream.push(this.#recent.slice(this.#recent.length - frames * FRAME_SAMPLES));
    this.startMs = startMs;
    this.#firstMs = this.#endMs - frames * FRAME_MS;
    this.listening = true;
    this.#covered = false;
    this.#partial = undefined;
    this.#told = '';
  }

  /** The last piece, shorter than a frame. */
  hearRest(samples: Int16Array): void {
    if (!this.#covered) this.#stream.push(samples);
  }

  /** Listens no longer, but keeps what was heard. */
  cover(): void {
    this.#covered = true;
  }

  forget(): void {
    this.listening = false;
    this.#fresh = 0;
  }

  finish(): Hypothesis {
    this.forget();
    return this.#stream.finish();
  }

  /** The words so far; empty where they make no sense. `endMs`: of the last voice. */
  understood(endMs: number): Understood {
    const { text, rejected, words } = this.#now();
    const last = words.at(-1);
    if (rejected || last === undefined)
      return { text: '', hesitates: endMs - this.startMs < LONGEST_HESITATION_MS };
    return { text, hesitates: endMs - (this.#firstMs + last.endMs) > SHORTEST_HESITATION_MS };
  }

  /** The words so far, if they have changed since they were last told. */
  news(): Hypothesis | undefined {
    const hypothesis = this.#now();
    if (hypothesis.text === this.#told) return undefined;
    this.#told = hypothesis.text;
    return hypothesis;
  }

  #now(): Hypothesis {
    this.#partial ??= this.#stream.partial();
    return this.#partial;
  }
}
