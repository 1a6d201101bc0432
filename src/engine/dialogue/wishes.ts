/** What callers want, as far as they say it: a goal begins, another takes its place, the call ends. Pure. */
import type { Goal, Slot } from '#engine/flow.ts';
import { type Act, turnsAway } from './acts.ts';
import { chosenOf, clearest, planFor, whichOf, wishesIn, type Wish } from './goals.ts';
import { missed } from './misunderstood.ts';
import { goalOf, goOn, greet, IDENTITY, isFilled, namesOf, taskFor } from './plan.ts';
import { ended, offerPerson } from './results.ts';
import { valuesIn } from './slot-values.ts';
import { freeText, toolAbout } from './tool-choice.ts';
import { ask, say, set, type Turn } from './turn.ts';
import { WORDING } from './wording.ts';

export interface Said {
  readonly text: string;
  readonly acts: ReadonlySet<Act>;
  readonly yesNo: 'yes' | 'no' | undefined;
  /** The recogniser is not sure of the digits. */
  readonly doubtful: boolean;
}

/** She has asked what the caller wants, and they may have said facts with it. */
export function opens(turn: Turn, said: Said): Turn | undefined {
  const wishes = clearest(wishesOf(turn, said.text));
  if (wishes.length > 1) return askWhich(turn, said.text, wishes);
  const [wish] = wishes;
  if (wish !== undefined) return begin(turn, wish, said.text);
  // A scenario of one goal: facts alone are enough to begin with it.
  const goal = goalOf(turn);
  if (goal === undefined || turn.state.plan !== undefined || !turn.scene.isOurs) return undefined;
  const begun = withValues(
    set(turn, { goal: goal.id }),
    goal.tasks.flatMap(({ slots }) => slots),
    said.text,
  );
  return Object.keys(begun.state.values).length > Object.keys(turn.state.values).length
    ? begin(turn, { goal, task: undefined }, said.text)
    : undefined;
}

/** Something else is wanted than what she is about: `surely` where the caller says so. */
export function turnsTo(turn: Turn, said: Said, surely: boolean): Turn | undefined {
  const { plan = [] } = turn.state;
  const [wish] = wishesOf(turn, said.text);
  if (wish === undefined) return undefined;
  const same = wish.goal.id === goalOf(turn)?.id;
  const underWay = wish.task === undefined ? plan.length > 0 : plan.includes(wish.task.tool);
  if (same && underWay) return undefined;
  if (surely ? !turnsAway(said.text) : wish.cover < 2) return undefined;
  return begin(forget(turn, wish), wish, said.text);
}

/** After "Is there anything else?" */
export function more(turn: Turn, said: Said): Turn {
  const again = wanted(turn, said);
  if (again !== undefined) return again;
  if (said.yesNo === 'no' || said.acts.has('goodbye') || said.acts.has('thanks'))
    return goodbye(turn, said);
  if (beyond(turn, said)) return notWanted(turn, said);
  if (said.yesNo === 'yes') return ask(turn, { for: 'intent' }, WORDING.whatElse);
  return missed(turn);
}

function goodbye(turn: Turn, said: Said): Turn {
  const thanked = said.acts.has('thanks') ? say(turn, WORDING.welcome) : turn;
  return ended(say(thanked, turn.scene.flow.closing));
}

/** The caller says what they want, or undefined. */
export function wanted(turn: Turn, said: Said): Turn | undefined {
  const { plan, goal } = turn.state;
  if (plan === undefined) return opens(turn, said);
  const wishes = clearest(wishesOf(turn, said.text));
  if (wishes.length > 1) return askWhich(turn, said.text, wishes);
  const [wish] = wishes;
  // The same once more, for another card: one word is no such wish.
  const again = wish?.goal.id === goal && wish?.task === undefined && turn.scene.isOurs;
  if (wish === undefined || (again && wish.cover < 2)) return undefined;
  return begin(forget(turn, wish), wish, said.text);
}

function wishesOf({ scene }: Turn, text: string): Wish[] {
  const { flow, tools, isOurs } = scene;
  if (isOurs) return wishesIn(text, flow.goals);
  const tool = toolAbout(text, tools);
  const goal = flow.goals.find(({ id }) => id === tool);
  return goal === undefined ? [] : [{ goal, task: undefined, cover: 2, weight: 2 }];
}

