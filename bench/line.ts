/** A simulated telephone line into a running Luna: speaks and listens in real time over `/ws`. */
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { decodePcm16, encodePcm16 } from '#audio/pcm16.ts';
import { Loudspeaker } from '#channels/recording/loudspeaker.ts';

const FRAME_MS = 20;
const SAMPLES_PER_MS = 24;
const FRAME_SAMPLES = SAMPLES_PER_MS * FRAME_MS;
/** How often the page reports what it has played. */
const REPORT_FRAMES = 5;

export interface Incoming {
  type: string;
  item_id?: string;
  response_id?: string;
  delta?: string;
  transcript?: string;
  action?: string;
  reason?: string;
  error?: { message: string; code: string | null };
  [field: string]: unknown;
}

/** One stretch of the caller's speech that Luna answered, with wall-clock stamps in milliseconds. */
export interface AnsweredTurn {
  readonly said: string;
  /** From the last sample spoken to the first sample of the answer. */
  readonly voiceToVoiceMs: number;
  readonly cutEarly: boolean;
}

interface Speaking {
  readonly text: string;
  readonly samples: Int16Array;
  at: number;
}

export class Line {
  readonly turns: AnsweredTurn[] = [];
  readonly errors: string[] = [];
  /** What Luna has said since the caller last spoke. */
  said = '';
  ended: string | undefined;
  readonly #socket: WebSocket;
  readonly #speaker = new Loudspeaker();
  readonly #onEvent: ((event: Incoming) => void) | undefined;
  #timer: NodeJS.Timeout | undefined;
  #speaking: Speaking | undefined;
  #spoke: { text: string; lastSampleAt: number; cutEarly: boolean } | undefined;
  #frames = 0;
  #startedAt = 0;
  #quietSince = 0;

  private constructor(socket: WebSocket, onEvent?: (event: Incoming) => void) {
    this.#socket = socket;
    this.#onEvent = onEvent;
  }

  /** @throws when the server refuses the call. */
  static async open(url: string, onEvent?: (event: Incoming) => void): Promise<Line> {
    const socket = new WebSocket(url);
    const line = new Line(socket, onEvent);
    socket.on('message', (data: Buffer) => line.#hear(JSON.parse(data.toString()) as Incoming));
    socket.on('close', () => {
      line.ended ??= 'closed';
      clearTimeout(line.#timer);
    });
    await once(socket, 'open');
    line.#startedAt = performance.now();
    line.#tick();
    return line;
  }

  /** Milliseconds since Luna's last sample was played and nobody has spoken. */
  get quietMs(): number {
    return this.#speaker.playing || this.#speaking ? 0 : performance.now() - this.#quietSince;
  }

  say(text: string, samples: Int16Array): void {
    this.said = '';
    this.#speaking = { text, samples, at: 0 };
    this.#spoke = { text, lastSampleAt: 0, cutEarly: false };
  }

  hangUp(): void {
    this.#send({ type: 'luna.hangup' });
    this.#socket.close();
  }

  /** Dies like a cut cable: no goodbye, no close frame. */
  cut(): void {
    this.#socket.terminate();
  }

  #send(event: object): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(event));
  }

  #tick(): void {
    this.#speakFrame();
    this.#playFrame();
    this.#frames += 1;
    // Frames keep to the grid of the start, so a late timer does not make the caller slower.
    const due = this.#startedAt + this.#frames * FRAME_MS;
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
        this.#quietSince = performance.now();
        if (this.#spoke) this.#spoke.lastSampleAt = performance.now();
      }
    }
    this.#send({ type: 'input_audio_buffer.append', audio: encodePcm16(frame) });
  }

  #playFrame(): void {
    const { drained } = this.#speaker.play(FRAME_SAMPLES);
    for (const item_id of drained) this.#send({ type: 'luna.drained', item_id });
    const { playing } = this.#speaker;
    if (!playing && drained.length === 0) return;
    this.#quietSince = performance.now();
    if (playing && this.#frames % REPORT_FRAMES === 0)
      this.#send({
        type: 'luna.played',
        item_id: playing.id,
        played_ms: playing.playedSamples / SAMPLES_PER_MS,
      });
  }

  #hear(event: Incoming): void {
    this.#onEvent?.(event);
    if (event.type === 'response.output_audio.delta') this.#hearAudio(event);
    else if (event.type === 'response.output_audio.done')
      this.#speaker.complete(event.item_id ?? '');
    else if (event.type === 'response.output_audio_transcript.delta')
      this.said += event.delta ?? '';
    else if (event.type === 'input_audio_buffer.speech_stopped') this.#noticeCut();
    else if (event.type === 'luna.playback' && event.action === 'flush') this.#flush();
    else if (event.type === 'luna.call.ended') this.ended = event.reason ?? 'ended';
    else if (event.type === 'error') this.errors.push(event.error?.message ?? 'error');
  }

  #hearAudio(event: Incoming): void {
    const sound = decodePcm16(event.delta ?? '');
    if (sound.ok) this.#speaker.receive(event.item_id ?? '', sound.samples);
    const spoke = this.#spoke;
    if (!spoke?.lastSampleAt) return;
    const voiceToVoiceMs = performance.now() - spoke.lastSampleAt;
    this.turns.push({ said: spoke.text, voiceToVoiceMs, cutEarly: spoke.cutEarly });
    this.#spoke = undefined;
  }

  #noticeCut(): void {
    // The turn was ended while the caller still had something to say.
    if (this.#speaking && this.#spoke) this.#spoke.cutEarly = true;
  }

  #flush(): void {
    const stopped = this.#speaker.flush();
    if (stopped)
      this.#send({
        type: 'luna.flushed',
        item_id: stopped.id,
        played_ms: stopped.playedSamples / SAMPLES_PER_MS,
      });
  }
}
