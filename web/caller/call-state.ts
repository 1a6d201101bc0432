/** Everything the page shows of one call, and how each event changes it. No socket, no clock, no sound. */
import type { EscalationCard, IdentityLevel } from '#protocol/luna-events.ts';
import type { MicrophoneRefusal } from '#web/audio/microphone.ts';
import type { PlaybackReport } from '#web/audio/playback.ts';
import type { CallerLine, ColleagueLine, Line, NoteLine } from './line.ts';
import type { ServerWord } from './server-words.ts';
import {
  withDrained,
  withLine,
  withPlayed,
  withReceivedAudio,
  withServerWord,
} from './transcript.ts';

type EndReason = Extract<ServerWord, { type: 'luna.call.ended' }>['reason'];

export type Phase =
  | { at: 'idle' }
  | { at: 'ringing' }
  | { at: 'live'; sinceMs: number }
  | { at: 'ended'; why: EndReason | 'unreachable' | 'lost'; text: string; lastedMs: number };

/** Who answers: a speech model, the embedded engine, or nobody but the script. */
type CallMode = 'ai' | 'local' | 'scripted';

/** What the caller may say next by script. */
export interface ScriptedTurn {
  /** The script's own words; undefined where the caller's wish has to be found out first. */
  readonly line: string | undefined;
  /** Nobody could tell what was wanted: one of these. */
  readonly choices: readonly { readonly id: string; readonly name: string }[];
}

type MicrophoneState = 'unasked' | 'asking' | 'open' | 'muted' | MicrophoneRefusal;

export interface CallState {
  readonly phase: Phase;
  readonly mode: CallMode | undefined;
  readonly connection: 'steady' | 'reconnecting';
  readonly microphone: MicrophoneState;
  readonly speakerMuted: boolean;
  /** The caller has asked for the keyboard. */
  readonly typing: boolean;
  readonly lines: readonly Line[];
  readonly identity: IdentityLevel;
  /** The scenario that the call is about, as far as that is known. */
  readonly about: string | undefined;
  /** What Luna has read back and waits for a yes to. */
  readonly confirmation: string | undefined;
  /** What the colleague was told who takes the call over. */
  readonly escalation: EscalationCard | undefined;
  /** The person who takes over, once the call has been handed to one. */
  readonly colleague: 'none' | 'coming' | 'here';
  /** By script only: the caller's turn. */
  readonly turn: ScriptedTurn | undefined;
  /** For a moment at the edge of the page. */
  readonly toast: string | undefined;
  readonly callerSpeaks: boolean;
  /** The item that is leaving the speaker. */
  readonly sounding: string | undefined;
  /** Between the caller's last word and Luna's first sound. */
  readonly thinking: boolean;
  /** The server's last complaint about this page's own words. */
  readonly problem: string | undefined;
}

export type CallEvent =
  | { type: 'rung' }
  | { type: 'microphone'; state: MicrophoneState }
  | { type: 'word'; word: ServerWord; atMs: number }
  | { type: 'connection'; state: 'steady' | 'reconnecting' }
  | { type: 'speaker'; muted: boolean }
  | { type: 'typing'; open: boolean }
  /** From here on the script speaks. */
  | { type: 'scripted'; toast: string | undefined; atMs: number }
  | { type: 'turn'; turn: ScriptedTurn | undefined }
  | { type: 'colleague'; is: 'coming' | 'here' }
  | { type: 'line'; line: CallerLine | NoteLine | ColleagueLine }
  | { type: 'toast'; text: string | undefined }
  | { type: 'audio'; itemId: string; addedMs: number }
  | { type: 'report'; report: PlaybackReport }
  | { type: 'ended'; why: EndReason | 'unreachable' | 'lost'; text: string; atMs: number };

export const IDLE: CallState = {
  phase: { at: 'idle' },
  mode: undefined,
  connection: 'steady',
  microphone: 'unasked',
  speakerMuted: false,
  typing: false,
  lines: [],
  identity: 'unknown',
  about: undefined,
  confirmation: undefined,
  escalation: undefined,
  colleague: 'none',
  turn: undefined,
  toast: undefined,
  callerSpeaks: false,
  sounding: undefined,
  thinking: false,
  problem: undefined,
};

