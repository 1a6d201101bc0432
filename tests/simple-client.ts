/** For tests: a client of `/voice` or `/chat`, over a real socket. */
import { once } from 'node:events';
import { WebSocket } from 'ws';

export interface Frame {
  readonly type: string;
  readonly [field: string]: unknown;
}

export interface SimpleClient extends AsyncDisposable {
  readonly frames: readonly Frame[];
  readonly socket: WebSocket;
  send(frame: object | string | Uint8Array): void;
  /** The next frame that is like this, from what has not been looked at yet. */
  next(isIt: (frame: Frame) => boolean): Promise<Frame>;
  /** The code of the close frame. */
  readonly closed: Promise<number>;
}

export async function simpleClient(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<SimpleClient> {
  const socket = new WebSocket(url, { headers });
  const frames: Frame[] = [];
  let looked = 0;
  let wake = nobodyWaits;
  const closed = new Promise<number>((resolve) => {
    socket.on('close', (code) => {
      resolve(code);
      wake();
    });
  });
  socket.on('message', (data: Buffer) => {
    frames.push(JSON.parse(data.toString()) as Frame);
    wake();
  });
  await once(socket, 'open');
  return {
    frames,
    socket,
    closed,
    send: (frame) =>
      socket.send(
        typeof frame === 'string' || frame instanceof Uint8Array ? frame : JSON.stringify(frame),
      ),
    async next(isIt) {
      for (;;) {
        while (looked < frames.length) {
          const frame = frames[looked++];
          if (frame && isIt(frame)) return frame;
        }
        if (socket.readyState === WebSocket.CLOSED)
          throw new Error(`the line was closed after ${JSON.stringify(frames.slice(-5))}`);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    async [Symbol.asyncDispose]() {
      socket.close();
      await closed;
    },
  };
}

function nobodyWaits(): void {
  return;
}

export function isType(type: string): (frame: Frame) => boolean {
  return (frame) => frame.type === type;
}

export function isSaid(role: string, words: RegExp = /./): (frame: Frame) => boolean {
  return (frame) =>
    frame.type === 'transcript' && frame['role'] === role && words.test(String(frame['text']));
}
