/**
 * The caller's end of `/ws` by voice: 20 ms of microphone at a time, a loudspeaker that may play Luna faster than
 * she speaks, and a caller who hesitates, and at times answers before she has finished.
 */
import type { WebSocket } from 'ws';
import { decodePcm16, encodePcm16 } from '#audio/pcm16.ts';
import { Loudspeaker } from '#channels/recording/loudspeaker.ts';
import type { Chance } from '../caller/chance.ts';
import type { Utterance } from '../caller/mind.ts';
import { askedIn } from '../caller/questions.ts';
import { type Incoming, Line } from './line.ts';
import { LINE_RATE_HZ, type Microphone } from './microphone.ts';

const FRAME_MS = 20;
const SAMPLES_PER_MS = LINE_RATE_HZ / 1_000;
const FRAME_SAMPLES = FRAME_MS * SAMPLES_PER_MS;
const REPORT_FRAMES = 5;
/** How often he answers before she has finished, and how much of her he must have heard. */
const INTERRUPTS = 0.1;
const HEARD_ENOUGH = 0.6;
/** How often he begins with "uh". */
const HESITATES = 0.1;
/** Where a comma is. */
const COMMA_MS = [80, 220] as const;

export interface SpokenOptions {
  readonly microphone: Microphone;
  readonly clip: (text: string) => Promise<Int16Array>;
  readonly chance: Chance;
  /** His own speech, times real time. */
  readonly pace: number;
  /** Luna's voice in his ear, times real time. */
  readonly listens: number;
}

/** A stretch of sound of one of the two, in the order of the call. */
export interface Stretch {
  readonly who: 'caller' | 'luna';
  readonly samples: Int16Array;
}

export class SpokenLine extends Line {
  readonly sound: Stretch[] = [];
  readonly #options: SpokenOptions;
  readonly #speaker = new Loudspeaker();
  /** Samples received of each of Luna's items. */
  readonly #received = new Map<string, number>();
  readonly #finished = new Set<string>();
  #speaking: { readonly samples: Int16Array; at: number; readonly spoken: () => void } | undefined;
  #frames = 0;
  #startedAt = 0;
  #latest = '';
  #impatient = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(socket: WebSocket, options: SpokenOptions) {
    super(socket);
    this.#options = options;
    socket.on('close', () => {
      clearTimeout(this.#timer);
      this.#speaking?.spoken();
    });
  }

  override async opened(): Promise<void> {
    await super.opened();
    this.#startedAt = performance.now();
    this.#tick();
  }

  override get quietMs(): number {
    return this.#mayInterrupt() ? Infinity : super.quietMs;
  }

  override async say(utterance: Utterance): Promise<void> {
    const samples = await this.#rendered(utterance.text);
    const interrupts = this.#speaker.playing !== undefined;
    this.begin(utterance, interrupts);
    this.sound.push({ who: 'caller', samples: this.#options.microphone.frame(samples) });
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#speaking = { samples, at: 0, spoken: resolve };
    await promise;
    this.#impatient = this.#options.chance.next() < INTERRUPTS;
    this.touch();
  }

  protected override isBusy(): boolean {
    return super.isBusy() || this.#speaker.playing !== undefined || this.#speaking !== undefined;
  }

  protected override hear(event: Incoming): void {
    switch (event.type) {
      case 'response.output_audio.delta': {
        const sound = decodePcm16(event.delta);
        if (!sound.ok) return;
        this.#speaker.receive(event.item_id, sound.samples);
        this.#latest = event.item_id;
        this.#received.set(
          event.item_id,
          (this.#received.get(event.item_id) ?? 0) + sound.samples.length,
        );
        this.sound.push({ who: 'luna', samples: sound.samples });
        return;
      }
      case 'response.output_audio.done':
        this.#finished.add(event.item_id);
        this.#speaker.complete(event.item_id);
        return;
      case 'luna.playback':
        if (event.action === 'flush') this.#flush();
        else this.#speaker.duck(event.action === 'duck');
        return;
      default:
        super.hear(event);
    }
  }

  /** He has heard what she wants to know, and does not wait for the rest. */
  #mayInterrupt(): boolean {
    const { playing } = this.#speaker;
    if (
      !this.#impatient ||
      this.#speaking ||
      playing?.id !== this.#latest ||
      !this.#finished.has(playing.id)
    )
      return false;
    const received = this.#received.get(playing.id) ?? Infinity;
    const question = this.said === '' ? 'unclear' : askedIn(this.said).question;
    return question !== 'unclear' && playing.playedSamples > HEARD_ENOUGH * received;
  }

  async #rendered(text: string): Promise<Int16Array> {
    const { chance, clip, microphone } = this.#options;
    const spoken = chance.next() < HESITATES ? `uh, ${text}` : text;
    const pieces: Int16Array[] = [];
    for (const part of spoken.split(/,\s*/)) {
      if (pieces.length > 0)
        pieces.push(new Int16Array(Math.round(chance.between(...COMMA_MS) * SAMPLES_PER_MS)));
      pieces.push(await clip(part));
    }
    return microphone.carry(joined(pieces));
  }

  #tick(): void {
    this.#speakFrame();
    this.#playFrame();
    this.#frames += 1;
    // Frames keep to the grid of the start, so a late timer does not make the caller slower.
    const due = this.#startedAt + (this.#frames * FRAME_MS) / this.#options.pace;
    this.#timer = setTimeout(() => this.#tick(), Math.max(0, due - performance.now()));
  }

  #speakFrame(): void {
    const frame = new Int16Array(FRAME_SAMPLES);
    const speaking = this.#speaking;
    if (speaking) {
      frame.set(speaking.samples.subarray(speaking.at, speaking.at + FRAME_SAMPLES));
      speaking.at += FRAME_SAMPLES;
      if (speaking.at >= speaking.samples.length) {
        this.#speaking = undefined;
        this.touch();
        speaking.spoken();
      }
    }
    const audio = encodePcm16(this.#options.microphone.frame(frame));
    this.send({ type: 'input_audio_buffer.append', audio });
  }

  #playFrame(): void {
    if (!this.#speaker.playing) return;
    const { listens, pace } = this.#options;
    // Whoever means to interrupt hears her as she speaks.
    const times = this.#impatient ? 1 / pace : listens / pace;
    const { drained } = this.#speaker.play(Math.max(1, Math.round(FRAME_SAMPLES * times)));
    for (const item_id of drained) this.send({ type: 'luna.drained', item_id });
    const { playing } = this.#speaker;
    this.touch();
    if (playing && this.#frames % REPORT_FRAMES === 0) this.#report('luna.played', playing);
  }

  #flush(): void {
    const stopped = this.#speaker.flush();
    if (stopped) this.#report('luna.flushed', stopped);
  }

  #report(type: string, { id, playedSamples }: { id: string; playedSamples: number }): void {
    this.send({ type, item_id: id, played_ms: playedSamples / SAMPLES_PER_MS });
  }
}

function joined(pieces: readonly Int16Array[]): Int16Array {
  const whole = new Int16Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
