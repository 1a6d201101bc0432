/** The page's one conversation, outside React: components read it through `useInsights` and give it orders. */
import * as z from 'zod/mini';
import type { Clock } from '#lib/clock.ts';
import { makeId } from '#lib/id.ts';
import { CallSound } from '#web/audio/call-sound.ts';
import type { DevicesClient } from '#web/audio/devices.ts';
import type { BoardClient } from './board-client.ts';
import {
  before,
  nextInsights,
  type InsightsEvent,
  type InsightsState,
  type Style,
} from './insights-state.ts';
import { TalkLine } from './talk-line.ts';

export interface InsightsClient {
  readonly state: () => InsightsState;
  readonly subscribe: (onChange: () => void) => () => void;
  /** In writing; answered aloud while Luna is heard. Begins a conversation where there is none. */
  readonly ask: (text: string) => void;
  /** To be called in the click itself: the browser lets nothing sound before. */
  readonly speak: () => void;
  readonly hush: () => void;
  readonly restyle: (style: Partial<Style>) => void;
  readonly hangUp: () => void;
  /** What sounds right now, for meters. */
  readonly meters: (side: 'caller' | 'luna') => readonly AnalyserNode[];
}

export interface InsightsClientParts {
  readonly devices: DevicesClient;
  readonly board: BoardClient;
  readonly clock: Clock;
}

const KEY = 'luna.insights.style';
const USUAL: Style = { mode: 'executive', persona: 'luna' };
const KeptStyle = z.object({ mode: z.string(), persona: z.string() });
const NO_SOUND = 'The sound could not be switched on. Please try again, or type.';
/** A page that somebody has left open is no conversation: its line is given to others. */
const LEFT_AFTER_MS = 10 * 60_000;

export function createInsights({ devices, board, clock }: InsightsClientParts): InsightsClient {
  const listeners = new Set<() => void>();
  let state = before(kept());
  let line: TalkLine | undefined;
  let sound: CallSound | undefined;
  let drawing: number | undefined;
  let stopWaiting: (() => void) | undefined;

  const tell = (event: InsightsEvent): void => {
    const { style } = state;
    state = nextInsights(state, event);
    if (state.style !== style) localStorage.setItem(KEY, JSON.stringify(state.style));
    if (event.type === 'word' || event.type === 'asked') stayALittle();
    // Words come by the dozen: they are drawn once a frame.
    drawing ??= requestAnimationFrame(() => {
      drawing = undefined;
      for (const listener of listeners) listener();
    });
  };

  const stayALittle = (): void => {
    stopWaiting?.();
    stopWaiting = clock.after(LEFT_AFTER_MS, () => line?.hangUp());
  };

  const dial = (heard: CallSound | undefined): TalkLine => {
    tell({ type: 'rung' });
    const dialled: TalkLine = new TalkLine(state.style, heard, {
      clock,
      tell: (event) => {
        if (line === undefined || line === dialled) tell(event);
      },
      onDrawing: board.show,
      onOver: () => {
        if (line !== dialled) return;
        line = undefined;
        sound = undefined;
        stopWaiting?.();
      },
    });
    line = dialled;
    return dialled;
  };

  const open = async (opened: CallSound): Promise<void> => {
    tell({ type: 'voice', is: 'starting' });
    tell({ type: 'toast', text: undefined });
    try {
      await opened.open();
      tell({ type: 'microphone', state: 'asking' });
      const microphone = await opened.openMicrophone();
      // Thought better of it meanwhile.
      if (sound !== opened) return opened.close();
      if (line === undefined) dial(opened);
      else line.speak(opened);
      tell({ type: 'microphone', state: microphone });
      tell({ type: 'voice', is: 'on' });
    } catch {
      // The worklets come from the server, too.
      opened.close();
      if (sound === opened) sound = undefined;
      tell({ type: 'voice', is: 'off' });
      tell({ type: 'toast', text: NO_SOUND });
    }
  };

  return {
    state: () => state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    ask(text) {
      const speaking = line ?? dial(undefined);
      const id = makeId('typed');
      tell({ type: 'asked', id, text });
      speaking.say(id, text);
    },
    speak() {
      if (sound !== undefined) return;
      sound = new CallSound(devices);
      void open(sound);
    },
    hush() {
      sound = undefined;
      line?.hush();
      tell({ type: 'voice', is: 'off' });
    },
    restyle(style) {
      if (line === undefined) tell({ type: 'style', style });
      else line.restyle(style);
    },
    hangUp: () => line?.hangUp(),
    meters: (side) => sound?.meters(side) ?? [],
  };
}

/** As this device remembers it. */
function kept(): Style {
  try {
    const found = KeptStyle.safeParse(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
    return found.success ? found.data : USUAL;
  } catch {
    return USUAL; // not JSON
  }
}
