/** Where in a script to go on, when the call broke off in the middle. */
import type { Script } from './scripts.ts';

export interface HappenedSoFar {
  /** Luna was heard at all. */
  readonly greeted: boolean;
  readonly callerSpoke: boolean;
  /** Names of the tools that did their work. */
  readonly done: readonly string[];
}

/** An index into the script's lines: nothing is said twice that the bank has already done. */
export function whereToGoOn(
  { lines }: Script,
  { greeted, callerSpoke, done }: HappenedSoFar,
): number {
  const lastDone = lines.findLastIndex(({ tool }) => tool && done.includes(tool.name));
  // What Luna says about the tool's result may not have been heard.
  if (lastDone !== -1) return lastDone;
  if (!greeted) return 0;
  const firstWish = lines.findIndex(({ who }) => who === 'caller');
  return callerSpoke && firstWish !== -1 ? firstWish + 1 : firstWish;
}
