/** Who is asked next when whoever answers is lost. Nobody for ever: the caller waits, and a dead service stays dead. */

/** Mishaps of each provider, in the order of preference. */
export type Standing = readonly number[];

/**
 * `lost`: a session that had begun broke off; the same provider is the best one to go on with.
 * `unreachable`: no session came about. `out`: no use asking it again in this call.
 */
export type Mishap = 'lost' | 'unreachable' | 'out';

const CHANCES = 2;
/** A session that has held so long was a good one: what went wrong before it no longer counts. */
const GOOD_MS = 60_000;

export function allFresh(providers: number): Standing {
  return Array.from({ length: providers }, () => 0);
}

export function afterMishap(
  standing: Standing,
  provider: number,
  mishap: Mishap,
  heldMs: number,
): Standing {
  const before = heldMs >= GOOD_MS ? 0 : (standing[provider] ?? 0);
  return standing.with(provider, mishap === 'out' ? CHANCES : before + 1);
}

/** A caller in mid-call waits for a word; one who has just rung knows that it takes a moment. */
const IN_MID_CALL_MS = 2_000;
const RINGING_MS = 5_000;

/** How long a session may take to come about, ms: less where somebody else could be asked instead. */
export function patienceMs(wait: {
  readonly begun: boolean;
  readonly replaceable: boolean;
  readonly stallMs: number;
}): number {
  const { begun, replaceable, stallMs } = wait;
  if (!replaceable) return stallMs;
  return Math.min(begun ? IN_MID_CALL_MS : RINGING_MS, stallMs);
}

/** @returns the place of the next one to ask, or undefined where nobody is left. */
export function nextProvider(
  standing: Standing,
  present: number,
  mishap: Mishap,
): number | undefined {
  const others = [...standing.keys()].filter((place) => place !== present);
  const after = others.filter((place) => place > present);
  const before = others.filter((place) => place < present);
  const order = mishap === 'lost' ? [present, ...after, ...before] : [...after, ...before, present];
  return order.find((place) => (standing[place] ?? CHANCES) < CHANCES);
}
