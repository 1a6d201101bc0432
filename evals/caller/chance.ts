/** Chance that can be repeated: the same seed gives the same caller. */

export interface Chance {
  /** From 0 to below 1. */
  next(): number;
  between(least: number, most: number): number;
  pick<Value>(choices: readonly [Value, ...Value[]]): Value;
}

/** Mulberry32 over a hash of the name: small, fast, and the same everywhere. */
export function chanceOf(name: string): Chance {
  let state = 2_166_136_261;
  for (const character of name)
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16_777_619);
  const next = (): number => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    between: (least, most) => least + next() * (most - least),
    pick: (choices) => choices[Math.floor(next() * choices.length)] ?? choices[0],
  };
}
