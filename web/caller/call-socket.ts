/** The page's line to the server, which holds through a short break: the same call goes on over a new socket. */
import type { Clock } from '#lib/clock.ts';
import type { LunaClientEvent } from '#protocol/luna-events.ts';
import { GIVE_UP_AFTER_MS, RESUMED_AFTER_MS, retryAfterMs, TRY_LIMIT_MS } from './reconnecting.ts';
import { readServerWord, type ServerWord } from './server-words.ts';

/** What the page may say. */
export type PageWord =
  | LunaClientEvent
  | { type: 'input_audio_buffer.append'; audio: string }
  | {
      type: 'conversation.item.create';
      item: {
        type: 'message';
        id: string;
        role: 'user';
        content: [{ type: 'input_text'; text: string }];
      };
    };

export interface CallSocket {
  send(word: PageWord): void;
  close(): void;
}

export interface CallSocketEvents {
  readonly onWord: (word: ServerWord) => void;
  /** The line dropped and is being taken up again, or it has been. */
  readonly onLine: (state: 'steady' | 'reconnecting') => void;
  /** For good. `unreachable`: there never was a call. */
  readonly onEnd: (why: 'lost' | 'unreachable') => void;
}

/** Audio that the network does not take is dropped rather than spoken a second late. */
const MOST_UNSENT_BYTES = 256 * 1024;
/** Reports of so many sentences are said again on a new socket: nobody knows which of them arrived. */
const REPORTS_KEPT = 8;

/** @param query of `/ws`: what the call is about */
export function openCallSocket(
  query: string,
  clock: Clock,
  { onWord, onLine, onEnd }: CallSocketEvents,
): CallSocket {
  let socket: WebSocket | undefined;
  let token: string | undefined;
  /** Frames received, counted from the call's first: a new socket begins after them. */
  let received = 0;
  let reconnecting = false;
  let tries = 0;
  let over = false;
  /** Of the next try, or of this one's success or failure. */
  let stopWaiting: (() => void) | undefined;
  let stopDeadline: (() => void) | undefined;
  /** Typed, and not confirmed yet: said again on a new socket. */
  const unconfirmed = new Map<string, PageWord>();
  /** Said while nobody listened. */
  const unsaid: PageWord[] = [];
  /** The last position of each of the newest sentences. */
  const reports = new Map<string, PageWord>();

  const finish = (): void => {
    over = true;
    stopWaiting?.();
    stopDeadline?.();
    removeEventListener('offline', onOffline);
    // What has been said before, the goodbye above all, still goes out.
    socket?.close(1000);
  };
  const end = (): void => {
    finish();
    onEnd(received === 0 ? 'unreachable' : 'lost');
  };
  const onOffline = (): void => socket?.close();
  addEventListener('offline', onOffline);

  const open = (asked: string): void => {
    const url = new URL(`/ws?${asked}`, location.href);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    const opening = new WebSocket(url);
    socket = opening;
    stopWaiting = clock.after(TRY_LIMIT_MS, () => opening.close());
    opening.addEventListener('open', () => {
      stopWaiting?.();
      if (over) return;
      if (!reconnecting) {
        for (const word of [...unsaid.splice(0), ...unconfirmed.values()])
          opening.send(JSON.stringify(word));
        return;
      }
      for (const word of [...reports.values(), ...unsaid.splice(0)])
        opening.send(JSON.stringify(word));
      // A call that cannot be resumed is refused at once; one that can may have nothing to say yet.
      stopWaiting = clock.after(RESUMED_AFTER_MS, () => {
        if (reconnecting) steady();
        for (const word of unconfirmed.values()) opening.send(JSON.stringify(word));
      });
    });
    opening.addEventListener('message', ({ data }: MessageEvent<string>) => {
      if (socket === opening && !over) onMessage(data);
    });
    opening.addEventListener('close', () => {
      if (socket === opening && !over) onClose();
    });
  };

  const steady = (): void => {
    reconnecting = false;
    tries = 0;
    stopDeadline?.();
    onLine('steady');
  };

  const onMessage = (data: string): void => {
    const word = readServerWord(data);
    if (word?.type === 'error' && word.error.code === 'resume_failed') return end();
    received += 1;
    if (reconnecting) steady();
    if (word?.type === 'luna.call.started') {
      token = word.resume;
      received = 1;
    }
    if (word?.type === 'conversation.item.added') unconfirmed.delete(word.item.id);
    if (word !== undefined) onWord(word);
  };

  const onClose = (): void => {
    stopWaiting?.();
    if (token === undefined) return end();
    if (!reconnecting) {
      reconnecting = true;
      onLine('reconnecting');
      stopDeadline = clock.after(GIVE_UP_AFTER_MS, end);
    }
    const again = new URLSearchParams({ resume: token, after: String(received) });
    stopWaiting = clock.after(retryAfterMs(tries++), () => open(String(again)));
  };

  open(query);
  return {
    send(word) {
      const isAudio = word.type === 'input_audio_buffer.append';
      keep(reports, word);
      const isTyped = word.type === 'conversation.item.create';
      if (isTyped) unconfirmed.set(word.item.id, word);
      if (socket?.readyState === WebSocket.OPEN) {
        if (!isAudio || socket.bufferedAmount <= MOST_UNSENT_BYTES)
          socket.send(JSON.stringify(word));
      } else if (!isAudio && !isTyped && !isReport(word)) unsaid.push(word);
    },
    close: finish,
  };
}

type Report = Extract<PageWord, { item_id: string }>;

function isReport(word: PageWord): word is Report {
  return 'item_id' in word;
}

function keep(reports: Map<string, PageWord>, word: PageWord): void {
  if (!isReport(word)) return;
  reports.set(word.item_id, word);
  for (const oldest of reports.keys()) {
    if (reports.size <= REPORTS_KEPT) return;
    reports.delete(oldest);
  }
}
