/** A caller made of recordings: calls `/ws`, speaks each when Luna has finished, listens, and keeps both sides. */
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { decodePcm16, encodePcm16 } from '#audio/pcm16.ts';
import type { Clock } from '#lib/clock.ts';
import type { LunaServerEvent } from '#protocol/luna-events.ts';
import type { ServerEvent } from '#protocol/server-events.ts';
import { Loudspeaker } from './loudspeaker.ts';
import { LINE_RATE_HZ } from './sound-file.ts';

export interface Recording {
  /** For the timeline, e.g. the file's name. */
  readonly name: string;
  /** 24 kHz mono. */
  readonly samples: Int16Array;
  /** Spoken so long after Luna has begun her sentence, instead of after its end. */
  readonly interruptsAfterMs?: number;
  /** "Uh-huh", a cough: it wants no answer. */
  readonly isAside?: boolean;
}

export type HeardEvent = ServerEvent | LunaServerEvent;

export interface RecordedCallerOptions {
  /** `ws://host:port/ws?scenario=…`. */
  readonly url: string;
  readonly recordings: readonly Recording[];
  readonly clock: Clock;
  readonly onEvent: (atMs: number, event: HeardEvent) => void;
  readonly onSpeech: (atMs: number, recording: Recording) => void;
  readonly signal: AbortSignal;
}

/** Both sides of the call, 24 kHz, aligned sample by sample. */
export interface BothSides {
  readonly caller: Int16Array;
  readonly luna: Int16Array;
}

const FRAME_MS = 20;
const FRAME_SAMPLES = (LINE_RATE_HZ * FRAME_MS) / 1_000;
const SAMPLES_PER_MS = LINE_RATE_HZ / 1_000;
const REPORT_EVERY_FRAMES = 5;
/** A person's pause before he answers. */
const PAUSE_MS = 500;
/** Whoever gets no answer at all says the next thing all the same. */
const ANSWER_LIMIT_MS = 8_000;
/** After the last recording Luna may still want to end the call herself. */
const LAST_WAIT_MS = 4_000;

/** @throws Error where the server cannot be reached. */
export async function callWithRecordings(options: RecordedCallerOptions): Promise<BothSides> {
  const socket = new WebSocket(options.url, { perMessageDeflate: false });
  // Its first words may come together with the answer: they are listened to before it is open.
  const caller = new RecordedCaller(socket, options);
  await once(socket, 'open', { signal: options.signal });
  return caller.speak();
}

class RecordedCaller {
  readonly #socket: WebSocket;
  readonly #options: RecordedCallerOptions;
  readonly #speaker = new Loudspeaker();
  readonly #tracks: { caller: Int16Array; luna: Int16Array }[] = [];
  readonly #left: Recording[];
  readonly #over = Promise.withResolvers<void>();
  #speaking: { readonly recording: Recording; at: number } | undefined;
  #frames = 0;
  #quietFrames = 0;
  #sentenceFrames = 0;
  #replies = 0;
  #tools = 0;
  /** Luna owes the first word, and one after each thing said. */
  #owed = true;
  readonly #startedAt: number;
  #stopTimer: () => void = () => undefined;

