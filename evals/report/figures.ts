/** What the runs say together: pass^k, words, turns and time, by scenario and condition. Pure. */
import type { Played } from '../play-run.ts';
import { TEXT } from '../plan.ts';
import { score, sum, wordErrorRate } from '../../bench/words/score.ts';

export interface Figures {
  readonly runs: number;
  /** The share of runs that are right. */
  readonly pass1: number;
  /** The chance that three runs of the same script are all right; undefined where none was played so often. */
  readonly pass3: number | undefined;
  /** Per cent; undefined where callers type. */
  readonly wordErrors: number | undefined;
  readonly turns: number;
  readonly seconds: number;
  readonly broken: number;
}

export function figuresOf(played: readonly Played[]): Figures {
  const runs = played.length;
  const heard = played.filter(({ run }) => run.condition !== TEXT);
  return {
    runs,
    pass1: share(played, ({ verdict }) => verdict.passed),
    pass3: passAll(played, 3),
    wordErrors: heard.length === 0 ? undefined : wordErrorRate(sum(heard.flatMap(scoresOf))),
    turns: mean(played.map(({ call }) => call.entries.filter(({ is }) => is === 'caller').length)),
    seconds: mean(played.map(({ call }) => call.seconds)),
    broken: played.filter(({ verdict }) => verdict.broken.length > 0).length,
  };
}

/** By script: of n runs c are right, so k of them chosen blindly are all right in C(c,k) of C(n,k) cases. */
function passAll(played: readonly Played[], k: number): number | undefined {
  const scripts = Map.groupBy(played, ({ run }) => run.script);
  const shares = [...scripts.values()].map((runs) => {
    const right = runs.filter(({ verdict }) => verdict.passed).length;
    return runs.length < k ? undefined : choose(right, k) / choose(runs.length, k);
  });
  const known = shares.filter((one) => one !== undefined);
  return known.length === 0 ? undefined : mean(known);
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 0; i < k; i += 1) ways *= (n - i) / (k - i);
  return Math.max(0, ways);
}

/** What was said between one of Luna's answers and the next, beside what was understood of it. */
function scoresOf({ call }: Played): ReturnType<typeof score>[] {
  const pairs: { said: string; heard: string }[] = [];
  for (const entry of call.entries) {
    if (entry.is === 'caller') pairs.push({ said: entry.text, heard: '' });
    const last = pairs.at(-1);
    if (entry.is === 'understood' && last) last.heard += ` ${entry.text}`;
  }
  return pairs.map(({ said, heard }) => score(words(said), words(heard)));
}

function words(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9' ]+/g, ' ').trim();
}

function share<Value>(values: readonly Value[], is: (value: Value) => boolean): number {
  return values.filter(is).length / Math.max(1, values.length);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0) / Math.max(1, numbers.length);
}
