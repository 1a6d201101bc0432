/** When and how a call's provider dies: by chance, the same for the same seed. */
import { chanceOf } from '../../evals/caller/chance.ts';
import type { Upstream } from '../scripted/upstream.ts';
import type { TalkingCaller } from './talking-caller.ts';

export const WHEN = ['caller speaks', 'answer due', 'luna speaks', 'tool', 'confirmation'] as const;
/** `hangs`: pings are answered, the session is dead; `frozen`: nothing at all is, and the connection stands. */
const HOW = ['dropped', 'closed 1011', 'expired 1001', 'hangs', 'frozen'] as const;

export interface Death {
  readonly seed: number;
  readonly when: (typeof WHEN)[number];
  /** Which of them in the call, from 1. */
  readonly nth: number;
  /** How far into it, 0 to 1. */
  readonly share: number;
  readonly how: (typeof HOW)[number];
  /** The service takes a new session at once, or nobody any more. */
  readonly comesBack: boolean;
}

/** So often it happens in a call that is not disturbed. */
const TIMES = { 'caller speaks': 5, 'answer due': 6, 'luna speaks': 6, tool: 5, confirmation: 2 };

export function deathOf(seed: number): Death {
  const chance = chanceOf(`death ${seed}`);
  const when = chance.pick(WHEN);
  const nth = 1 + Math.floor(chance.next() * TIMES[when]);
  const [share, how] = [chance.next(), chance.pick(HOW)];
  return { seed, when, nth, share, how, comesBack: chance.next() < 0.4 };
}

/** Watches the call, and kills at that moment. @returns when it happened, in ms of `performance.now()` */
export function awaitDeath(death: Death, caller: TalkingCaller, upstream: Upstream): () => number {
  let times = 0;
  let at = Number.NaN;
  const strike = (): void => {
    if (!Number.isNaN(at)) return;
    at = performance.now();
    kill(upstream, death);
  };
  const deltas = 1 + Math.floor(death.share * 4);
  let delta = 0;
  caller.onMoment = (moment) => {
    switch (death.when) {
      case 'caller speaks':
        if (moment.type !== 'frame') return;
        if (moment.share === 1) times += 1;
        else if (times + 1 === death.nth && moment.share >= death.share) strike();
        return;
      case 'answer due':
        if (moment.type === 'response.created') times += 1;
        if (times === death.nth) strike();
        return;
      case 'luna speaks':
        if (moment.type === 'response.created') [times, delta] = [times + 1, 0];
        if (moment.type === 'response.output_audio.delta') delta += 1;
        if (times >= death.nth && delta >= deltas) strike();
        return;
      case 'tool':
        if (moment.type === 'luna.tool.started') times += 1;
        if (times === death.nth) setTimeout(strike, death.share * 4);
        return;
      case 'confirmation':
        if (moment.type === 'luna.confirmation' && moment.pending !== null) times += 1;
        if (times === death.nth) setTimeout(strike, death.share * 400);
    }
  };
  return () => at;
}

function kill(upstream: Upstream, { how, comesBack }: Death): void {
  const session = upstream.sessions.at(-1);
  if (!comesBack) for (let n = 0; n < 4; n++) upstream.refuse(503);
  switch (how) {
    case 'dropped':
      return session?.drop();
    case 'closed 1011':
      return session?.end(1011, 'internal error');
    case 'expired 1001':
      return session?.end(1001, 'Your session hit the maximum duration of 60 minutes.');
    case 'hangs':
      return session?.hang();
    case 'frozen':
      return session?.stall();
  }
}