  constructor(socket: WebSocket, options: RecordedCallerOptions) {
    this.#socket = socket;
    this.#options = options;
    this.#left = [...options.recordings];
    this.#startedAt = options.clock.now();
    socket.on('message', (data: Buffer) => {
      const event = JSON.parse(data.toString()) as HeardEvent;
      options.onEvent(this.#atMs(), event);
      this.#hear(event);
    });
    socket.on('close', () => this.#over.resolve());
    // The close that follows ends the call; what failed before it was open is thrown by the opening.
    socket.on('error', () => undefined);
  }

  async speak(): Promise<BothSides> {
    const { signal, clock } = this.#options;
    const startedAt = clock.now();
    const hangUp = (): void => this.#hangUp();
    signal.addEventListener('abort', hangUp, { once: true });
    const tick = (): void => {
      this.#frame(this.#atMs());
      this.#frames += 1;
      // The grid of the start is kept, so a late timer makes nobody slower.
      const due = startedAt + this.#frames * FRAME_MS;
      this.#stopTimer = clock.after(Math.max(0, due - clock.now()), tick);
    };
    tick();
    try {
      await this.#over.promise;
    } finally {
      this.#stopTimer();
      signal.removeEventListener('abort', hangUp);
    }
    return {
      caller: joined(this.#tracks.map(({ caller }) => caller)),
      luna: joined(this.#tracks.map(({ luna }) => luna)),
    };
  }

  #atMs(): number {
    return this.#options.clock.now() - this.#startedAt;
  }

  #frame(atMs: number): void {
    this.#beginToSpeak(atMs);
    const caller = this.#nextOfSpeech();
    const { samples: luna, drained } = this.#speaker.play(FRAME_SAMPLES);
    this.#tracks.push({ caller, luna });
    this.#send({ type: 'input_audio_buffer.append', audio: encodePcm16(caller) });
    for (const item_id of drained) this.#send({ type: 'luna.drained', item_id });
    const { playing } = this.#speaker;
    if (playing && this.#frames % REPORT_EVERY_FRAMES === 0)
      this.#send({
        type: 'luna.played',
        item_id: playing.id,
        played_ms: playing.playedSamples / SAMPLES_PER_MS,
      });
    this.#sentenceFrames = playing ? this.#sentenceFrames + 1 : 0;
    const busy = playing ?? this.#speaking ?? (this.#replies > 0 || this.#tools > 0 || undefined);
    this.#quietFrames = busy === undefined ? this.#quietFrames + 1 : 0;
    // A slow answer to the last thing said is still waited for.
    const patienceMs = this.#owed ? ANSWER_LIMIT_MS : LAST_WAIT_MS;
    if (this.#left.length === 0 && this.#quietFrames * FRAME_MS > patienceMs) this.#hangUp();
  }

  #beginToSpeak(atMs: number): void {
    const [next] = this.#left;
    if (next === undefined || this.#speaking) return;
    if (this.#owed && this.#quietFrames * FRAME_MS < ANSWER_LIMIT_MS) return;
    const { interruptsAfterMs: after } = next;
    const isTime =
      after === undefined
        ? this.#quietFrames * FRAME_MS >= PAUSE_MS
        : this.#sentenceFrames * FRAME_MS >= after;
    if (!isTime) return;
    this.#left.shift();
    this.#speaking = { recording: next, at: 0 };
    if (next.isAside !== true) this.#owed = true;
    this.#options.onSpeech(atMs, next);
  }

  #nextOfSpeech(): Int16Array {
    const frame = new Int16Array(FRAME_SAMPLES);
    const speaking = this.#speaking;
    if (speaking) {
      const { samples } = speaking.recording;
      frame.set(samples.subarray(speaking.at, speaking.at + FRAME_SAMPLES));
      speaking.at += FRAME_SAMPLES;
      if (speaking.at >= samples.length) this.#speaking = undefined;
    }
    return frame;
  }

  #hear(event: HeardEvent): void {
    switch (event.type) {
      case 'response.output_audio.delta': {
        const sound = decodePcm16(event.delta);
        if (sound.ok) this.#speaker.receive(event.item_id, sound.samples);
        // What comes while he speaks answers nothing of it.
        if (!this.#speaking) this.#owed = false;
        return;
      }
      case 'response.output_audio.done':
        this.#speaker.complete(event.item_id);
        return;
      case 'response.created':
        this.#replies += 1;
        return;
      case 'response.done':
        this.#replies -= 1;
        return;
      case 'luna.tool.started':
        this.#tools += 1;
        return;
      case 'luna.tool.done':
        this.#tools -= 1;
        return;
      case 'input_audio_buffer.speech_stopped':
        // What was said is being understood: that is not silence yet.
        this.#quietFrames = 0;
        return;
      case 'luna.playback':
        this.#playback(event.action);
        return;
      case 'error':
        // Nobody will ever answer: there is no such scenario.
        if (event.error.code === 'unknown_scenario') this.#hangUp();
        return;
      default:
        return;
    }
  }

  #playback(action: 'duck' | 'resume' | 'flush'): void {
    if (action !== 'flush') {
      this.#speaker.duck(action === 'duck');
      return;
    }
    const stopped = this.#speaker.flush();
    if (stopped)
      this.#send({
        type: 'luna.flushed',
        item_id: stopped.id,
        played_ms: stopped.playedSamples / SAMPLES_PER_MS,
      });
  }

  #hangUp(): void {
    this.#send({ type: 'luna.hangup' });
    this.#socket.close();
  }

  #send(event: object): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(event));
  }
}

function joined(frames: readonly Int16Array[]): Int16Array {
  const whole = new Int16Array(frames.length * FRAME_SAMPLES);
  for (const [index, frame] of frames.entries()) whole.set(frame, index * FRAME_SAMPLES);
  return whole;
}
