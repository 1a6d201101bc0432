/** One whole call: the caller listens until Luna has finished, thinks, answers, and hangs up or is hung up on. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Diary } from '../line/diary.ts';
import type { Line } from '../line/line.ts';
import type { Chance } from './chance.ts';
import { type Mind, nextWords } from './mind.ts';

export interface Manner {
  /** A person's pause between a question and his answer. */
  readonly pauseMs: readonly [least: number, most: number];
  /** Whoever gets no answer says it again after this long. */
  readonly patienceMs: number;
  /** Nobody stays on the line longer. */
  readonly longestMs: number;
}

export interface PlayedCall extends Diary {
  readonly mind: Mind;
}

const LOOK_EVERY_MS = 20;
/** After goodbye a caller puts the phone down if nobody else does. */
const GOODBYE = /goodbye|have a (nice|good|great) day/i;

export async function play(
  line: Line,
  mind: Mind,
  manner: Manner,
  chance: Chance,
): Promise<PlayedCall> {
  const startedAt = performance.now();
  let state = mind;
  let pauseMs = chance.between(...manner.pauseMs);
  await line.opened();
  while (line.ended === undefined) {
    await wait(LOOK_EVERY_MS);
    if (performance.now() - startedAt > manner.longestMs)
      return over(line, state, startedAt, 'stuck');
    const waits = line.said === '' || GOODBYE.test(line.said) ? manner.patienceMs : pauseMs;
    if (line.quietMs < waits) continue;
    if (GOODBYE.test(line.said)) return over(line, state, startedAt, 'caller');
    const [next, words] = nextWords(state, line.said, chance);
    state = next;
    if (words === undefined) return over(line, state, startedAt, 'stuck');
    await line.say(words);
    pauseMs = chance.between(...manner.pauseMs);
  }
  return over(line, state, startedAt, line.ended);
}

function over(line: Line, mind: Mind, startedAt: number, endedBy: Diary['endedBy']): PlayedCall {
  if (line.ended === undefined) line.hangUp();
  const { callId, entries } = line;
  return { callId, entries, endedBy, mind, seconds: (performance.now() - startedAt) / 1_000 };
}
