/** Tells client and conversation what the caller said: word by word while it is said, and at the end. */
import type { Session } from '#protocol/server-events.ts';
import type { Hypothesis } from '#engine/recognizer.ts';
import { digitsIn } from '#engine/understanding/numbers.ts';
import type { Ledger } from './ledger.ts';
import type { Outbox } from './outbox.ts';
import { NOTHING_SHOWN, show, showRest } from './stable-words.ts';

/** In noise one right row of digits in thirty holds a word less sure than this: those are read back. */
const SURE_OF_NUMBERS = 0.55;

interface TranscriptionOptions {
  readonly outbox: Outbox;
  readonly ledger: Ledger;
  readonly session: () => Session;
}

export class Transcription {
  readonly #around: TranscriptionOptions;
  #shown = NOTHING_SHOWN;

  constructor(around: TranscriptionOptions) {
    this.#around = around;
  }

  /** A new utterance begins. */
  begin(): void {
    this.#shown = NOTHING_SHOWN;
  }

  grow(itemId: string, { text }: Hypothesis): void {
    const [shown, delta] = show(this.#shown, text);
    this.#shown = shown;
    this.#delta(itemId, delta);
  }

  /** Undefined: the recogniser has not answered, nobody can tell. */
  finish(itemId: string, hypothesis: Hypothesis | undefined): void {
    const { ledger } = this.#around;
    const rest = showRest(this.#shown, hypothesis?.text ?? '');
    this.begin();
    ledger.transcribe(itemId, hypothesis?.text ?? '', clearness(hypothesis));
    if (hypothesis === undefined) return this.#failed(itemId);
    this.#delta(itemId, rest);
    this.#completed(itemId, hypothesis.text);
  }

  silence(itemId: string): void {
    this.#around.ledger.transcribe(itemId, '', 'silence');
    this.#completed(itemId, '');
  }

  get #isWanted(): boolean {
    return this.#around.session().audio.input.transcription !== null;
  }

  #delta(itemId: string, delta: string): void {
    if (delta === '' || !this.#isWanted) return;
    const type = 'conversation.item.input_audio_transcription.delta';
    this.#around.outbox.emit({ type, item_id: itemId, content_index: 0, delta });
  }

  #completed(itemId: string, transcript: string): void {
    if (!this.#isWanted) return;
    const { outbox, ledger } = this.#around;
    const type = 'conversation.item.input_audio_transcription.completed';
    const usage = { type: 'duration', seconds: ledger.secondsOf(itemId) } as const;
    outbox.emit({ type, item_id: itemId, content_index: 0, transcript, usage });
  }

  #failed(itemId: string): void {
    if (!this.#isWanted) return;
    const type = 'conversation.item.input_audio_transcription.failed';
    const message = 'The recogniser did not answer.';
    const error = {
      type: 'server_error',
      code: 'recognition_failed',
      message,
      param: null,
    } as const;
    this.#around.outbox.emit({ type, item_id: itemId, content_index: 0, error });
  }
}

function clearness(hypothesis: Hypothesis | undefined): 'clear' | 'doubtful' | 'unclear' {
  if (hypothesis === undefined || hypothesis.rejected) return 'unclear';
  const numbers = hypothesis.words.filter(({ word }) => digitsIn(word) !== '');
  return numbers.every(({ confidence }) => confidence >= SURE_OF_NUMBERS) ? 'clear' : 'doubtful';
}
