/** Which goal a caller's words are about: the phrases of all goals weighed against each other. Pure. */
import type { Goal } from '#engine/flow.ts';
import { bestCover, coverOf, plainWords } from './phrases-in.ts';
import { plain } from './tool-output.ts';

export interface Wish {
  readonly goal: Goal;
  /** The tools of the tasks that were asked for by themselves; none where it is about the goal as a whole. */
  readonly wanted: readonly string[];
  /** Words of the phrase that was said. */
  readonly cover: number;
  readonly weight: number;
}

/** Two goals nearer than this are asked about rather than guessed. */
const TIE = 0.87;
const TIE_OF_TWO = 0.4;
/** A word that only one goal knows counts so much more than one that all know. */
const RARE = 1;
/** A phrase said without a gap is surer than its words here and there. */
const WHOLE = 0.4;

/**
 * The most likely first; empty where the words are about none.
 * @param current the goal under way: only within it are the phrases of single tasks enough.
 */
export function wishesIn(text: string, goals: readonly Goal[], current?: string): Wish[] {
  const words = plainWords(text);
  const rarity = rarityIn(goals);
  const wishes = goals.flatMap((goal): Wish[] => {
    const tasks = goal.tasks.map(({ tool, wants = [] }) => ({
      tool,
      ...heaviest(words, wants, rarity),
    }));
    const wanted = tasks.filter(({ cover }) => cover > 0).map(({ tool }) => tool);
    const own = heaviest(words, goal.wants, rarity);
    const all = goal.id === current || goals.length === 1 ? [own, ...tasks] : [own];
    const best = all.toSorted((a, b) => b.weight - a.weight)[0];
    if (best === undefined || best.cover === 0) return [];
    return [{ goal, wanted, cover: best.cover, weight: best.weight }];
  });
  return wishes.toSorted((a, b) => b.weight - a.weight);
}

/** One goal, or the two between which the words leave it open: they fit both, or name both with "or". */
export function clearest(wishes: readonly Wish[], text: string): readonly Wish[] {
  const [best, second] = wishes;
  if (best === undefined) return [];
  const near = /\bor\b/.test(text) ? TIE_OF_TWO : TIE;
  return second !== undefined && second.weight >= best.weight * near ? [best, second] : [best];
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

/**
 * The tools to work through for a wish. Where some tasks were asked for by themselves, the others that can be are
 * left out, but for those that come after, by themselves: an offer, or what needs nothing more to be asked.
 */
export function planFor({ goal, wanted }: Pick<Wish, 'goal' | 'wanted'>): readonly string[] {
  const first = goal.tasks.findIndex(({ tool }) => wanted.includes(tool));
  const known = new Set<string>();
  const plan: string[] = [];
  for (const [i, task] of goal.tasks.entries()) {
    const asked = task.slots.filter(({ optional = false }) => !optional).map(({ name }) => name);
    const isWanted = first < 0 || task.wants === undefined || wanted.includes(task.tool);
    const comesAlong =
      i > first && (task.offer !== undefined || asked.every((name) => known.has(name)));
    if (!isWanted && !comesAlong) continue;
    plan.push(task.tool);
    for (const name of asked) known.add(name);
  }
  return plan;
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
