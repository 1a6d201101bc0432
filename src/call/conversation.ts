/**
 * One conversation as a state: what the deciders know together, and what is to be done next.
 * `from-provider.ts`, `from-caller.ts` and `from-call.ts` say how each event changes it.
 */
import type { CallerHears } from '#channels/channel.ts';
import type { CallMs } from '#lib/brand.ts';
import type { ClientEvent } from '#protocol/client-events.ts';
import { type Help, NO_HELP } from './help.ts';
import { type Interruption, QUIET, sustainedMs } from './interruption.ts';
import type { Waiting } from './latency.ts';
import { NO_REPLY, type Reply } from './reply.ts';
import { NO_ROUNDS, type Rounds } from './tool-round.ts';
import type { Transcript } from './transcript.ts';
import { NOBODYS_TURN, type Turn } from './turn.ts';
import { SILENT, type Voice } from './heard.ts';

export interface Conversation {
  readonly turn: Turn;
  readonly interruption: Interruption;
  readonly reply: Reply;
  readonly rounds: Rounds;
  readonly voice: Voice;
  readonly transcript: Transcript;
  /** Luna's last item that a turn of the caller's has answered. */
  readonly answered: string | undefined;
  /** Where each stretch of the caller's speech began and ended, until its words are known. */
  readonly speech: readonly { readonly itemId: string; startMs: number; endMs: number }[];
  /** The turn whose answer has not begun yet. */
  readonly waiting: Waiting | undefined;
  /** The channel was told to fall silent and has not said where it did. */
  readonly flushing: string | undefined;
  /** A reply is wanted, but the model must first learn what was heard of the last one. */
  readonly held: boolean;
  readonly ending: Ending | undefined;
  /** The next reply is asked for because the caller is silent. */
  readonly nudging: boolean;
  /** Whether the caller needs a person, and has been told so to whoever answers. */
  readonly help: Help;
  /** The next reply must hand the caller over. */
  readonly insisting: boolean;
  readonly muted: boolean;
  /** Voice in which no word is found interrupts after so long. */
  readonly sustainedMs: number;
}

export interface Ending {
  readonly reason: 'assistant' | 'escalated';
  /** For the caller's page. */
  readonly text: string;
}

export type TimerName = 'sustained' | 'flush' | 'playback' | 'silence';

export type Effect =
  | { readonly do: 'send'; readonly event: ClientEvent }
  | { readonly do: 'tell'; readonly event: CallerHears }
  | { readonly do: 'run'; readonly callId: string; readonly tool: string; readonly input: string }
  /** The caller's own words of a turn, when it began, and what Luna was heard to say before: the gate listens for a yes. */
  | {
      readonly do: 'said';
      readonly text: string;
      readonly startedAt: CallMs;
      readonly answering: string;
    }
  /** Starts it anew where it runs already; 0 ms stops it. */
  | { readonly do: 'timer'; readonly name: TimerName; readonly ms: number }
  /** "Uh-huh", or noise: Luna went on speaking. */
  | { readonly do: 'ignored' }
  /** The caller needs a person, and whoever answers does not see to it. */
  | { readonly do: 'hand-over'; readonly reason: string }
  | { readonly do: 'problem'; readonly message: string }
  | { readonly do: 'end'; readonly ending: Ending };

/** What an event may need to know beside the state. */
export interface Moment {
  readonly at: CallMs;
  /** When the caller's sample at this position of his audio arrived. */
  arrival(audioMs: number): CallMs | undefined;
}

export const NOT_BEGUN: Conversation = {
  turn: NOBODYS_TURN,
  interruption: QUIET,
  reply: NO_REPLY,
  rounds: NO_ROUNDS,
  voice: SILENT,
  transcript: [],
  answered: undefined,
  speech: [],
  waiting: undefined,
  flushing: undefined,
  held: false,
  ending: undefined,
  nudging: false,
  help: NO_HELP,
  insisting: false,
  muted: false,
  sustainedMs: sustainedMs({ transcribesWhileSpeaking: false }),
};
