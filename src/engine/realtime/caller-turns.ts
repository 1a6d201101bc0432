/** The caller's side of a session: sound in, turns found or committed, items and transcripts out. */
import { makeId } from '#lib/id.ts';
import type { Clock } from '#lib/clock.ts';
import type { Session } from '#protocol/server-events.ts';
import type { TurnDetection } from '#protocol/session.ts';
import type { Ears, Hearing, HearingEvent } from '#engine/hearing.ts';
import type { Expectation, Hypothesis } from '#engine/recognizer.ts';
import { CallerAudio } from './caller-audio.ts';
import { findingOf } from './session-config.ts';
import type { Ledger } from './ledger.ts';
import type { Outbox } from './outbox.ts';
import { Transcription } from './transcription.ts';
import { decoderOf } from './wire-sound.ts';

/** What the protocol asks for at least. */
const SHORTEST_COMMIT_MS = 100;
/** Recognition takes milliseconds; if nothing has come after this, nothing will. */
const RECOGNITION_LIMIT_MS = 20_000;
/** Of silence, only so much is kept while waiting for the caller to speak. */
const LOOK_BACK_MS = 10_000;

export interface CallerTurnsOptions {
  readonly ears: Ears;
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly ledger: Ledger;
  readonly session: () => Session;
  readonly onSpeechStarted: () => void;
  readonly onTrouble: (code: string, message: string) => void;
  /** A turn that voice activity has ended; its words are known. */
  readonly onTurn: () => void;
}

interface Awaited {
  readonly itemId: string;
  readonly stopWaiting: () => void;
}

export class CallerTurns {
  readonly #around: CallerTurnsOptions;
  #hearing: Hearing;
  /** How long a silence ends a turn, where the client has said it. */
  #silenceMs: number | undefined;
  #expected: Expectation = { for: 'open' };
  readonly #audio = new CallerAudio();
  #decode: ReturnType<typeof decoderOf>;
  /** The item that the caller's present words will become. */
  #next = makeId('item');
  #speakingFromMs: number | undefined;
  readonly #transcription: Transcription;
  /** Committed items whose words are still being recognised. */
  #awaited: Awaited[] = [];
  #settled: (() => void)[] = [];
  #beside: Promise<unknown> = Promise.resolve();

  constructor(around: CallerTurnsOptions) {
    this.#around = around;
    this.#transcription = new Transcription(around);
    this.#hearing = this.#open();
    this.configure(undefined);
    this.#decode = decoderOf(around.session().audio.input.format);
  }

  get isSpeaking(): boolean {
    return this.#speakingFromMs !== undefined;
  }

  get endMs(): number {
    return this.#audio.endMs;
  }

  expect(expectation: Expectation): void {
    this.#expected = expectation;
    this.#hearing.expect(expectation);
  }

  /** Takes over what a session.update has changed. */
  configure(before: Session | undefined, asked?: TurnDetection | null): void {
    const { input } = this.#around.session().audio;
    if (asked !== undefined)
      this.#silenceMs = asked?.type === 'server_vad' ? asked.silence_duration_ms : undefined;
    if (before !== undefined && before.audio.input.format.type !== input.format.type)
      this.#decode = decoderOf(input.format);
    this.#hearing.find(findingOf(input.turn_detection, this.#silenceMs));
  }

