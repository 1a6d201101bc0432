/** One session of the scripted service: what the client sent, and every way in which a service can go wrong. */
import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import type { Mind } from '#engine/mind.ts';
import { RealtimeSession } from '#engine/realtime/session.ts';
import type { Clock } from '#lib/clock.ts';
import type { ClientEvent } from '#protocol/client-events.ts';
import { readClientEvent } from '#protocol/read-client-event.ts';
import type { ServerEvent } from '#protocol/server-events.ts';
import { hummingVoice } from './humming-voice.ts';
import { talkingEars } from './talking-ears.ts';

interface SessionParts {
  readonly mind: Mind | undefined;
  readonly letterMs: number | undefined;
  readonly clock: Clock;
}

/** Sends an event in another way, more than once, later, or (`[]`) not at all. */
export type Tamper = (event: ServerEvent) => readonly object[];

export class UpstreamSession {
  /** What the client has sent, as far as it is of the protocol. */
  readonly received: ClientEvent[] = [];
  /** What it sent that is not, in the words in which a server would complain. */
  readonly complaints: string[] = [];
  /** What it was sent. */
  readonly sent: ServerEvent[] = [];
  /** Resolves with the client's close code; 1006 where it, or we, left without one. */
  readonly closed: Promise<number>;
  readonly #client: WebSocket;
  readonly #socket: Socket;
  readonly #conversation: RealtimeSession;
  #tamper: Tamper = (event) => [event];
  #stalled = false;
  #watchers: (() => void)[] = [];

  constructor(client: WebSocket, socket: Socket, { mind, letterMs, clock }: SessionParts) {
    this.#client = client;
    this.#socket = socket;
    client.on('error', () => undefined); // seen as `closed`
    this.closed = new Promise((resolve) => {
      client.once('close', (code) => {
        this.#conversation.close();
        resolve(code);
        this.#tell();
      });
    });
    this.#conversation = new RealtimeSession({
      ears: talkingEars(),
      synthesizer: hummingVoice(letterMs),
      clock,
      model: 'scripted',
      mind: mind ?? SILENT,
      onEvent: (event) => this.#onEvent(event),
      onClose: (reason) => client.close(1001, reason),
    });
    client.on('message', (data: Buffer) => {
      const parsed = readClientEvent(data.toString());
      if (parsed.ok) this.received.push(parsed.event);
      else this.complaints.push(parsed.error.message);
      // Without a mind nobody would ever answer.
      if (!(mind === undefined && parsed.ok && parsed.event.type === 'response.create'))
        this.#conversation.receive(data.toString());
      this.#tell();
    });
  }

  /** Waits for a client event of this type, the `nth` of them from 1. */
  async got<Type extends ClientEvent['type']>(
    type: Type,
    nth = 1,
  ): Promise<Extract<ClientEvent, { type: Type }>> {
    return this.#find(
      () => this.received.filter((event) => event.type === type)[nth - 1],
    ) as Promise<Extract<ClientEvent, { type: Type }>>;
  }

  /** Waits until an event of this type has been sent, the `nth` of them from 1. */
  async said<Type extends ServerEvent['type']>(
    type: Type,
    nth = 1,
  ): Promise<Extract<ServerEvent, { type: Type }>> {
    return this.#find(() => this.sent.filter((event) => event.type === type)[nth - 1]) as Promise<
      Extract<ServerEvent, { type: Type }>
    >;
  }

  /** A frame of one's own: any event, or text that is none. */
  say(frame: object | string): void {
    this.#client.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  /** The connection is gone, without a CLOSE frame. */
  drop(): void {
    this.#socket.destroy();
  }

  /** A proper end: 1001 "session expired", 1008, 1011… */
  end(code: number, reason = ''): void {
    this.#client.close(code, reason);
  }

  /** Nothing comes from it any more, not even an answer to a ping; the connection stands. */
  stall(): void {
    this.#stalled = true;
    this.#socket.pause();
  }

  /** As `stall`, but the line itself is alive: the model hangs. */
  hang(): void {
    this.#stalled = true;
  }

  /** From now on events pass through this. */
  tamper(how: Tamper): void {
    this.#tamper = how;
  }

  #onEvent(event: ServerEvent): void {
    if (this.#stalled) return;
    for (const frame of this.#tamper(event)) this.say(frame);
    this.sent.push(event);
    this.#tell();
  }

  async #find<T>(look: () => T | undefined): Promise<T> {
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => this.#watchers.push(resolve));
    }
  }

  #tell(): void {
    for (const tell of this.#watchers.splice(0)) tell();
  }
}

const SILENT: Mind = {
  hasEnded: false,
  decide: () => [],
  decideAside: () => [],
  undo: () => undefined,
  noteSilence: () => undefined,
};
