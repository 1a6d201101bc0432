/** Performs one response: says and calls what the dialogue has decided, and ends it with exactly one `response.done`. */
import { makeId } from '#lib/id.ts';
import type { Clock } from '#lib/clock.ts';
import type { FunctionCallItem, Item, MessageItem } from '#protocol/items.ts';
import type { Response, Session } from '#protocol/server-events.ts';
import type { Move } from '#engine/dialogue/moves.ts';
import type { Moves } from '#engine/mind.ts';
import type { Synthesizer } from '#engine/synthesizer.ts';
import type { Ledger } from './ledger.ts';
import type { Outbox } from './outbox.ts';
import { Pace } from './pace.ts';
import {
  endedResponse,
  functionCalled,
  messageEnded,
  messageOf,
  messageStarted,
  sound,
  words,
  type Ending,
  type Modality,
  type Place,
} from './response-events.ts';
import { heardOf, type SpokenLength } from './truncation.ts';
import { untilAborted } from './until-aborted.ts';
import { usageOf } from './usage.ts';
import { encoderOf, type Encoder } from './wire-sound.ts';

const SAMPLES_PER_MS = 24;
/** The first piece is short, so that it leaves at once; the others are what other servers send. */
const FIRST_PIECE = 100 * SAMPLES_PER_MS;
const PIECE = 250 * SAMPLES_PER_MS;
/** For callers who cannot follow. */
const SLOWLY = 0.85;
const LETTERS_PER_TOKEN = 4;
const SPOKEN_MS_PER_TOKEN = 50;

export interface Surroundings {
  readonly outbox: Outbox;
  readonly ledger: Ledger;
  readonly synthesizer: Synthesizer;
  readonly clock: Clock;
  readonly session: () => Session;
  /** Which of the engine's voices speaks for the name a client chose. */
  readonly voiceFor: (voice: string) => string;
  /** The first sound has gone out: from now on the voice stays. */
  readonly onSound: () => void;
  /** A function call that was decided never left: the dialogue must know. */
  readonly onUndone: (move: Move) => void;
}

export class Responder {
  readonly shown: boolean;
  #response: Response;
  #ending: Ending | undefined;
  /** Sound sent so far, in milliseconds. */
  #spokenMs = 0;
  #text = '';
  /** The message being said at this moment. */
  #saying: Said | undefined;
  readonly #around: Surroundings;
  readonly #abort = new AbortController();
  readonly #pace: Pace;

  constructor(response: Response, around: Surroundings) {
    this.#response = response;
    this.#around = around;
    this.#pace = new Pace(around.clock, this.#abort.signal);
    this.shown = response.conversation_id !== null;
  }

  get id(): string {
    return this.#response.id;
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  cancel(reason: 'turn_detected' | 'client_cancelled'): void {
    this.#end({ status: 'cancelled', reason });
  }

  /** Writes down what has been said of this item so far, so that it can be truncated before its end. */
  writeDown(itemId: string): void {
    const message = this.#saying;
    if (message?.id !== itemId || message.sent.length === 0 || message.truncated) return;
    message.truncated = true;
    const samples = joined(message.sent);
    const sent = heardOf(message.clauses, samples.length / SAMPLES_PER_MS);
    const { ledger } = this.#around;
    ledger.settle(messageOf(itemId, 'audio', message.text, 'incomplete'));
    ledger.keepSpoken(itemId, sent, samples);
  }

  /** Milliseconds of what was said that the caller cannot have heard yet. */
  get unheardMs(): number {
    return this.#pace.aheadMs();
  }

  async perform(decide: () => Promise<Moves>): Promise<Response> {
    try {
      for await (const move of await decide())
        if (this.#ending !== undefined) this.#around.onUndone(move);
        else if (move.type === 'say') await this.#say(move);
        else this.#call(move);
    } catch (error) {
      this.#fail(error);
    }
    this.#finishMessage();
    const { ledger, session } = this.#around;
    const usage = usageOf(session(), ledger.items, {
      heardMs: ledger.heardMs,
      spokenMs: ledger.spokenMs,
      outputMs: this.#spokenMs,
      outputText: this.#text,
    });
    return endedResponse(this.#response, this.#ending ?? { status: 'completed' }, usage);
  }

  #fail(error: unknown): void {
    this.#end({ status: 'failed', message: error instanceof Error ? error.message : 'unknown' });
  }

  #end(ending: Ending): void {
    if (this.#ending !== undefined) return;
    this.#ending = ending;
    this.#abort.abort();
  }

  /** Goes on with the message that is being said, or begins one. */
  async #say({ text, slow = false }: Extract<Move, { type: 'say' }>): Promise<void> {
    const message = this.#saying ?? this.#beginMessage();
    message.intended += text;
    try {
      if (message.modality === 'text') this.#write(message, text);
      else await this.#speak(message, text, slow ? SLOWLY : 1);
    } catch (error) {
      this.#fail(error);
    }
  }

  #beginMessage(): Said {
    const [modality] = this.#response.output_modalities;
    const id = makeId('item');
    const place = this.#open({ ...messageOf(id, modality, '', 'in_progress'), content: [] });
    this.#around.outbox.emit(...messageStarted(place, id, modality));
    this.#saying = {
      id,
      place,
      modality,
      encoder: encoderOf(this.#response.audio.output.format),
      intended: '',
      text: '',
      clauses: [],
      sent: [],
      truncated: false,
    };
    return this.#saying;
  }

