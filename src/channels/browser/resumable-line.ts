/** A line to a page that outlives its socket: whoever has the call's token goes on where the last socket broke off. */
import type { WebSocket } from 'ws';
import { JsonSocket, type SocketEnds } from '#channels/json-socket.ts';
import type { Clock } from '#lib/clock.ts';
import { makeId } from '#lib/id.ts';
import { clientError } from '#protocol/read-client-event.ts';
import { SentFrames } from './sent-frames.ts';

/** So long a call without a socket is kept. */
const KEEP_MS = 10_000;
/** A close frame with this code is a goodbye; every other end of a socket may be an accident. */
const GOODBYE = 1000;
/** For the older of two sockets of one call; 4000 and above are an application's own. */
const TAKEN_OVER = 4000;

interface LineEnds extends SocketEnds {
  /** The socket is gone, or (false) there is another one. */
  readonly onGone?: (gone: boolean) => void;
}

/** The calls of the house that can be resumed, by their tokens. */
export class ResumableLines {
  readonly #lines = new Map<string, ResumableLine>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  open(socket: WebSocket): ResumableLine {
    return new ResumableLine(socket, this.#clock, this.#lines);
  }

  /**
   * A new socket for a call whose old one is gone, or is left for this one.
   * @param after how many frames of the call the page has received.
   */
  resume(socket: WebSocket, token: string, after: number): void {
    if (this.#lines.get(token)?.resume(socket, after)) return;
    const message = 'This call is over, or was never there.';
    const line = new JsonSocket(socket, this.#clock);
    const error = clientError(null, 'resume_failed', message, 'resume');
    line.send({ type: 'error', event_id: makeId('event'), error });
    line.close(GOODBYE, message);
  }

  /** Nobody can come back any more. */
  close(): void {
    for (const line of this.#lines.values()) line.drop();
  }
}

class ResumableLine {
  readonly #clock: Clock;
  readonly #lines: Map<string, ResumableLine>;
  readonly #frames = new SentFrames();
  #socket: JsonSocket | undefined;
  #ends: LineEnds | undefined;
  /** Once a call has begun. */
  #token: string | undefined;
  /** We have closed it: what is left may still be fetched. */
  #closed: { readonly code: number; readonly reason: string } | undefined;
  #stopWaiting: () => void = () => undefined;

  constructor(socket: WebSocket, clock: Clock, lines: Map<string, ResumableLine>) {
    this.#clock = clock;
    this.#lines = lines;
    this.#socket = new JsonSocket(socket, clock);
  }

  /** From the next frame on, frames are counted and kept. @returns what brings the page back: not to be guessed. */
  begin(): string {
    this.#token = makeId('resume', 32);
    this.#lines.set(this.#token, this);
    return this.#token;
  }

  listen(ends: LineEnds): void {
    this.#ends = ends;
    if (this.#socket) this.#attach(this.#socket);
  }

  send(value: object): void {
    if (this.#closed) return;
    const text = JSON.stringify(value);
    if (this.#token !== undefined) this.#frames.add(text);
    this.#socket?.sendText(text);
  }

  /** The page has hung up, or is none of ours: nobody comes back. */
  forget(): void {
    if (this.#token !== undefined) this.#lines.delete(this.#token);
    this.#token = undefined;
  }

  close(code: number, reason: string): void {
    if (code !== GOODBYE) this.forget();
    this.#closed = { code, reason };
    this.#socket?.close(code, reason);
  }

  /** @returns false where what the page has missed is not kept any more. */
  resume(socket: WebSocket, after: number): boolean {
    const missed = this.#frames.after(after);
    if (missed === undefined || this.#ends === undefined) return false;
    this.#stopWaiting();
    const older = this.#socket;
    const line = new JsonSocket(socket, this.#clock);
    this.#socket = line;
    older?.close(TAKEN_OVER, 'another socket has taken the call over');
    for (const text of missed) line.sendText(text);
    this.#ends.onGone?.(false);
    this.#attach(line);
    if (this.#closed) line.close(this.#closed.code, this.#closed.reason);
    return true;
  }

  /** Whoever waits for this line is told that it is gone for good. */
  drop(why = 'the line was closed'): void {
    this.#stopWaiting();
    this.forget();
    const ends = this.#ends;
    this.#ends = undefined;
    ends?.onEnd(why, 0);
  }

  #attach(socket: JsonSocket): void {
    const isCurrent = (): boolean => this.#socket === socket;
    socket.listen({
      onText: (text, frame) => {
        if (isCurrent()) this.#ends?.onText(text, frame);
      },
      onBinary: () => {
        if (isCurrent()) this.#ends?.onBinary();
      },
      onEnd: (why, code) => {
        if (isCurrent()) this.#lost(why, code);
      },
    });
  }

  #lost(why: string, code: number): void {
    this.#socket = undefined;
    if (this.#token === undefined || code === GOODBYE) return this.drop(why);
    this.#ends?.onGone?.(true);
    this.#stopWaiting = this.#clock.after(KEEP_MS, () => this.drop(why));
  }
}

export type { ResumableLine };
