/** A plain WebSocket to the Realtime door; all that comes is judged by the schemas and by the order. */
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { RealtimeClientEvent, RealtimeServerEvent } from 'openai/resources/realtime/realtime';
import { WebSocket } from 'ws';
import { encodePcm16 } from '#audio/pcm16.ts';
import { OrderMachine } from './order.ts';
import type { Judge } from './schemas.ts';

type Type = RealtimeServerEvent['type'];
export type Heard<T extends Type> = Extract<RealtimeServerEvent, { type: T }>;

const LIMIT_MS = 60_000;
const FRAME_SAMPLES = 480;

export class Line implements Disposable {
  readonly heard: RealtimeServerEvent[] = [];
  readonly faults: string[] = [];
  /** With its number and reason, once it has come. */
  closed: { readonly code: number; readonly reason: string } | undefined;
  readonly socket: WebSocket;
  readonly #order = new OrderMachine();
  readonly #news = new EventTarget();

  private constructor(socket: WebSocket, judge: Judge) {
    this.socket = socket;
    socket.on('message', (data: Buffer) => {
      const event = JSON.parse(data.toString()) as RealtimeServerEvent;
      this.heard.push(event);
      const wrong = judge(event);
      if (wrong) this.faults.push(wrong);
      this.#order.take(event);
      this.#news.dispatchEvent(new Event('news'));
    });
    socket.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString() };
      this.#news.dispatchEvent(new Event('news'));
    });
  }

  static async open(
    url: string,
    judge: Judge,
    {
      protocols = [],
      headers = {},
    }: { protocols?: string[]; headers?: Record<string, string> } = {},
  ): Promise<Line> {
    const socket = new WebSocket(url, protocols, { headers });
    // Its first words may come together with the answer to the handshake.
    const line = new Line(socket, judge);
    await once(socket, 'open');
    return line;
  }

  send(
    ...events: readonly (RealtimeClientEvent | { type: string; [field: string]: unknown })[]
  ): void {
    for (const event of events) this.socket.send(JSON.stringify(event));
  }

  /** 24 kHz, in frames of 20 ms, as fast as they go. */
  pour(samples: Int16Array): void {
    for (let at = 0; at < samples.length; at += FRAME_SAMPLES) {
      const audio = encodePcm16(samples.subarray(at, at + FRAME_SAMPLES));
      this.send({ type: 'input_audio_buffer.append', audio });
    }
  }

  /** The first such event after the place. @throws when it does not come; says what did. */
  async until<T extends Type>(
    type: T,
    { from = 0, fits = () => true }: { from?: number; fits?: (event: Heard<T>) => boolean } = {},
  ): Promise<Heard<T>> {
    const find = (): Heard<T> | undefined =>
      this.heard
        .slice(from)
        .find((event): event is Heard<T> => event.type === type && fits(event as Heard<T>));
    const deadline = Date.now() + LIMIT_MS;
    for (let found = find(); ; found = find()) {
      if (found) return found;
      if (this.closed || Date.now() > deadline)
        throw new Error(`no ${type}, but:\n${this.types(from)}`);
      await Promise.race([once(this.#news, 'news'), wait(1_000)]);
    }
  }

  async first(): Promise<RealtimeServerEvent> {
    for (;;) {
      const [event] = this.heard;
      if (event) return event;
      await once(this.#news, 'news');
    }
  }

  async untilClosed(): Promise<{ readonly code: number; readonly reason: string }> {
    if (!this.closed) await once(this.socket, 'close');
    return this.closed ?? { code: 0, reason: '' };
  }

  all<T extends Type>(type: T): Heard<T>[] {
    return this.heard.filter((event): event is Heard<T> => event.type === type);
  }

  /** One a line, repetitions as one. */
  types(from = 0): string {
    return this.heard
      .slice(from)
      .map(({ type }) => type)
      .filter((type, i, all) => type !== all[i - 1])
      .join('\n');
  }

  /** What broke the schemas or the order so far. */
  get wrong(): readonly string[] {
    return [...this.faults, ...this.#order.faults];
  }

  [Symbol.dispose](): void {
    this.socket.terminate();
  }
}

/** A line with its session; while the house says that it is busy it is tried again. */
export async function openWhenFree(dial: () => Promise<Line>): Promise<Line> {
  for (;;) {
    const line = await dial();
    const first = await line.first();
    if (first.type !== 'error' || first.error.code !== 'busy') return line;
    await wait(200);
  }
}
