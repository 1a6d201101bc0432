/** The page's one call, outside React: components read it through `useCall` and give it orders. */
import { systemClock, type Clock } from '#lib/clock.ts';
import { CallSound } from '#web/audio/call-sound.ts';
import type { DevicesClient } from '#web/audio/devices.ts';
import { ScriptedLine, type CallerTurn } from '#web/scripted/scripted-line.ts';
import type { Scriptbook } from '#web/scripted/scriptbook.ts';
import { CallLine, type Breakdown } from './call-line.ts';
import { IDLE, nextCallState, type CallEvent, type CallState } from './call-state.ts';
import { welcomeColleague } from './colleague.ts';

export interface CallClient {
  readonly state: () => CallState;
  readonly subscribe: (onChange: () => void) => () => void;
  readonly start: (scenario: string) => void;
  /** By script, because the caller wants it so. */
  readonly playScript: (scenario: string) => void;
  /** Something has been mended: a call that goes by script is called anew. */
  readonly retryAi: () => void;
  readonly hangUp: () => void;
  readonly setMuted: (muted: boolean) => void;
  readonly setSpeakerMuted: (muted: boolean) => void;
  readonly askForMicrophone: () => void;
  readonly setTyping: (open: boolean) => void;
  /** A typed message, for somebody who cannot or will not speak. */
  readonly say: (text: string) => void;
  /** By script: the caller's part. */
  readonly take: (turn: CallerTurn) => void;
  readonly closeToast: () => void;
  /** What sounds right now, for meters. */
  readonly meters: (side: 'caller' | 'luna') => readonly AnalyserNode[];
  /** Milliseconds by the clock that `Phase.sinceMs` was read from. */
  readonly now: () => number;
}

const UNAVAILABLE = 'AI mode unavailable. Using scripted mode.';
const RINGING_MS = 500;

export interface CallClientParts {
  readonly devices: DevicesClient;
  readonly scripts: Scriptbook;
  readonly clock?: Clock;
}

export function createCallClient(parts: CallClientParts): CallClient {
  const { devices, scripts, clock = systemClock() } = parts;
  const listeners = new Set<() => void>();
  let state = IDLE;
  let sound: CallSound | undefined;
  let line: CallLine | ScriptedLine | undefined;
  let scenario = '';
  let drawing: number | undefined;
  const tell = (event: CallEvent): void => {
    const before = state;
    state = nextCallState(state, event);
    if (state === before) return;
    const card = state.escalation;
    if (
      before.phase.at !== 'ended' &&
      state.phase.at === 'ended' &&
      state.phase.why === 'escalated'
    )
      if (card !== undefined) welcomeColleague(card, clock, tellAs(line));
    // A long answer comes as a hundred messages at once; drawing after each would starve the sound.
    drawing ??= requestAnimationFrame(() => {
      drawing = undefined;
      for (const listener of listeners) listener();
    });
  };
  /** A call that has been replaced may finish its last sentence, but not write into the next one. */
  const tellAs = (teller: typeof line) => (event: CallEvent) => {
    if (line === teller) tell(event);
  };

  const dial = (): void => {
    const opened = new CallSound(devices);
    sound = opened;
    const dialled: CallLine = new CallLine({
      sound: opened,
      clock,
      tell: (event) => tellAs(dialled)(event),
      onBreakdown: (why) => (line === dialled ? goOn(opened, why) : false),
    });
    line = dialled;
    void dialled.dial(scenario);
  };

  /** True where the script goes on in the place of Luna. */
  const goOn = (room: CallSound, why: Breakdown): boolean => {
    const call = scripts.goOn(scenario, state);
    if (call !== undefined) {
      tell({ type: 'scripted', toast: UNAVAILABLE, atMs: clock.now() });
      if (typeof why !== 'string') noteReason(why.said);
      play(room, call);
      return true;
    }
    const ended =
      typeof why === 'string' ? { why, text: '' } : ({ why: 'error', text: why.said } as const);
    tell({ type: 'ended', ...ended, atMs: clock.now() });
    return false;
  };

  /** Luna's own words for it, unless they are already shown as a problem. */
  const noteReason = (said: string): void => {
    if (said === '' || said === state.problem) return;
    tell({ type: 'line', line: { who: 'note', id: `note ${state.lines.length}`, text: said } });
  };

  const play = (room: CallSound, call: NonNullable<ReturnType<Scriptbook['goOn']>>): void => {
    const played: ScriptedLine = new ScriptedLine({
      ...scripts.freeform,
      sound: room,
      clock,
      call,
      tell: (event) => tellAs(played)(event),
    });
    line = played;
    void played.play();
  };

  const dialScript = async (room: CallSound): Promise<void> => {
    const begun = line;
    tell({ type: 'rung' });
    const opened = room.open();
    room.ring(RINGING_MS / 1000);
    await new Promise<void>((resolve) => clock.after(RINGING_MS, resolve));
    // Without sound it goes on in writing.
    await opened.catch(() => undefined);
    if (line !== begun || state.phase.at !== 'ringing') return;
    const call = scripts.goOn(scenario, IDLE);
    if (call === undefined) {
      room.close();
      return tell({ type: 'ended', why: 'unreachable', text: '', atMs: clock.now() });
    }
    tell({ type: 'scripted', toast: undefined, atMs: clock.now() });
    play(room, call);
  };

  const openAgain = async (room: CallSound): Promise<void> => {
    const opened = await room.openMicrophone();
    if (room === sound) tell({ type: 'microphone', state: opened });
  };

  const onCall = (): boolean => state.phase.at === 'ringing' || state.phase.at === 'live';
  return {
    state: () => state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    start(wanted) {
      if (onCall()) return;
      scenario = wanted;
      dial();
    },
    playScript(wanted) {
      if (onCall()) return;
      scenario = wanted;
      line = undefined;
      sound = new CallSound(devices);
      void dialScript(sound);
    },
    retryAi() {
      if (!onCall() || state.mode !== 'scripted') return;
      line?.hangUp();
      dial();
    },
    hangUp() {
      if (line !== undefined) return line.hangUp();
      sound?.close();
      tell({ type: 'ended', why: 'caller', text: '', atMs: clock.now() });
    },
    setMuted(muted) {
      if (sound?.setMicrophoneMuted(muted) !== true) return;
      if (line instanceof CallLine) line.tellMuted(muted);
      tell({ type: 'microphone', state: muted ? 'muted' : 'open' });
    },
    setSpeakerMuted(muted) {
      sound?.setSpeakerMuted(muted);
      tell({ type: 'speaker', muted });
    },
    askForMicrophone() {
      const room = sound;
      if (room === undefined) return;
      tell({ type: 'microphone', state: 'asking' });
      void openAgain(room);
    },
    setTyping: (open) => tell({ type: 'typing', open }),
    say(text) {
      if (line instanceof CallLine) line.say(text);
      else line?.take({ by: 'text', text });
    },
    take(turn) {
      if (line instanceof ScriptedLine) line.take(turn);
    },
    closeToast: () => tell({ type: 'toast', text: undefined }),
    meters: (side) => sound?.meters(side) ?? [],
    now: () => clock.now(),
  };
}