export function nextCallState(state: CallState, event: CallEvent): CallState {
  switch (event.type) {
    case 'rung':
      return { ...IDLE, phase: { at: 'ringing' } };
    case 'microphone':
      return { ...state, microphone: event.state };
    case 'connection':
      return { ...state, connection: event.state };
    case 'speaker':
      return { ...state, speakerMuted: event.muted };
    case 'typing':
      return { ...state, typing: event.open };
    case 'scripted':
      return goneScripted(state, event);
    case 'turn':
      return { ...state, turn: event.turn };
    case 'colleague':
      return { ...state, colleague: event.is };
    case 'line':
      return { ...state, lines: withLine(state.lines, event.line) };
    case 'toast':
      return { ...state, toast: event.text };
    case 'audio':
      return { ...state, lines: withReceivedAudio(state.lines, event.itemId, event.addedMs) };
    case 'report':
      return afterReport(state, event.report);
    case 'word':
      return afterWord({ ...state, lines: withServerWord(state.lines, event.word) }, event);
    case 'ended':
      return ended(state, event);
  }
}

/** What was under way with Luna is not under way any more; the caller stays on the line. */
function goneScripted(
  state: CallState,
  { toast, atMs }: Extract<CallEvent, { type: 'scripted' }>,
): CallState {
  const phase: Phase = state.phase.at === 'live' ? state.phase : { at: 'live', sinceMs: atMs };
  const settled = { confirmation: undefined, callerSpeaks: false, thinking: false } as const;
  return { ...state, ...settled, phase, mode: 'scripted', connection: 'steady', toast };
}

function afterReport(state: CallState, report: PlaybackReport): CallState {
  const { itemId } = report;
  switch (report.type) {
    case 'played': {
      const lines = withPlayed(state.lines, itemId, report.playedMs);
      return { ...state, lines, sounding: itemId, thinking: false };
    }
    case 'flushed':
      return {
        ...state,
        lines: withPlayed(state.lines, itemId, report.playedMs),
        sounding: undefined,
      };
    case 'drained':
      return {
        ...state,
        lines: withDrained(state.lines, itemId),
        sounding: state.sounding === itemId ? undefined : state.sounding,
      };
  }
}

function afterWord(state: CallState, { word, atMs }: CallEvent & { type: 'word' }): CallState {
  switch (word.type) {
    case 'luna.call.started':
      return { ...state, phase: { at: 'live', sinceMs: atMs }, mode: word.mode };
    case 'luna.provider':
      return { ...state, mode: word.mode };
    case 'luna.call.ended':
      return ended(state, { why: word.reason, text: word.text, atMs });
    case 'luna.identity':
      return { ...state, identity: word.level };
    case 'luna.scenario':
      return { ...state, about: word.id };
    case 'luna.escalation':
      return { ...state, escalation: word.card };
    case 'luna.confirmation':
      return { ...state, confirmation: word.pending ?? undefined };
    case 'input_audio_buffer.speech_started':
      return { ...state, callerSpeaks: true, thinking: false };
    case 'input_audio_buffer.speech_stopped':
      return { ...state, callerSpeaks: false, thinking: state.sounding === undefined };
    case 'conversation.item.input_audio_transcription.completed':
      return word.transcript.trim() === '' ? { ...state, thinking: false } : state;
    case 'response.output_text.delta':
      return { ...state, thinking: false };
    case 'response.created':
      return { ...state, thinking: state.sounding === undefined };
    case 'error':
      return { ...state, problem: word.error.message };
    default:
      return state;
  }
}

function ended(
  state: CallState,
  { why, text, atMs }: Omit<CallEvent & { type: 'ended' }, 'type'>,
): CallState {
  // The first end counts: a socket that closes after the goodbye is not a lost line.
  if (state.phase.at === 'ended' || state.phase.at === 'idle') return state;
  const lastedMs = state.phase.at === 'live' ? atMs - state.phase.sinceMs : 0;
  return {
    ...state,
    phase: { at: 'ended', why, text, lastedMs },
    connection: 'steady',
    turn: undefined,
    confirmation: undefined,
    callerSpeaks: false,
    thinking: false,
  };
}

/** Whether there is a box to type into: on demand, and wherever the voice does not help. */
export function keyboardIsOut({ phase, typing, microphone, mode }: CallState): boolean {
  if (phase.at !== 'live') return false;
  return typing || mode === 'scripted' || microphone === 'refused' || microphone === 'missing';
}
