/**
 * A speech model's service for tests: a real WebSocket server in the Realtime protocol, with a real conversation
 * behind it (voice activity, transcripts, responses, function calls), that can do wrong all that the real ones do.
 *
 *   await using upstream = await Upstream.open({ script: ({ last }) => last ? 'I see.' : 'Hello.' });
 *   const provider = openAiProvider({ key, model, …, baseUrl: upstream.url }, parts);
 *   const session = await upstream.session(0);        // once somebody has connected
 *   session.drop();                                   // gone without a CLOSE frame
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { WebSocketServer } from 'ws';
import type { Flow } from '#engine/engine.ts';
import { Brain } from '#engine/realtime/brain.ts';
import type { Mind } from '#engine/mind.ts';
import { type Clock, systemClock } from '#lib/clock.ts';
import { type Script, ScriptMind } from './script-mind.ts';
import { UpstreamSession } from './upstream-session.ts';

export interface UpstreamOptions {
  /** What the model says; without a script or a flow it never answers. */
  readonly script?: Script;
  /** Or the embedded dialogue as the model: whole conversations of a scenario. */
  readonly flow?: Flow;
  readonly callerName?: string;
  /** How long a letter of its voice sounds. */
  readonly letterMs?: number;
  readonly clock?: Clock;
}

export interface Refusal {
  readonly status: number;
  readonly body?: string;
}

export class Upstream implements AsyncDisposable {
  readonly #server: Server;
  readonly #sockets: WebSocketServer;
  readonly #options: UpstreamOptions;
  readonly sessions: UpstreamSession[] = [];
  /** Every request to connect, refused ones too. */
  readonly requests: Pick<IncomingMessage, 'url' | 'headers'>[] = [];
  #waiting: (() => void)[] = [];
  #refusals: Refusal[] = [];
  #isMute = false;
  readonly #unanswered: Socket[] = [];

  private constructor(server: Server, options: UpstreamOptions) {
    this.#server = server;
    this.#options = options;
    this.#sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 * 1024 });
    server.on('upgrade', (request, socket: Socket, head) => {
      this.requests.push({ url: request.url, headers: request.headers });
      socket.on('error', () => undefined); // whoever was dropped may be gone already
      const refusal = this.#refusals.shift();
      if (refusal !== undefined) {
        refuse(socket, refusal);
        return;
      }
      if (this.#isMute) {
        this.#unanswered.push(socket);
        return;
      }
      this.#sockets.handleUpgrade(request, socket, head, (client) => {
        const { letterMs, clock = systemClock() } = this.#options;
        this.sessions.push(
          new UpstreamSession(client, socket, { mind: this.#mind(clock), letterMs, clock }),
        );
        for (const tell of this.#waiting.splice(0)) tell();
      });
    });
  }

  static async open(options: UpstreamOptions = {}): Promise<Upstream> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Upstream(server, options);
  }

  /** What `baseUrl` of a provider takes. */
  get url(): string {
    return `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  /** The n-th session, counted from 0; waits until it has begun. */
  async session(n: number): Promise<UpstreamSession> {
    for (;;) {
      const session = this.sessions[n];
      if (session !== undefined) return session;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** The next one to connect is answered with this status instead, as with a bad key (401) or no quota (429). */
  refuse(status: number, body?: string): void {
    this.#refusals.push({ status, ...(body === undefined ? {} : { body }) });
  }

  /** From now on nobody who connects gets an answer at all. */
  goMute(): void {
    this.#isMute = true;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const session of this.sessions) session.drop();
    for (const socket of this.#unanswered) socket.destroy();
    this.#sockets.close();
    this.#server.closeAllConnections();
    const closed = once(this.#server, 'close');
    this.#server.close();
    await closed;
  }

  #mind(clock: Clock): Mind | undefined {
    const { script, flow, callerName } = this.#options;
    if (script !== undefined) return new ScriptMind(script);
    if (flow === undefined) return undefined;
    const names = { bank: 'Northwind Bank', assistant: 'Luna', caller: callerName };
    return new Brain({ flow, names }, clock);
  }
}

function refuse(socket: Socket, { status, body = '{}' }: Refusal): void {
  socket.end(
    `HTTP/1.1 ${status} No\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
