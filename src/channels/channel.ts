/** The door of `channels/`: where a caller comes from, in the call's words. */
import type { ClientEvent } from '#protocol/client-events.ts';
import type { LunaServerEvent } from '#protocol/luna-events.ts';
import type { ServerEvent } from '#protocol/server-events.ts';

/** What a caller does. `hung-up` is the last of them. */
export type CallerEvent =
  /** 24 kHz mono PCM16 in base64, checked. */
  | { readonly type: 'audio'; readonly audio: string; readonly ms: number }
  | { readonly type: 'typed'; readonly text: string; readonly itemId: string | undefined }
  | { readonly type: 'played'; readonly itemId: string; readonly playedMs: number }
  /** The answer to `luna.playback` `flush`: where the voice fell silent. */
  | { readonly type: 'flushed'; readonly itemId: string; readonly playedMs: number }
  | { readonly type: 'drained'; readonly itemId: string }
  /** The caller's own program has stopped Luna's voice: where, it says when it is told to flush. */
  | { readonly type: 'silenced' }
  | { readonly type: 'muted'; readonly muted: boolean }
  /** Another mode or persona, by a click. */
  | { readonly type: 'restyle'; readonly style: Readonly<Record<string, string>> }
  /** By a word, or because the line is gone. */
  | { readonly type: 'hung-up'; readonly why: string };

/** What a caller is shown and played. */
export type CallerHears = ServerEvent | LunaServerEvent;

/** A person who speaks with Luna. */
export interface Channel {
  readonly kind: 'browser' | 'recording' | 'realtime' | 'voice' | 'chat';
  /** Nothing is lost before it: what the caller did meanwhile comes first. */
  listen(onEvent: (event: CallerEvent) => void): void;
  /** Never throws: a line that is gone says so by `hung-up`. */
  tell(event: CallerHears): void;
  close(): void;
}

/** A program that speaks the Realtime protocol itself and brings its own instructions and tools. */
export interface ClientChannel {
  readonly kind: 'client';
  /** `frame`: the JSON of this very event, where it is sound and came as it is: most of what is relayed is that. */
  listen(onEvent: (event: ClientEvent, frame?: Buffer) => void, onEnd: (why: string) => void): void;
  /** @param frame the JSON of this very event, to be sent as it is */
  tell(event: ServerEvent, frame?: Buffer): void;
  /** @param code 1000, a normal end, unless another is given */
  close(why: string, code?: number): void;
}
