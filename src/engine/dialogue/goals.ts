/** Which goal a caller's words are about: the phrases of all goals weighed against each other. Pure. */
import type { Goal, Task } from '#engine/flow.ts';
import { bestCover, coverOf, plainWords } from './phrases-in.ts';
import { plain } from './tool-output.ts';

export interface Wish {
  readonly goal: Goal;
  /** The one task that is wanted, where the words are about no more than that. */
  readonly task: Task | undefined;
  /** Words of the phrase that was said. */
  readonly cover: number;
  readonly weight: number;
}

/** Two goals nearer than this are asked about rather than guessed. */
const TIE = 0.87;
/** A word that only one goal knows counts so much more than one that all know. */
const RARE = 1;
/** A phrase said without a gap is surer than its words here and there. */
const WHOLE = 0.4;

/** The most likely first; empty where the words are about none. */
export function wishesIn(text: string, goals: readonly Goal[]): Wish[] {
  const words = plainWords(text);
  const rarity = rarityIn(goals);
  const wishes = goals.flatMap((goal): Wish[] => {
    const own = heaviest(words, goal.wants, rarity);
    const single = goal.tasks
      .map((task) => ({ task, ...heaviest(words, task.wants ?? [], rarity) }))
      .toSorted((a, b) => b.weight - a.weight)[0];
    if (single !== undefined && single.weight > own.weight) return [{ goal, ...single }];
    return own.cover === 0 ? [] : [{ goal, task: undefined, ...own }];
  });
  return wishes.toSorted((a, b) => b.weight - a.weight);
}

/** One goal, or the two between which the words leave it open. */
export function clearest(wishes: readonly Wish[]): readonly Wish[] {
  const [best, second] = wishes;
  if (best === undefined) return [];
  return second !== undefined && second.weight >= best.weight * TIE ? [best, second] : [best];
}

/** "Is it about a loan or your mortgage?" */
export function whichOf(goals: readonly Goal[]): string {
  return `Is it about ${goals.map(topicOf).join(', or about ')}?`;
}

/** The one of these that the answer names: by its topic, by its phrases, or as the first or second. */
export function chosenOf(text: string, goals: readonly Goal[]): Goal | undefined {
  const words = plainWords(text);
  const [first, second] = goals;
  const scored = goals
    .map((goal) => {
      const topic = plainWords(topicOf(goal)).filter((word) => word.length > 3);
      return { goal, score: bestCover(words, [...goal.wants, ...topic]) };
    })
    .toSorted((a, b) => b.score - a.score);
  if ((scored[0]?.score ?? 0) > (scored[1]?.score ?? 0)) return scored[0]?.goal;
  if (/\b(?:first|former)\b/.test(text)) return first;
  return /\b(?:second|latter|last|other)\b/.test(text) ? second : undefined;
}

/** The tools to work through for a wish: all of its goal, or one task with those that find what it needs. */
export function planFor({ goal, task }: Pick<Wish, 'goal' | 'task'>): readonly string[] {
  if (task === undefined) return goal.tasks.map(({ tool }) => tool);
  const needed = new Set(task.slots.map(({ name }) => name));
  const before = goal.tasks.slice(0, goal.tasks.indexOf(task));
  return [
    ...before
      .filter(
        ({ tool, keeps = [] }) =>
          tool === 'verify_identity' || keeps.some((name) => needed.has(name)),
      )
      .map(({ tool }) => tool),
    task.tool,
  ];
}

function topicOf({ topic, id }: Goal): string {
  return topic ?? plain(id);
}

function heaviest(
  words: readonly string[],
  phrases: readonly string[],
  rarity: (word: string) => number,
): { cover: number; weight: number } {
  let best = { cover: 0, weight: 0 };
  for (const phrase of phrases) {
    const wanted = phrase.split(' ');
    const found = coverOf(words, wanted);
    if (found === undefined) continue;
    const own = wanted.reduce((sum, word) => sum + rarity(word), 0);
    const weight = own + (found.whole ? WHOLE : 0);
    if (weight > best.weight) best = { cover: wanted.length, weight };
  }
  return best;
}

/** A word of all goals says least about any of them. */
function rarityIn(goals: readonly Goal[]): (word: string) => number {
  const knowing = new Map<string, number>();
  for (const { wants, tasks } of goals) {
    const all = [...wants, ...tasks.flatMap((task) => task.wants ?? [])];
    for (const word of new Set(all.flatMap((phrase) => phrase.split(' '))))
      knowing.set(word, (knowing.get(word) ?? 0) + 1);
  }
  return (word) => 1 + RARE * (1 - (knowing.get(word) ?? 1) / Math.max(1, goals.length));
}
