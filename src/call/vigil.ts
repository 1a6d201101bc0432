/**
 * Does whoever owes something still live? One that thinks is left alone, one that hangs is replaced. Pure; times in ms.
 *
 *   calm ──nothing for a while──▶ asked ──no answer──▶ suspected ──none still──▶ dead
 *     ▲                             │                      │  sooner, where somebody stands ready
 *     └────────── any sign ─────────┴──────────────────────┘
 */

/** A service that works says something at least so often while it owes an answer. */
const QUIET_MS = 400;
/** One that thinks, and has just said that it is there, is left alone for a while. */
const TRUSTED_MS = 1_000;
/** From the question on: far more than a way to the other side of the earth and back. */
const SUSPECT_MS = 500;
const READY_MS = 900;
/** A packet lost twice on a bad line has come by then. */
const DEAD_MS = 1_500;

export type Vigil =
  /** `since`: the last sign of life, or the moment at which something began to be due. */
  | { readonly is: 'calm'; readonly since: number; readonly forMs: number }
  | { readonly is: 'asked'; readonly at: number }
  /** `relief`: somebody else stands ready. */
  | { readonly is: 'suspected'; readonly at: number; readonly relief: boolean };

export type VigilEvent =
  /** Whatever it says; `asked`: it was only the answer to our question. */
  | { readonly type: 'sign'; readonly asked: boolean }
  /** Time has passed, and something is due. */
  | { readonly type: 'look' }
  | { readonly type: 'relief' };

/** `ask`: is it there? `suspect`: fetch somebody who could go on. `trust`: send them home. `dead`: they go on. */
export type VigilEffect = 'ask' | 'suspect' | 'trust' | 'dead';

export function calmFrom(since: number, forMs = QUIET_MS): Vigil {
  return { is: 'calm', since, forMs };
}

export function stepVigil(vigil: Vigil, event: VigilEvent, now: number): [Vigil, VigilEffect[]] {
  if (event.type === 'sign') {
    const calm = calmFrom(now, event.asked ? TRUSTED_MS : QUIET_MS);
    return [calm, vigil.is === 'suspected' ? ['trust'] : []];
  }
  const next: Vigil =
    event.type === 'relief' && vigil.is === 'suspected' ? { ...vigil, relief: true } : vigil;
  if (now < lookAt(next)) return [next, []];
  switch (next.is) {
    case 'calm':
      return [{ is: 'asked', at: now }, ['ask']];
    case 'asked':
      return [{ is: 'suspected', at: next.at, relief: false }, ['suspect']];
    case 'suspected':
      return [next, ['dead']];
  }
}

/** When it has to be looked at next. */
export function lookAt(vigil: Vigil): number {
  switch (vigil.is) {
    case 'calm':
      return vigil.since + vigil.forMs;
    case 'asked':
      return vigil.at + SUSPECT_MS;
    case 'suspected':
      return vigil.at + (vigil.relief ? READY_MS : DEAD_MS);
  }
}
