/** The page's line to the server: words in, words out, and one end, whichever side it comes from. */
import type { LunaClientEvent } from '#protocol/luna-events.ts';
import { readServerWord, type ServerWord } from './server-words.ts';

/** What the page may say. */
export type PageWord =
  | LunaClientEvent
  | { type: 'input_audio_buffer.append'; audio: string }
  | {
      type: 'conversation.item.create';
      item: { type: 'message'; role: 'user'; content: [{ type: 'input_text'; text: string }] };
    };

export interface CallSocket {
  send(word: PageWord): void;
  close(): void;
}

export interface CallSocketEvents {
  readonly onWord: (word: ServerWord) => void;
  /** `opened` tells a server that was never reached from a line that dropped. */
  readonly onEnd: (opened: boolean) => void;
}

/** Audio that the network does not take is dropped rather than spoken a second late. */
const MOST_UNSENT_BYTES = 256 * 1024;

export function openCallSocket(scenario: string, { onWord, onEnd }: CallSocketEvents): CallSocket {
  const url = new URL(`/ws?scenario=${encodeURIComponent(scenario)}`, location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(url);
  let opened = false;
  socket.addEventListener('open', () => (opened = true));
  socket.addEventListener('close', () => onEnd(opened));
  socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const word = readServerWord(data);
    if (word !== undefined) onWord(word);
  });
  return {
    send(word) {
      if (socket.readyState !== WebSocket.OPEN) return;
      const isAudio = word.type === 'input_audio_buffer.append';
      if (isAudio && socket.bufferedAmount > MOST_UNSENT_BYTES) return;
      socket.send(JSON.stringify(word));
    },
    // What has been said before, the goodbye above all, still goes out.
    close: () => socket.close(1000),
  };
}
