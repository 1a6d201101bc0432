/** One line of what the caller sees of the conversation: something said, or something done. */
import type { SpokenText } from './spoken-text.ts';

export interface TurnLatency {
  voiceToVoiceMs: number;
  endDetectedMs: number;
  recognisedMs: number;
  firstAudioMs: number;
}

export interface CallerLine {
  readonly who: 'caller';
  readonly id: string;
  readonly text: string;
  /** `speaking`: the voice goes on; `hearing`: it has stopped, the last words are not settled yet. */
  readonly state: 'speaking' | 'hearing' | 'final';
}

export interface LunaLine {
  readonly who: 'luna';
  readonly id: string;
  readonly said: SpokenText;
  /** `cut`: the caller interrupted; what was not heard is shown as such. */
  readonly state: 'speaking' | 'heard' | 'cut';
  readonly latency: TurnLatency | undefined;
}

export interface ToolLine {
  readonly who: 'tool';
  readonly id: string;
  /** Its name in the protocol. */
  readonly tool: string;
  readonly title: string;
  readonly outcome:
    | { state: 'running' }
    | {
        /** `waiting`: the bank wants something of the caller first; no harm done. */
        state: 'done' | 'waiting' | 'refused';
        tookMs: number;
        asked: Readonly<Record<string, unknown>>;
        returned: Readonly<Record<string, unknown>>;
      };
}

/** Something about the call itself: it is answered by another provider, or goes on by script. */
export interface NoteLine {
  readonly who: 'note';
  readonly id: string;
  readonly text: string;
}

/** The person who has taken the call over. */
export interface ColleagueLine {
  readonly who: 'colleague';
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

export type Line = CallerLine | LunaLine | ToolLine | NoteLine | ColleagueLine;
