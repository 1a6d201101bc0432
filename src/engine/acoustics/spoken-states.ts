/** Finds which state of which phone each frame of a known word was in (Viterbi). */
import type { AcousticModel } from './acoustic-model.ts';
import type { WordPosition } from './phones.ts';
import { STATES_PER_PHONE } from './phones.ts';
import type { SenoneScores } from './senone-scores.ts';

/** A word as a row of states. */
export interface SpokenWord {
  readonly senones: readonly number[];
  /** Places in the model's `stay` and `advance`. */
  readonly transitions: readonly number[];
}

/** @param before and `after`: the phones beside the word */
export function spokenWord(
  { phones }: AcousticModel,
  sounds: readonly number[],
  before: number,
  after: number,
): SpokenWord {
  const models = sounds.map((phone, i) =>
    phones.triphone(phone, sounds[i - 1] ?? before, sounds[i + 1] ?? after, position(i, sounds)),
  );
  const states = models.flatMap((model) =>
    Array.from({ length: STATES_PER_PHONE }, (_, state) => ({ model, state })),
  );
  return {
    senones: states.map(
      ({ model, state }) => phones.senones[model * STATES_PER_PHONE + state] as number,
    ),
    transitions: states.map(
      ({ model, state }) => (phones.transitions[model] as number) * STATES_PER_PHONE + state,
    ),
  };
}

function position(i: number, { length }: readonly number[]): WordPosition {
  if (length === 1) return 'single';
  if (i === 0) return 'begin';
  return i === length - 1 ? 'end' : 'inside';
}

export interface SpokenStates {
  /** Logarithm of the likelihood; without a finite one the word is longer than the sound. */
  readonly score: number;
  /** The senone of each frame. */
  readonly senones: readonly number[];
}

/** @param featuresOf those of each frame, from 0 on */
export function spokenStates(
  { stay, advance, phones }: AcousticModel,
  scores: SenoneScores,
  { senones, transitions }: SpokenWord,
  frames: number,
  featuresOf: (frame: number) => Float32Array,
): SpokenStates {
  const count = senones.length;
  const codebooks = [...new Set(senones.map((senone) => phones.codebookOf[senone] as number))];
  const path = new Float64Array(count).fill(-Infinity);
  /** [frame][state]: 1 where the path came from the state before. */
  const came = new Uint8Array(frames * count);
  for (let frame = 0; frame < frames; frame++) {
    scores.look(featuresOf(frame), codebooks);
    for (let i = count - 1; i >= 0; i--) {
      let best = (path[i] as number) + (stay[transitions[i] as number] as number);
      const fresh =
        i === 0
          ? frame === 0
            ? 0
            : -Infinity
          : (path[i - 1] as number) + (advance[transitions[i - 1] as number] as number);
      if (fresh > best) {
        best = fresh;
        came[frame * count + i] = 1;
      }
      path[i] = best + scores.of(senones[i] as number);
    }
  }
  const found: number[] = [];
  for (let frame = frames - 1, at = count - 1; frame >= 0; frame--) {
    found.push(senones[Math.max(at, 0)] as number);
    if (came[frame * count + at]) at--;
  }
  return { score: path.at(-1) ?? -Infinity, senones: found.toReversed() };
}
