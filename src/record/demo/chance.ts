/** Chance that can be repeated: the same seed, the same month. */
export interface Chance {
  /** 0 to 1, without 1. */
  next(): number;
  /** Around a middle, skewed to the long side as waiting times are; `spread` 0 is always the middle. */
  around(middle: number, spread: number): number;
  /** One of them, the heavier the likelier. */
  pick<Value>(choices: readonly Value[], weight: (choice: Value) => number): Value;
  happens(likelihood: number): boolean;
}

/** @param seed a whole number. mulberry32: enough for a demonstration, for nothing else. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    around(middle, spread) {
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return middle * Math.exp(normal * spread);
    },
    pick(choices, weight) {
      let left = next() * choices.reduce((sum, choice) => sum + weight(choice), 0);
      for (const choice of choices) {
        left -= weight(choice);
        if (left < 0) return choice;
      }
      const last = choices.at(-1);
      if (last === undefined) throw new RangeError('There is nothing to pick from.');
      return last;
    },
    happens: (likelihood) => next() < likelihood,
  };
}
