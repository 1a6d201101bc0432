/** Everything the page shows of the conversation with a manager, and how each event changes it. Pure. */
import { IDLE, nextCallState, type CallEvent, type CallState } from '#web/caller/call-state.ts';
import type { Line } from '#web/caller/line.ts';

export interface Style {
  readonly mode: string;
  readonly persona: string;
}

export interface InsightsState {
  readonly call: CallState;
  /** Of conversations that are over. */
  readonly past: readonly Line[];
  readonly style: Style;
  /** Whether Luna hears and is heard; otherwise both write. */
  readonly voice: 'off' | 'starting' | 'on';
  /** What has been asked last, for as long as it may be lost. */
  readonly unanswered: string | undefined;
}

export type InsightsEvent =
  | CallEvent
  | { readonly type: 'voice'; readonly is: InsightsState['voice'] }
  | { readonly type: 'style'; readonly style: Partial<Style> }
  | { readonly type: 'asked'; readonly id: string; readonly text: string };

export function before(style: Style): InsightsState {
  return { call: IDLE, past: [], style, voice: 'off', unanswered: undefined };
}

export function nextInsights(state: InsightsState, event: InsightsEvent): InsightsState {
  switch (event.type) {
    case 'voice':
      return { ...state, voice: event.is };
    case 'style':
      return { ...state, style: { ...state.style, ...event.style } };
    case 'asked': {
      const line = { who: 'caller', id: event.id, text: event.text, state: 'final' } as const;
      const asked = nextCallState(state.call, { type: 'line', line });
      return { ...state, call: { ...asked, thinking: true }, unanswered: event.text };
    }
    case 'rung': {
      const past = [...state.past, ...state.call.lines];
      return { ...state, past, call: nextCallState(state.call, event) };
    }
    case 'ended':
      return { ...state, call: nextCallState(state.call, event), voice: 'off' };
    case 'word':
      return afterWord({ ...state, call: nextCallState(state.call, event) }, event.word);
    default:
      return { ...state, call: nextCallState(state.call, event) };
  }
}

function afterWord(
  state: InsightsState,
  word: Extract<CallEvent, { type: 'word' }>['word'],
): InsightsState {
  switch (word.type) {
    case 'luna.style': {
      const { mode = state.style.mode, persona = state.style.persona } = word.style;
      return { ...state, style: { mode, persona } };
    }
    case 'luna.call.ended':
      return { ...state, voice: 'off' };
    case 'response.output_text.done':
    case 'response.output_audio.done':
      return { ...state, unanswered: undefined };
    default:
      return state;
  }
}
