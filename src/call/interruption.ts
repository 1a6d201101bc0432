/**
 * Does the caller mean to interrupt? Lower Luna's voice at once, decide by the words.
 *
 *   quiet ──speech over Luna──▶ undecided ──a real word, sustained voice──▶ interrupt ─▶ quiet
 *            (duck)                 └──"uh-huh", noise, nothing──▶ resume ─▶ quiet
 */
import { classify, mayBecomeBackChannel } from './back-channel.ts';

export type Interruption =
  | { readonly is: 'quiet' }
  | {
      readonly is: 'undecided';
      /** The caller's item. */
      readonly itemId: string;
      /** His words so far. */
      readonly words: string;
    };

export type InterruptionEvent =
  | { readonly type: 'speech.started'; readonly itemId: string; readonly overLuna: boolean }
  | { readonly type: 'words.grew'; readonly itemId: string; readonly delta: string }
  | { readonly type: 'words.final'; readonly itemId: string; readonly text: string }
  /** He has been speaking for `sustainedMs`. */
  | { readonly type: 'voice.sustained' }
  | { readonly type: 'speech.stopped' }
  | { readonly type: 'typed'; readonly overLuna: boolean }
  /** The caller's program does not play her any more. */
  | { readonly type: 'silenced'; readonly overLuna: boolean }
  /** Luna's last sample was played: there is nothing left to interrupt. */
  | { readonly type: 'luna.finished' };

export type InterruptionEffect =
  | 'duck'
  | 'resume'
  | 'interrupt'
  /** What he said was no turn: the provider should forget it. */
  | 'ignore'
  | 'watch'
  | 'stop-watching';

export const QUIET: Interruption = { is: 'quiet' };

const VOICE_MS = 600;
/** A voice that was too short so far may go on. */
export const LISTEN_AGAIN_MS = 200;
/** A provider tells that the voice has ended only after a silence, 500 ms as we ask for it, and has a way to go. */
const SHORTEST_SILENCE_MS = 750;
/** One that listens to the words waits longer for more of them, 1.2 s, and may be a second behind on a busy machine. */
const LONGEST_SILENCE_MS = 2_200;

/** How long after its beginning voice in which no word was found interrupts: 600 ms, and the silence in which it may have ended. */
export function sustainedMs(can: { readonly transcribesWhileSpeaking: boolean }): number {
  return VOICE_MS + (can.transcribesWhileSpeaking ? LONGEST_SILENCE_MS : SHORTEST_SILENCE_MS);
}

/**
 * Whether it was more than "uh-huh" by its sound. A provider that waits for the sense of what is said tells of the end
 * of "uh-huh" only seconds later: by its word alone, it would have been a long voice.
 * @param loudMs of sound as loud as a voice; undefined where nobody has listened
 */
export function isSustained(loudMs: number | undefined): boolean {
  return loudMs === undefined || loudMs >= VOICE_MS;
}

export function stepInterruption(
  state: Interruption,
  event: InterruptionEvent,
): [Interruption, readonly InterruptionEffect[]] {
  if (event.type === 'typed' || event.type === 'silenced')
    return event.overLuna ? interrupt(state) : [state, []];
  if (state.is === 'quiet') {
    if (event.type !== 'speech.started' || !event.overLuna) return [state, []];
    return [{ is: 'undecided', itemId: event.itemId, words: '' }, ['duck', 'watch']];
  }
  switch (event.type) {
    case 'speech.started':
      // A second utterance before the first was understood: he has something to say.
      return event.itemId === state.itemId ? [state, []] : interrupt(state);
    case 'words.grew': {
      if (event.itemId !== state.itemId) return [state, []];
      const words = state.words + event.delta;
      return classify(words) === 'words' && !mayBecomeBackChannel(words)
        ? interrupt(state)
        : [{ ...state, words }, []];
    }
    case 'words.final':
      if (event.itemId !== state.itemId) return [state, []];
      return classify(event.text) === 'words'
        ? interrupt(state)
        : [QUIET, ['stop-watching', 'resume', 'ignore']];
    case 'voice.sustained':
      // "Mm-hmm, okay" may take its time: where there are words, they decide.
      return classify(state.words) === 'nothing' ? interrupt(state) : [state, []];
    case 'speech.stopped':
      return [state, ['stop-watching']];
    case 'luna.finished':
      // An "okay" at the end of her question is an answer to it.
      return [QUIET, ['stop-watching', 'resume']];
  }
}

function interrupt(state: Interruption): [Interruption, readonly InterruptionEffect[]] {
  return [QUIET, state.is === 'quiet' ? ['interrupt'] : ['stop-watching', 'interrupt']];
}
