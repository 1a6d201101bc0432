/** The door of `providers/`: whoever answers. A provider is asked what it can do, never who it is. */
import type { Agent } from '#agents/agent.ts';
import type { CallError } from '#lib/call-error.ts';
import type { ClientEvent } from '#protocol/client-events.ts';
import type { ServerEvent } from '#protocol/server-events.ts';
import type { SessionUpdate } from '#protocol/session.ts';

export interface Capabilities {
  /** The caller's transcript is final before a response is asked for, so the call may decide on words. */
  readonly transcribesBeforeReply: boolean;
  /** `conversation.item.input_audio_transcription.delta` arrives while the caller is still speaking. */
  readonly transcribesWhileSpeaking: boolean;
  readonly truncates: boolean;
  /** Understands response.create; one that does not decides itself when it speaks. */
  readonly createsResponses: boolean;
  /** A session.update after the first may change instructions and tools. */
  readonly updatesInstructions: boolean;
  /** Answers every session.update, also one that changes nothing: so it can be asked whether it is there. */
  readonly answersUpdates: boolean;
  /** Takes conversation.item.create of past messages and tool rounds, to go on with a call that began elsewhere. */
  readonly takesHistory: boolean;
  /** After so many ms the provider ends a session by itself; undefined: never. */
  readonly sessionLimitMs: number | undefined;
}

export interface ProviderSession {
  /**
   * Never throws: a session that has died answers by `onClose`.
   * @param frame the JSON of this very event as it came, for whoever can send it on unread
   */
  send(event: ClientEvent, frame?: Buffer): void;
  close(): Promise<void>;
}

export interface ConnectOptions {
  /** Absent where a client on `/v1/realtime` brings its own instructions and tools. */
  readonly agent: Agent | undefined;
  /** The first session.update, sent before any audio. */
  readonly session: SessionUpdate | undefined;
  /** The caller's first name, where the caller is known: she greets by name. */
  readonly callerName?: string | undefined;
  /** `frame`: the JSON of this very event, where it is sound and came as it is. */
  readonly onEvent: (event: ServerEvent, frame?: Buffer) => void;
  /**
   * Called once, when the session is over, with a plain reason; never before `connect` has resolved.
   * Where the provider ended it, `error.retryable` says whether it may be asked again in this call.
   */
  readonly onClose: (reason: string, error?: CallError) => void;
  readonly signal: AbortSignal;
}

export interface Provider {
  readonly id: string;
  /** For a person: "Local AI". */
  readonly label: string;
  /** `local`: no word of the call leaves this machine. */
  readonly mode: 'ai' | 'local';
  readonly can: Capabilities;
  /**
   * Resolves once the provider has agreed to `session`, and may then be given audio. Rejects with a CallError:
   * retryable, or fatal for this provider (a bad key, no quota): it is not asked again in this call.
   */
  connect(options: ConnectOptions): Promise<ProviderSession>;
}

export { embeddedProvider } from './embedded.ts';
export { checkProvider } from './check.ts';
export { REALTIME_MODELS, REALTIME_VOICES, TRANSCRIPTION_MODELS } from './models.ts';
export { namedModels } from './named-models.ts';
export {
  type ProviderField,
  type ProviderSettings,
  type ProviderWishes,
  providersFrom,
  readSettings,
  SPEECH_MODELS,
} from './settings.ts';
export { TURN_DETECTIONS } from './upstream/agent-session.ts';