  /** Returns what is wrong with the sound, or undefined. */
  append(base64: string): string | undefined {
    const decoded = this.#decode(base64);
    if (!decoded.ok) return decoded.message;
    this.#audio.push(decoded.samples);
    if (!this.isSpeaking && this.#around.session().audio.input.turn_detection !== null)
      this.#audio.forgetBefore(this.#audio.endMs - LOOK_BACK_MS);
    this.#hearing.push(decoded.samples);
    return undefined;
  }

  /** Ends the caller's turn by hand. Returns how many milliseconds there were when they are too few. */
  commit(): number | undefined {
    const { bufferedMs } = this.#audio;
    if (bufferedMs < SHORTEST_COMMIT_MS) return bufferedMs;
    const fromMs = this.#speakingFromMs ?? this.#audio.bufferStartMs;
    const itemId = this.#commitItem(fromMs, this.#audio.endMs);
    const { clock } = this.#around;
    const stopWaiting = clock.after(RECOGNITION_LIMIT_MS, () => {
      this.#give(itemId, undefined);
    });
    this.#awaited.push({ itemId, stopWaiting });
    this.#hearing.commit();
    return undefined;
  }

  clear(): void {
    this.#hearing.clear();
    this.#audio.startBuffer();
    this.#speakingFromMs = undefined;
    this.#next = makeId('item');
    this.#transcription.begin();
    this.#around.outbox.emit({ type: 'input_audio_buffer.cleared' });
  }

  /** Nobody has spoken for a while: an empty turn stands in the conversation. */
  commitSilence(): void {
    this.#transcription.silence(this.#commitItem(this.#audio.endMs, this.#audio.endMs));
  }

  get nextItemId(): string {
    return this.#next;
  }

  /** An item with sound of its own, recognised beside the caller's stream. */
  awaitWords(itemId: string, words: Promise<Hypothesis | undefined>): void {
    const recognised = words.then((hypothesis) => this.#transcription.finish(itemId, hypothesis));
    this.#beside = Promise.all([this.#beside, recognised]);
  }

  /** Resolves when the words of every committed item are known. */
  async transcribed(signal: AbortSignal): Promise<void> {
    await this.#beside;
    if (this.#awaited.length === 0 || signal.aborted) return;
    await new Promise<void>((resolve) => {
      this.#settled.push(resolve);
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  close(): void {
    for (const { stopWaiting } of this.#awaited) stopWaiting();
    this.#awaited = [];
    this.#hearing.close();
  }

  #open(): Hearing {
    return this.#around.ears.open((event) => {
      this.#onHearing(event);
    });
  }

  /** A worker has died: the words of this moment are lost, the call is not. */
  #reopen(): void {
    this.#hearing.close();
    this.#hearing = this.#open();
    this.configure(undefined);
    this.#hearing.expect(this.#expected);
    this.#speakingFromMs = undefined;
    for (const { itemId } of this.#awaited) this.#give(itemId, undefined);
  }

  #onHearing(event: HearingEvent): void {
    switch (event.type) {
      case 'speech.started':
        return this.#started(event.atMs);
      case 'partial':
        return this.#partial(event.hypothesis);
      case 'speech.stopped': {
        const [first] = this.#awaited;
        if (first !== undefined) return this.#give(first.itemId, event.hypothesis);
        return this.#stopped(event);
      }
      case 'overrun':
        return this.#around.onTrouble(
          'input_audio_overrun',
          `Audio came in faster than it can be heard: ${Math.round(event.lostMs)}ms of it were left out.`,
        );
      case 'deaf':
        return this.#reopen();
    }
  }

  #started(atMs: number): void {
    const { turn_detection: turns } = this.#around.session().audio.input;
    if (turns === null || this.isSpeaking) return;
    const padding = turns.type === 'server_vad' ? (turns.prefix_padding_ms ?? 0) : 300;
    const startMs = Math.max(this.#audio.bufferStartMs, Math.round(atMs) - padding);
    this.#speakingFromMs = startMs;
    this.#transcription.begin();
    this.#around.outbox.emit({
      type: 'input_audio_buffer.speech_started',
      audio_start_ms: startMs,
      item_id: this.#next,
    });
    this.#around.onSpeechStarted();
  }

  #partial(hypothesis: Hypothesis): void {
    if (this.#awaited.length > 0) return;
    this.#transcription.grow(this.#next, hypothesis);
  }

  #stopped(event: Extract<HearingEvent, { type: 'speech.stopped' }>): void {
    const fromMs = this.#speakingFromMs;
    // The answer to a commit that has been answered, or a turn that was cleared.
    if (fromMs === undefined) return;
    const itemId = this.#next;
    const endMs = Math.round(event.decidedMs);
    this.#around.outbox.emit({
      type: 'input_audio_buffer.speech_stopped',
      audio_end_ms: endMs,
      item_id: itemId,
      voiced_end_ms: Math.round(event.endMs),
    });
    this.#commitItem(fromMs, endMs);
    this.#transcription.finish(itemId, event.hypothesis);
    this.#around.onTurn();
  }

  #commitItem(fromMs: number, toMs: number): string {
    const { ledger, outbox } = this.#around;
    const id = this.#next;
    this.#next = makeId('item');
    this.#speakingFromMs = undefined;
    ledger.keepAudio(id, this.#audio.slice(fromMs, toMs));
    this.#audio.startBuffer();
    this.#audio.forgetBefore(toMs - LOOK_BACK_MS);
    const previous_item_id = ledger.items.at(-1)?.id ?? null;
    outbox.emit({ type: 'input_audio_buffer.committed', previous_item_id, item_id: id });
    ledger.add(
      {
        id,
        type: 'message',
        status: 'completed',
        role: 'user',
        content: [{ type: 'input_audio', transcript: null }],
      },
      undefined,
    );
    return id;
  }

  /** The words of a committed item, or undefined when recognition has not answered. */
  #give(itemId: string, hypothesis: Hypothesis | undefined): void {
    const awaited = this.#awaited.find((one) => one.itemId === itemId);
    if (awaited === undefined) return;
    awaited.stopWaiting();
    this.#awaited = this.#awaited.filter((one) => one !== awaited);
    this.#transcription.finish(itemId, hypothesis);
    if (this.#awaited.length > 0) return;
    for (const settle of this.#settled.splice(0)) settle();
  }
}
