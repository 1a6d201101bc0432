/**
 * One conversation as a state: what the deciders know together, and what is to be done next.
 * `from-provider.ts`, `from-caller.ts` and `take-over.ts` say how each event changes it.
 */
import type { CallerHears } from '#channels/channel.ts';
import type { CallMs } from '#lib/brand.ts';
import type { ClientEvent } from '#protocol/client-events.ts';
import type { Response } from '#protocol/server-events.ts';
import type { Capabilities } from '#providers/provider.ts';
import { type Help, NO_HELP } from './help.ts';
import type { History } from './history.ts';
import { type Interruption, QUIET } from './interruption.ts';
import type { Waiting } from './latency.ts';
import type { Mishap } from './next-provider.ts';
import { NO_REPLY, type Reply } from './reply.ts';
import { NO_ROUNDS, type Rounds } from './tool-round.ts';
import type { Transcript } from './transcript.ts';
import { NOBODYS_TURN, type Turn } from './turn.ts';
import { SILENT, type Voice } from './heard.ts';
import { type Vigil, calmFrom } from './vigil.ts';

export interface Conversation {
  /** `down`: whoever answered is lost, and nobody else is there yet. */
  readonly line: 'up' | 'down';
  /** Somebody has answered: whoever comes next goes on, and does not greet. */
  readonly begun: boolean;
  readonly who: Whoever;
  /** A new session stands ready beside the old one: at a quiet moment it takes over. */
  readonly spare: Whoever | undefined;
  readonly turn: Turn;
  readonly interruption: Interruption;
  readonly reply: Reply;
  /** The response that runs, as it was announced. */
  readonly response: Response | undefined;
  /** An answer is owed as soon as somebody is there to give it. */
  readonly owed: boolean;
  /** The last turn was dropped once, and asked for again. */
  readonly retried: boolean;
  /** Turns on end that could not be transcribed. */
  readonly untranscribed: number;
  readonly rounds: Rounds;
  /** The wait for a tool: nothing said yet; being waited for once more; said. */
  readonly filler: 'none' | 'later' | 'said';
  readonly voice: Voice;
  readonly transcript: Transcript;
  readonly history: History;
  /** Items of the sessions before: this one was given them as text. */
  readonly earlier: readonly string[];
  /** Luna's last item that a turn of the caller's has answered. */
  readonly answered: string | undefined;
  /** Where each stretch of the caller's speech began and ended, until its words are known. */
  readonly speech: readonly { readonly itemId: string; startMs: number; endMs: number }[];
  /** Up to here the caller's audio has been understood, in the session's time. */
  readonly understoodMs: number;
  /** The turn whose answer has not begun yet. */
  readonly waiting: Waiting | undefined;
  /** The channel was told to fall silent and has not said where it did. */
  readonly flushing: string | undefined;
  /** A reply is wanted, but the model must first learn what was heard of the last one. */
  readonly held: boolean;
  readonly ending: Ending | undefined;
  /** What the next reply is asked for, where it is not simply the caller's turn. */
  readonly asking: 'answer' | 'nudge' | 'filler' | { readonly say: string };
  /** Whether the caller needs a person, and has been told so to whoever answers. */
  readonly help: Help;
  /** The next reply must hand the caller over. */
  readonly insisting: boolean;
  readonly muted: boolean;
  /** There is a voice on the line that whoever answers has not noticed. */
  readonly unnoticed: boolean;
  /** Whether whoever owes something gives signs of life. */
  readonly vigil: Vigil;
  /** How often it was asked whether it is there, without an answer so far. */
  readonly probes: number;
  /** When the provider last said anything of its own, or something began to be due from it. */
  readonly lastWordAt: CallMs;
  /** A provider that lives and says nothing for so long while an answer is due is replaced. */
  readonly stallMs: number;
  /** "One moment" was said in this silence. */
  readonly filledIn: boolean;
}

/** Who answers, as far as the deciders care. */
export interface Whoever {
  readonly can: Capabilities;
  /** Another provider would be asked if this one were given up. */
  readonly replaceable: boolean;
}

export interface Ending {
  readonly reason: 'assistant' | 'escalated';
  /** For the caller's page. */
  readonly text: string;
}

export type TimerName =
  | 'sustained'
  | 'flush'
  | 'playback'
  | 'silence'
  | 'stall'
  | 'vigil'
  | 'fill-in'
  | 'filler'
  | 'owed';

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
  /** Whoever answers may have died: somebody who could go on is fetched. */
  | { readonly do: 'suspect' }
  /** It lives: whoever was fetched may go. */
  | { readonly do: 'trust' }
  /** Somebody must say "one moment", and it is not whoever answers. */
  | { readonly do: 'fill-in' }
  /** Whoever answers is given up. */
  | { readonly do: 'lost'; readonly mishap: Mishap; readonly message: string }
  /** From here on the session that stands ready is the one that is spoken to; the old one may go. */
  | { readonly do: 'switch' }
  /** The new session is given what the caller said since the old one understood them last. */
  | { readonly do: 'give-audio' }
  | { readonly do: 'end'; readonly ending: Ending };

/** What an event may need to know beside the state. */
export interface Moment {
  readonly at: CallMs;
  /** How much of the caller's audio the session has been given, in ms. */
  readonly givenMs: number;
  /** For how long no sound as loud as a voice has come from the caller, in ms. */
  readonly quietMs: number;
  /** How long there was such sound in the caller's last utterance, in ms; undefined where nobody has listened. */
  readonly loudMs: number | undefined;
  /** When the caller's sample at this position of his audio arrived. */
  arrival(audioMs: number): CallMs | undefined;
}

const ABLE: Capabilities = {
  transcribesBeforeReply: true,
  transcribesWhileSpeaking: false,
  truncates: true,
  createsResponses: true,
  updatesInstructions: true,
  answersUpdates: true,
  takesHistory: true,
  sessionLimitMs: undefined,
};

export const NOT_BEGUN: Conversation = {
  line: 'up',
  begun: false,
  who: { can: ABLE, replaceable: false },
  spare: undefined,
  turn: NOBODYS_TURN,
  interruption: QUIET,
  reply: NO_REPLY,
  response: undefined,
  owed: false,
  retried: false,
  untranscribed: 0,
  rounds: NO_ROUNDS,
  filler: 'none',
  voice: SILENT,
  transcript: [],
  history: [],
  earlier: [],
  answered: undefined,
  speech: [],
  understoodMs: 0,
  waiting: undefined,
  flushing: undefined,
  held: false,
  ending: undefined,
  asking: 'answer',
  help: NO_HELP,
  insisting: false,
  muted: false,
  unnoticed: false,
  vigil: calmFrom(0),
  probes: 0,
  lastWordAt: 0 as CallMs,
  stallMs: 15_000,
  filledIn: false,
};
