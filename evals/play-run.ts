/** One run: the call is made, the bank is read, and it is judged. */
import { WebSocket } from 'ws';
import { type Manner, type PlayedCall, play } from './caller/call.ts';
import { chanceOf } from './caller/chance.ts';
import { mindOf } from './caller/mind.ts';
import { type Verdict, judge } from './judge/verdict.ts';
import { Line } from './line/line.ts';
import { type Condition, Microphone } from './line/microphone.ts';
import { SpokenLine, type Stretch } from './line/spoken-line.ts';
import type { Voices } from './line/voices.ts';
import { type Run, TEXT, nameOf } from './plan.ts';
import type { Seat } from './seat.ts';

export interface Played {
  readonly run: Run;
  readonly call: PlayedCall;
  readonly verdict: Verdict;
  /** Empty where the caller types. */
  readonly sound: readonly Stretch[];
}

export interface Speed {
  /** Of the caller's own speech, times real time. */
  readonly pace: number;
  /** Of Luna's voice in his ear, times real time. */
  readonly listens: number;
}

const TYPIST: Manner = { pauseMs: [250, 300], patienceMs: 2_500, longestMs: 90_000 };
const SPEAKER: Manner = { pauseMs: [300, 900], patienceMs: 8_000, longestMs: 240_000 };
/** Whose level the noise is measured against. */
const REFERENCE = 'I would like to speak to somebody about my account';

export async function playRun(run: Run, seat: Seat, voices: Voices, speed: Speed): Promise<Played> {
  const { part, script } = run;
  const chance = chanceOf(nameOf(run));
  const url = seat.url(part.scenario);
  const line =
    run.condition === TEXT
      ? new Line(dial(url))
      : await spokenLine(url, run, run.condition, voices, speed);
  const manner = run.condition === TEXT ? TYPIST : SPEAKER;
  const call = await play(line, mindOf(part, script), manner, chance);
  const { changes, after, recorded } = await seat.clearUp(call.callId);
  const customer = script.customer ?? part.customer;
  const verdict = judge({ script, call, customer, changes, after, recorded });
  return { run, call, verdict, sound: line instanceof SpokenLine ? line.sound : [] };
}

/** Its events must be listened to at once. */
function dial(url: string): WebSocket {
  return new WebSocket(url, { perMessageDeflate: false });
}

async function spokenLine(
  url: string,
  run: Run,
  condition: Condition,
  voices: Voices,
  speed: Speed,
): Promise<SpokenLine> {
  const { voice } = run;
  const reference = await voices.clip(REFERENCE, voice);
  return new SpokenLine(dial(url), {
    microphone: new Microphone(condition, reference, nameOf(run)),
    clip: (text) => voices.clip(text, voice),
    chance: chanceOf(`${nameOf(run)}: manner`),
    ...speed,
  });
}
