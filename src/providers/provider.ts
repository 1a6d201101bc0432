/** The door of `providers/`: whoever answers. A provider is asked what it can do, never who it is. */
import type { Agent } from '#agents/agent.ts';
import type { ClientEvent } from '#protocol/client-events.ts';
import type { ServerEvent } from '#protocol/server-events.ts';
import type { SessionUpdate } from '#protocol/session.ts';

interface Capabilities {
  /** The caller's transcript is final before a response is asked for, so the call may decide on words. */
  readonly transcribesBeforeReply: boolean;
  /** `conversation.item.input_audio_transcription.delta` arrives while the caller is still speaking. */
  readonly transcribesWhileSpeaking: boolean;
  readonly truncates: boolean;
}

export interface ProviderSession {
  /** Never throws: a session that has died answers by `onClose`. */
  send(event: ClientEvent): void;
  close(): Promise<void>;
}

interface ConnectOptions {
  /** Absent where a client on `/v1/realtime` brings its own instructions and tools. */
  readonly agent: Agent | undefined;
  /** The first session.update, sent before any audio. */
  readonly session: SessionUpdate | undefined;
  /** The caller's first name, where the caller is known: she greets by name. */
  readonly callerName?: string | undefined;
  readonly onEvent: (event: ServerEvent) => void;
  /** Called once, when the session is over, with a plain reason. */
  readonly onClose: (reason: string) => void;
  readonly signal: AbortSignal;
}

export interface Provider {
  readonly id: string;
  /** For a person: "Local AI". */
  readonly label: string;
  readonly can: Capabilities;
  /** Resolves once the session is configured and may be given audio. Rejects with a CallError. */
  connect(options: ConnectOptions): Promise<ProviderSession>;
}

export { embeddedProvider } from './embedded.ts';
