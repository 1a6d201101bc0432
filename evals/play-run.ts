/** One run: the call is made, the bank is read, and it is judged. */
import { WebSocket } from 'ws';
import { type PlayedCall, play } from './caller/call.ts';
import { chanceOf } from './caller/chance.ts';
import { mindOf } from './caller/mind.ts';
import { type Verdict, judge } from './judge/verdict.ts';
import { Line } from './line/line.ts';
import { type Run, nameOf } from './plan.ts';
import type { Seat } from './seat.ts';

export interface Played {
  readonly run: Run;
  readonly call: PlayedCall;
  readonly verdict: Verdict;
}

const TYPIST = { pauseMs: [250, 300], patienceMs: 2_500, longestMs: 60_000 } as const;

export async function playRun(run: Run, seat: Seat): Promise<Played> {
  const { part, script } = run;
  const chance = chanceOf(nameOf(run));
  const line = new Line(new WebSocket(seat.url(part.scenario), { perMessageDeflate: false }));
  const call = await play(line, mindOf(part, script), TYPIST, chance);
  const { changes, after, recorded } = await seat.clearUp(call.callId);
  const customer = script.customer ?? part.customer;
  return { run, call, verdict: judge({ script, call, customer, changes, after, recorded }) };
}
