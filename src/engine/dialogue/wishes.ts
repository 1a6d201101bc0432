/** What callers want, as far as they say it: a goal begins, goes on, or ends. Pure. */
import type { Goal } from '#engine/flow.ts';
import type { Act } from './acts.ts';
import { missed } from './misunderstood.ts';
import { bestCover, plainWords } from './phrases-in.ts';
import { goalOf, goOn, greet, IDENTITY, isFilled, namesOf, taskFor } from './plan.ts';
import { ended, offerPerson } from './results.ts';
import { freeText, toolAbout } from './tool-flow.ts';
import { ask, say, set, type Turn } from './turn.ts';
import { WORDING } from './wording.ts';

export interface Said {
  readonly text: string;
  readonly unclear: boolean;
  readonly acts: ReadonlySet<Act>;
  readonly yesNo: 'yes' | 'no' | undefined;
}

export function more(turn: Turn, said: Said): Turn {
  const again = wanted(turn, said);
  if (again !== undefined) return again;
  if (said.yesNo === 'no' || said.acts.has('goodbye') || said.acts.has('thanks'))
    return goodbye(turn, said);
  if (said.acts.has('other-banking')) return notWanted(turn, said);
  if (said.yesNo === 'yes') return ask(turn, { for: 'intent' }, WORDING.whatElse);
  return missed(turn);
}

function goodbye(turn: Turn, said: Said): Turn {
  const thanked = said.acts.has('thanks') ? say(turn, WORDING.welcome) : turn;
  return ended(say(thanked, turn.scene.flow.closing));
}

/** The caller says what they want, or undefined. */
export function wanted(turn: Turn, said: Said): Turn | undefined {
  const { scene, state } = turn;
  if (!scene.isOurs) {
    const tool = toolAbout(said.text, scene.tools);
    const goal = scene.flow.goals.find(({ id }) => id === tool);
    if (goal === undefined) return undefined;
    return begin(withFreeText(forget(turn, goal), said, goal.id), goal);
  }
  const words = plainWords(said.text);
  const goal = goalAbout(words, scene.flow.goals);
  if (state.plan === undefined) return goal && begin(turn, goal.goal);
  const single = goalOf(turn)?.tasks.filter(({ wants = [] }) => bestCover(words, wants) > 0) ?? [];
  const other = goal !== undefined && goal.goal.id !== goalOf(turn)?.id;
  if (single.length > 0 && !other) return goOn(set(turn, { plan: single.map(({ tool }) => tool) }));
  // The same once more, for another card: one word is no such wish.
  if (goal === undefined || (!other && goal.cover < 2)) return undefined;
  return begin(forget(turn, goal.goal), goal.goal);
}

/** Notes what the caller is about, so that the facts in the same sentence are read for it. */
export function about(turn: Turn, text: string): Turn {
  if (turn.state.plan !== undefined || !turn.scene.isOurs) return turn;
  const goal = goalAbout(plainWords(text), turn.scene.flow.goals)?.goal;
  return goal === undefined ? turn : set(turn, { goal: goal.id });
}

/** The goal whose phrase has most words among those said. */
function goalAbout(
  words: readonly string[],
  goals: readonly Goal[],
): { goal: Goal; cover: number } | undefined {
  let best: { goal: Goal; cover: number } | undefined;
  for (const goal of goals) {
    const cover = bestCover(words, goal.wants);
    if (cover > (best?.cover ?? 0)) best = { goal, cover };
  }
  return best;
}

/** What was said of one thing is forgotten with the next; who calls is not. */
function forget(turn: Turn, goal: Goal): Turn {
  if (turn.state.plan === undefined) return turn;
  const identity = taskFor(turn, IDENTITY)?.slots.flatMap(namesOf) ?? [];
  const again = goal.id === turn.state.goal;
  const values = Object.fromEntries(
    Object.entries(turn.state.values).filter(([name]) => !again && identity.includes(name)),
  );
  return set(turn, { values, accepted: [], goal: goal.id, acknowledged: again });
}

/** "What is the weather in London?" holds the one free text that the tool wants. */
function withFreeText(turn: Turn, said: Said, tool: string): Turn {
  const open = taskFor(turn, tool)?.slots.filter(
    ({ expect, choices }) => expect.for === 'open' && choices === undefined,
  );
  const [only] = open ?? [];
  const text = open?.length === 1 ? freeText(said.text, false) : undefined;
  if (only === undefined || text === undefined || isFilled(only, turn.state.values)) return turn;
  return set(turn, { values: { ...turn.state.values, [only.name]: text } });
}

export function begin(turn: Turn, goal: Goal): Turn {
  const plan = goal.tasks.map(({ tool }) => tool);
  const planned = set(turn, { plan, goal: goal.id, acknowledged: true });
  return goOn(turn.state.acknowledged ? planned : say(planned, goal.acknowledge));
}

export function notWanted(turn: Turn, said: Said): Turn {
  if (said.acts.has('goodbye')) return goodbye(turn, said);
  if (said.acts.has('other-banking'))
    return offerPerson(say(turn, WORDING.otherBanking, turn.scene.flow.scope));
  if (said.acts.has('hello') || said.acts.has('thanks')) {
    if (!turn.state.greeted) return greet(turn);
    return ask(turn, { for: 'intent' }, said.acts.has('thanks') ? WORDING.howElse : WORDING.help);
  }
  return missed(turn);
}
