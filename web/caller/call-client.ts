/** The page's one call, outside React: components read it through `useCall` and give it orders. */
import { systemClock, type Clock } from '#lib/clock.ts';
import { CallLine } from './call-line.ts';
import { IDLE, nextCallState, type CallEvent, type CallState } from './call-state.ts';

export interface CallClient {
  readonly state: () => CallState;
  readonly subscribe: (onChange: () => void) => () => void;
  readonly start: (scenario: string) => void;
  readonly hangUp: () => void;
  readonly setMuted: (muted: boolean) => void;
  readonly askForMicrophone: () => void;
  /** A typed message, for somebody who cannot or will not speak. */
  readonly say: (text: string) => void;
  /** What is being said and heard right now, for meters. */
  readonly analyser: (side: 'caller' | 'luna') => AnalyserNode | undefined;
  /** Milliseconds by the clock that `Phase.sinceMs` was read from. */
  readonly now: () => number;
}

export function createCallClient(clock: Clock = systemClock()): CallClient {
  const listeners = new Set<() => void>();
  let state = IDLE;
  let line: CallLine | undefined;
  let drawing: number | undefined;
  const tell = (event: CallEvent): void => {
    const next = nextCallState(state, event);
    if (next === state) return;
    state = next;
    // A long answer comes as a hundred messages at once; drawing after each would starve the sound.
    drawing ??= requestAnimationFrame(() => {
      drawing = undefined;
      for (const listener of listeners) listener();
    });
  };
  return {
    state: () => state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    start(scenario) {
      if (state.phase.at === 'ringing' || state.phase.at === 'live') return;
      const dialled = new CallLine(clock, (event) => {
        // A call that has been replaced may finish its last sentence, but not write into the next one.
        if (line === dialled) tell(event);
      });
      line = dialled;
      dialled.dial(scenario).catch(() => dialled.end('unreachable'));
    },
    hangUp: () => line?.hangUp(),
    setMuted: (muted) => line?.setMuted(muted),
    askForMicrophone() {
      line?.openMicrophone().catch(() => tell({ type: 'microphone', state: 'missing' }));
    },
    say: (text) => line?.say(text),
    analyser: (side) => line?.[side],
    now: () => clock.now(),
  };
}
