/** How the picture of two voices moves on: it travels while somebody is heard, and stands still in silence. */

export interface Wave {
  /** 0 to 1, the newest last. */
  readonly luna: readonly number[];
  readonly caller: readonly number[];
  /** How much of the next bar has passed, 0 to 1. */
  readonly part: number;
}

export interface Levels {
  readonly luna: number;
  readonly caller: number;
  readonly passedMs: number;
  /** False for whoever wants less motion: then only the newest levels are shown, in place. */
  readonly moves: boolean;
}

/** One bar. */
const BAR_MS = 50;
/** A canvas as wide as the widest column needs no more. */
const BARS = 140;

export const STILL: Wave = { luna: [], caller: [], part: 0 };

/** The same object as long as nothing moves. */
export function nextWave(wave: Wave, levels: Levels): Wave {
  const { luna, caller, passedMs, moves } = levels;
  const silent = luna === 0 && caller === 0;
  if (!moves) return silent ? STILL : { luna: spread(luna), caller: spread(caller), part: 0 };
  if (silent && isFlat(wave)) return wave.part === 0 ? wave : STILL;
  let part = wave.part + passedMs / BAR_MS;
  // A page that was hidden for a while does not catch up.
  const bars = Math.min(BARS, Math.floor(part));
  part -= Math.floor(part);
  return {
    luna: bars === 0 ? loudest(wave.luna, luna) : grown(wave.luna, luna, bars),
    caller: bars === 0 ? loudest(wave.caller, caller) : grown(wave.caller, caller, bars),
    part,
  };
}

function isFlat({ luna, caller }: Wave): boolean {
  return luna.every((level) => level === 0) && caller.every((level) => level === 0);
}

function grown(history: readonly number[], level: number, bars: number): number[] {
  return [...history, ...Array.from({ length: bars }, () => level)].slice(-BARS);
}

/** A bar is as high as the loudest moment in it. */
function loudest(history: readonly number[], level: number): readonly number[] {
  const last = history.at(-1);
  return last === undefined || last >= level ? history : history.with(history.length - 1, level);
}

/** One level over the whole width, highest in the middle. */
function spread(level: number): number[] {
  return Array.from({ length: BARS }, (_, at) => level * Math.sin((Math.PI * at) / BARS));
}
