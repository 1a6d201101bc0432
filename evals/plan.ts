/** Which calls are made: every script, voice, condition and repetition that was asked for, thinned evenly. Pure. */
import type { Part, Script } from './caller/script.ts';
import type { Condition } from './line/microphone.ts';

/** Typed messages instead of speech: the dialogue alone. */
export const TEXT = 'text';

export interface Run {
  readonly part: Part;
  readonly script: Script;
  readonly condition: Condition | typeof TEXT;
  /** Empty where the caller types. */
  readonly voice: string;
  /** From 1. */
  readonly repetition: number;
}

export interface Wishes {
  readonly parts: readonly Part[];
  readonly conditions: readonly Run['condition'][];
  readonly voices: readonly string[];
  readonly runs: number;
  /** Only every so-many-th script of all is played, in each voice and condition. */
  readonly every: number;
}

export function plan({ parts, conditions, voices, runs, every }: Wishes): Run[] {
  const scripts = parts
    .flatMap((part) => part.scripts.map((script) => ({ part, script })))
    .filter((_, index) => index % every === 0);
  const repetitions = Array.from({ length: runs }, (_, index) => index + 1);
  // A script's runs stand together: whoever stops early has whole scripts, from which pass^3 can be told.
  return conditions.flatMap((condition) =>
    scripts.flatMap((known) =>
      repetitions.flatMap((repetition) =>
        (condition === TEXT ? [''] : voices).map((voice) => ({
          ...known,
          condition,
          voice,
          repetition,
        })),
      ),
    ),
  );
}

/** The name of its chance: the same run is the same caller again. */
export function nameOf({ part, script, condition, voice, repetition }: Run): string {
  return [part.scenario || 'freeform', script.name, condition, voice || 'typed', repetition].join(
    ' / ',
  );
}
