/** When a caller's turn begins and ends: a pure decider over voice probabilities and the words so far. */

/** 128 ms of voice are speech for sure; less may be a cough, or a short "yes". */
const SURE_FRAMES = 4;
/** From here on the recogniser listens, so that its words are there when voice is sure. */
const MAYBE_FRAMES = 2;
/** A voice that has begun is still heard a little below the threshold. */
const HYSTERESIS = 0.15;
/** Voice activity lags behind the last sound of a word by no more than this. */
const LONGEST_LAG_MS = 96;
/** After this silence a sound that was too short is over. */
const COUGH_SILENCE_MS = 200;
export const LONGEST_TURN_MS = 30_000;

export type Turn =
  | { readonly phase: 'quiet'; readonly voicedFrames: number; readonly startMs: number }
  /** Too short as yet to be speech. */
  | {
      readonly phase: 'maybe';
      readonly voicedFrames: number;
      readonly startMs: number;
      readonly endMs: number;
    }
  | { readonly phase: 'speaking'; readonly startMs: number; readonly endMs: number };

export interface TurnFrame {
  /** Of voice, 0 to 1. */
  readonly probability: number;
  readonly startMs: number;
  readonly endMs: number;
  /** When the sound was last loud enough to be of a word. */
  readonly audibleMs: number;
  readonly threshold: number;
  /** How much silence after the last voice ends the turn, by what has been heard; asked only in a silence. */
  readonly waitMs: (endMs: number) => number;
  /** Whether words have been recognised; asked only when a sound was too short to be sure of. */
  readonly hasWords: () => boolean;
}

/** What there is to do after a frame, in this order. */
export type TurnEffect =
  /** Begin recognising, from a little before `startMs`. */
  | { readonly do: 'listen'; readonly startMs: number }
  | { readonly do: 'forget' }
  | { readonly do: 'start'; readonly atMs: number }
  | { readonly do: 'stop'; readonly startMs: number; readonly endMs: number };

export const QUIET: Turn = { phase: 'quiet', voicedFrames: 0, startMs: 0 };

export function stepTurn(turn: Turn, frame: TurnFrame): readonly [Turn, readonly TurnEffect[]] {
  switch (turn.phase) {
    case 'quiet':
      return stepQuiet(turn, frame);
    case 'maybe':
      return stepMaybe(turn, frame);
    case 'speaking':
      return stepSpeaking(turn, frame);
  }
}

function stepQuiet(
  turn: Extract<Turn, { phase: 'quiet' }>,
  frame: TurnFrame,
): readonly [Turn, readonly TurnEffect[]] {
  if (frame.probability < frame.threshold) return [QUIET, []];
  const voicedFrames = turn.voicedFrames + 1;
  const startMs = turn.voicedFrames === 0 ? frame.startMs : turn.startMs;
  if (voicedFrames < MAYBE_FRAMES) return [{ phase: 'quiet', voicedFrames, startMs }, []];
  return [
    { phase: 'maybe', voicedFrames, startMs, endMs: frame.endMs },
    [{ do: 'listen', startMs }],
  ];
}

function stepMaybe(
  turn: Extract<Turn, { phase: 'maybe' }>,
  frame: TurnFrame,
): readonly [Turn, readonly TurnEffect[]] {
  const { startMs } = turn;
  if (isVoiced(frame)) {
    const voicedFrames = turn.voicedFrames + 1;
    const endMs = voicedEndMs(turn.endMs, frame);
    if (voicedFrames < SURE_FRAMES) return [{ ...turn, voicedFrames, endMs }, []];
    return [{ phase: 'speaking', startMs, endMs }, [{ do: 'start', atMs: startMs }]];
  }
  if (frame.endMs - turn.endMs < COUGH_SILENCE_MS) return [turn, []];
  if (!frame.hasWords()) return [QUIET, [{ do: 'forget' }]];
  // Short, but a word: a clipped "no" must not be lost.
  const speaking: Turn = { phase: 'speaking', startMs, endMs: turn.endMs };
  const [next, effects] = stepSpeaking(speaking, frame);
  return [next, [{ do: 'start', atMs: startMs }, ...effects]];
}

function stepSpeaking(
  turn: Extract<Turn, { phase: 'speaking' }>,
  frame: TurnFrame,
): readonly [Turn, readonly TurnEffect[]] {
  const { startMs } = turn;
  const endMs = isVoiced(frame) ? voicedEndMs(turn.endMs, frame) : turn.endMs;
  const silenceMs = frame.endMs - endMs;
  const over =
    frame.endMs - startMs >= LONGEST_TURN_MS || (silenceMs > 0 && silenceMs >= frame.waitMs(endMs));
  if (!over) return [{ phase: 'speaking', startMs, endMs }, []];
  return [QUIET, [{ do: 'stop', startMs, endMs }]];
}

/** Where both agree; a slammed door must not make the words after it inaudible, hence the limit. */
function voicedEndMs(beforeMs: number, { audibleMs, endMs }: TurnFrame): number {
  return Math.max(beforeMs, Math.min(endMs, Math.max(audibleMs, endMs - LONGEST_LAG_MS)));
}

function isVoiced({ probability, threshold }: TurnFrame): boolean {
  // A threshold below the hysteresis would find voice in silence.
  return probability >= Math.max(threshold - HYSTERESIS, threshold / 2);
}
