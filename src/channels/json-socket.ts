/** A WebSocket that carries JSON texts: kept alive, kept from filling the memory, and never a reason to throw. */
import type { WebSocket } from 'ws';
import type { Clock } from '#lib/clock.ts';

export interface SocketEnds {
  /** The text of a frame, not parsed, and its bytes. */
  readonly onText: (text: string, frame: Buffer) => void;
  readonly onBinary: () => void;
  /** Called once, when the line is gone or was closed by the other side; 1000 is a goodbye, 1005 and 1006 are none. */
  readonly onEnd: (why: string, code: number) => void;
}

/** About two minutes of Luna's voice: whoever is so far behind will not catch up. */
const FULL_BYTES = 8 * 1024 * 1024;
const HEARTBEAT_MS = 15_000;
/** After our close frame the other side has so long to answer before the line is cut. */
const CLOSE_LIMIT_MS = 2_000;

const AS_TEXT = { binary: false };

export class JsonSocket {
  readonly #socket: WebSocket;
  readonly #clock: Clock;
  #ends: SocketEnds | undefined;
  #why: string | undefined;
  /** Of the close frame; 1006 where there was none. */
  #code = 1006;
  #stopHeartbeat: () => void;
  #stopClosing: () => void = () => undefined;

  /** The socket is open; nothing is read from it before `listen`. */
  constructor(socket: WebSocket, clock: Clock) {
    this.#socket = socket;
    this.#clock = clock;
    socket.pause();
    socket.on('message', (data: Buffer, isBinary) =>
      isBinary ? this.#ends?.onBinary() : this.#ends?.onText(data.toString('utf8'), data),
    );
    // ws closes by itself after an error; which one is all that is left to say.
    socket.on('error', ({ message }) => {
      this.#why ??= message;
    });
    socket.on('close', (code) => {
      this.#code = code;
      this.#closed();
    });
    this.#stopHeartbeat = this.#heartbeat();
  }

  listen(ends: SocketEnds): void {
    this.#ends = ends;
    if (this.#socket.readyState === this.#socket.CLOSED) this.#closed();
    else this.#socket.resume();
  }

  send(value: object): void {
    this.sendText(JSON.stringify(value));
  }

  /** A frame that is JSON already. */
  sendText(text: string | Buffer): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > FULL_BYTES) {
      this.#why = 'the line is too slow for the call';
      this.#socket.terminate();
      return;
    }
    this.#socket.send(text, AS_TEXT);
  }

  /** 1000 for a normal end; the reason is cut to what a close frame may hold. */
  close(code: number, reason: string): void {
    this.#socket.resume();
    this.#socket.close(code, Buffer.from(reason).subarray(0, 120).toString());
    this.#stopClosing = this.#clock.after(CLOSE_LIMIT_MS, () => this.#socket.terminate());
  }

  #heartbeat(): () => void {
    let alive = true;
    this.#socket.on('pong', () => {
      alive = true;
    });
    const beat = (): (() => void) =>
      this.#clock.after(HEARTBEAT_MS, () => {
        if (!alive) {
          this.#why = 'the line went dead';
          this.#socket.terminate();
          return;
        }
        alive = false;
        if (this.#socket.readyState === this.#socket.OPEN) this.#socket.ping();
        this.#stopHeartbeat = beat();
      });
    return beat();
  }

  #closed(): void {
    this.#stopHeartbeat();
    this.#stopClosing();
    const ends = this.#ends;
    this.#ends = undefined;
    ends?.onEnd(this.#why ?? 'the line was closed', this.#code);
  }
}