function askWhich(turn: Turn, text: string, wishes: readonly Wish[]): Turn {
  const goals = wishes.map(({ goal }) => goal);
  const asked = { for: 'which', goals: goals.map(({ id }) => id) } as const;
  return ask(set(turn, { opening: text }), asked, whichOf(goals));
}

/** The answer to "Is it about a loan or your mortgage?" */
export function chosen(turn: Turn, said: Said, ids: readonly string[]): Turn | undefined {
  const goals = ids.flatMap((id) => turn.scene.flow.goals.filter((goal) => goal.id === id));
  const goal = chosenOf(said.text, goals);
  if (goal === undefined) return opens(turn, said);
  const wish = wishesIn(turn.state.opening, [goal])[0] ?? { goal, task: undefined };
  return begin(forget(turn, wish), wish, `${turn.state.opening}, ${said.text}`);
}

/** What was said of one thing is forgotten with the next; who calls is not. */
function forget(turn: Turn, { goal, task }: Pick<Wish, 'goal' | 'task'>): Turn {
  const { plan, verified, values } = turn.state;
  if (plan === undefined) return turn;
  const identity = taskFor(turn, IDENTITY)?.slots.flatMap(namesOf) ?? [];
  const same = goal.id === turn.state.goal;
  // The same once more is for another card; one task more of the same is for this one.
  const keeps = (name: string) =>
    same ? task !== undefined || !verified : identity.includes(name);
  const kept = Object.entries(values).filter(([name]) => keeps(name));
  return set(turn, {
    values: Object.fromEntries(kept),
    accepted: [],
    acknowledged: same,
    partOfDate: undefined,
    partOfDigits: '',
  });
}

export function begin(turn: Turn, wish: Pick<Wish, 'goal' | 'task'>, text: string): Turn {
  const { goal, task } = wish;
  const plan = planFor(wish);
  const planned = set(turn, {
    plan,
    goal: goal.id,
    acknowledged: true,
    asked: { for: 'nothing' },
    offers: 0,
  });
  const slots = plan.flatMap((tool) => taskFor(planned, tool)?.slots ?? []);
  const filled = withFreeText(withValues(planned, slots, text), text, goal);
  return goOn(
    turn.state.acknowledged || task !== undefined ? filled : say(filled, goal.acknowledge),
  );
}

function withValues(turn: Turn, slots: readonly Slot[], text: string): Turn {
  const { values } = turn.state;
  const found = valuesIn(text, slots, undefined, { today: turn.scene.today, values });
  return set(turn, { values: { ...values, ...found.values } });
}

/** "What is the weather in London?" holds the one free text that a client's tool wants. */
function withFreeText(turn: Turn, text: string, { id }: Goal): Turn {
  if (turn.scene.isOurs) return turn;
  const open = taskFor(turn, id)?.slots.filter(
    ({ expect, choices, optional }) =>
      expect.for === 'open' && choices === undefined && optional !== true,
  );
  const [only] = open ?? [];
  const found = open?.length === 1 ? freeText(text, false) : undefined;
  if (only === undefined || found === undefined || isFilled(only, turn.state.values)) return turn;
  return set(turn, { values: { ...turn.state.values, [only.name]: found } });
}

/** Banking, but nothing that can be done here. */
export function beyond({ scene }: Turn, { acts }: Said): boolean {
  return acts.has('beyond') || (acts.has('other-banking') && scene.flow.goals.length === 1);
}

export function notWanted(turn: Turn, said: Said): Turn {
  if (said.acts.has('goodbye')) return goodbye(turn, said);
  if (beyond(turn, said))
    return offerPerson(say(turn, WORDING.otherBanking, turn.scene.flow.scope));
  if (said.acts.has('hello') || said.acts.has('thanks')) {
    if (!turn.state.greeted) return greet(turn);
    return ask(turn, { for: 'intent' }, said.acts.has('thanks') ? WORDING.howElse : WORDING.help);
  }
  return missed(turn);
}
