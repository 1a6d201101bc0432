/** A service that says again, frame by frame, what a real one said once; where it was spoken to, it waits for that. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

export interface Recorded {
  readonly direction: 'sent' | 'received';
  readonly event: Readonly<Record<string, unknown>> & { readonly type: string };
}

/** One line for each frame. */
export function readRecording(path: string): Recorded[] {
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Recorded);
}

export class Replay implements AsyncDisposable {
  readonly #server: Server;
  readonly #sockets: WebSocketServer;
  /** Whose paths answer; all others are refused with 503. */
  #path = '';
  #lines: readonly Recorded[] = [];
  #finished = Promise.withResolvers<void>();
  /** What the client sent since the last recording was put on. */
  received: Recorded['event'][] = [];

  private constructor(server: Server) {
    this.#server = server;
    this.#sockets = new WebSocketServer({ noServer: true });
    server.on('upgrade', (request, socket, head) => {
      if (request.url?.startsWith(this.#path) !== true) {
        socket.end('HTTP/1.1 503 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
        return;
      }
      this.#sockets.handleUpgrade(request, socket, head, (client) => void this.#play(client));
    });
  }

  static async open(): Promise<Replay> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Replay(server);
  }

  get host(): string {
    return `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The next connection to this path gets this. Resolves when all of it has been said. */
  async putOn(path: string, lines: readonly Recorded[]): Promise<void> {
    this.#path = path;
    this.#lines = lines;
    this.received = [];
    this.#finished = Promise.withResolvers();
    await this.#finished.promise;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const client of this.#sockets.clients) client.terminate();
    this.#sockets.close();
    const closed = once(this.#server, 'close');
    this.#server.close();
    await closed;
  }

  async #play(client: WebSocket): Promise<void> {
    const lines = this.#lines;
    const finished = this.#finished;
    const heard = new Heard();
    client.on('message', (data: Buffer) => {
      const event = JSON.parse(data.toString()) as Recorded['event'];
      this.received.push(event);
      heard.take(event);
    });
    for (const { direction, event } of lines) {
      if (direction === 'received')
        client.send(JSON.stringify(withOurs(event, heard.instructions)));
      else if (isAwaited(event)) await heard.next(event);
    }
    finished.resolve();
  }
}

/** The client's own session and its wish for an answer; what a caller said then, nobody says now. */
function isAwaited({ type }: Recorded['event']): boolean {
  return type === 'session.update' || type === 'response.create';
}

/** A real service echoes the instructions that it was given. */
function withOurs(event: Recorded['event'], instructions: unknown): object {
  const { type, session } = event;
  if (type !== 'session.updated' || instructions === undefined) return event;
  return { ...event, session: { ...(session as object), instructions } };
}

class Heard {
  instructions: unknown;
  readonly #events: Recorded['event'][] = [];
  #tell: () => void = () => undefined;

  take(event: Recorded['event']): void {
    if (event.type === 'session.update' && this.instructions === undefined)
      this.instructions = (event['session'] as { instructions?: unknown }).instructions;
    this.#events.push(event);
    this.#tell();
  }

  /** Waits for an event of the same kind, and takes it off. */
  async next({ type }: Recorded['event']): Promise<void> {
    for (;;) {
      const at = this.#events.findIndex((event) => event.type === type);
      if (at >= 0) {
        this.#events.splice(at, 1);
        return;
      }
      await new Promise<void>((resolve) => {
        this.#tell = resolve;
      });
    }
  }
}