  #finishMessage(): void {
    const message = this.#saying;
    if (message === undefined) return;
    const { id, place, modality } = message;
    const { outbox } = this.#around;
    const tail = modality === 'audio' ? message.encoder.tail() : '';
    if (tail !== '' && !this.#abort.signal.aborted) outbox.emit(sound(place, id, tail));
    const status = this.#ending === undefined ? 'completed' : 'incomplete';
    const item = messageOf(id, modality, message.text, status);
    this.#saying = undefined;
    this.#settle(message, item);
    outbox.emit(...messageEnded(place, modality, item));
  }

  #write(message: Said, text: string): void {
    for (const delta of text.match(/\s*\S+\s*$|\s*\S+/g) ?? []) {
      if (this.#spent()) return;
      message.text += delta;
      this.#text += delta;
      this.#around.outbox.emit(words(message.place, message.id, 'text', delta));
    }
  }

  async #speak(message: Said, text: string, pace: number): Promise<void> {
    const { synthesizer, voiceFor, session, outbox } = this.#around;
    const options = {
      voice: voiceFor(this.#response.audio.output.voice),
      speed: session().audio.output.speed * pace,
      signal: this.#abort.signal,
      after: message.clauses.at(-1)?.text,
    };
    for await (const clause of untilAborted(synthesizer.speak(text, options), options.signal)) {
      if (this.#spent()) return;
      message.text += clause.text;
      this.#text += clause.text;
      message.clauses.push({ text: clause.text, samples: clause.samples.length });
      for (const delta of clause.text.match(/\s*\S+\s*$|\s*\S+/g) ?? [])
        outbox.emit(words(message.place, message.id, 'audio', delta));
      for (const piece of pieces(clause.samples, message.sent.length === 0)) {
        // Once she is cut off, nothing more of her is sent.
        if (!(await this.#pace.room())) return;
        this.#send(message, piece, message.encoder.encode(piece));
      }
    }
  }

  #send(message: Said, piece: Int16Array, base64: string): void {
    message.sent.push(piece);
    const ms = piece.length / SAMPLES_PER_MS;
    this.#spokenMs += ms;
    this.#pace.sent(ms);
    this.#around.onSound();
    this.#around.outbox.emit(sound(message.place, message.id, base64));
  }

  #settle(message: Said, item: MessageItem): void {
    this.#keep(item);
    if (!this.shown) return;
    const { ledger } = this.#around;
    if (message.truncated) return;
    ledger.settle(item);
    const samples = joined(message.sent);
    const sent = heardOf(message.clauses, samples.length / SAMPLES_PER_MS);
    if (sent.length > 0) ledger.keepSpoken(message.id, sent, samples);
    const heard = sent.map(({ text }) => text).join('');
    if (this.#ending?.status === 'cancelled' && heard.trim() !== message.intended.trim())
      ledger.cut(heard);
  }

  #call(move: Extract<Move, { type: 'call' }>): void {
    this.#finishMessage();
    const item: FunctionCallItem = {
      id: makeId('item'),
      type: 'function_call',
      status: 'completed',
      call_id: move.callId,
      name: move.tool,
      arguments: JSON.stringify(move.arguments),
    };
    const place = this.#open(item);
    this.#keep(item);
    this.#text += item.arguments;
    this.#around.outbox.emit(...functionCalled(place, item));
  }

  #open(item: Item): Place {
    const previous = this.shown ? this.#around.ledger.open(item) : null;
    const index = this.#response.output.length;
    return { responseId: this.#response.id, index, shown: this.shown, previous };
  }

  #keep(item: Item): void {
    this.#response = { ...this.#response, output: [...this.#response.output, item] };
  }

  /** True when the response is over, or has used up its tokens and ends here. */
  #spent(): boolean {
    const limit = this.#response.max_output_tokens;
    const tokens = this.#text.length / LETTERS_PER_TOKEN + this.#spokenMs / SPOKEN_MS_PER_TOKEN;
    if (limit !== 'inf' && tokens >= limit)
      this.#end({ status: 'incomplete', reason: 'max_output_tokens' });
    return this.#abort.signal.aborted;
  }
}

interface Said {
  readonly id: string;
  readonly place: Place;
  readonly modality: Modality;
  readonly encoder: Encoder;
  /** All she meant to say, as far as it is known. */
  intended: string;
  text: string;
  readonly clauses: SpokenLength[];
  readonly sent: Int16Array[];
  /** The client has cut it already, while it was being said: the ledger keeps what was heard. */
  truncated: boolean;
}

function* pieces(samples: Int16Array, first: boolean): Generator<Int16Array> {
  let at = 0;
  for (let size = first ? FIRST_PIECE : PIECE; at < samples.length; size = PIECE) {
    yield samples.subarray(at, at + size);
    at += size;
  }
}

function joined(parts: readonly Int16Array[]): Int16Array {
  const whole = new Int16Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
