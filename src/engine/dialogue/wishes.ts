/** What callers want, as far as they say it: a goal begins, another takes its place, the call ends. Pure. */
import type { Goal, Slot } from '#engine/flow.ts';
import { numberIn } from '#engine/understanding/numbers.ts';
import { type Act, turnsAway } from './acts.ts';
import { chosenOf, clearest, planFor, whichOf, wishesIn, type Wish } from './goals.ts';
import { missed } from './misunderstood.ts';
import { goalOf, goOn, greet, scopeOf, IDENTITY, isFilled, namesOf, taskFor } from './plan.ts';
import { ended, offerPerson } from './results.ts';
import { readingOf } from './reading.ts';
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
  const all = wishesOf(turn, said.text);
  const wishes = clearest(all, said.text);
  if (wishes.length > 1) return askWhich(turn, said.text, wishes);
  const [wish] = wishes;
  if (wish !== undefined) return begin(withLater(turn, all, said.text), wish, said.text);
  // A scenario of one goal: facts alone are enough to begin with it.
  const goal = goalOf(turn);
  if (goal === undefined || turn.state.plan !== undefined) return undefined;
  const begun = withValues(
    set(turn, { goal: goal.id }),
    goal.tasks.flatMap(({ slots }) => slots),
    said.text,
  );
  return Object.keys(begun.state.values).length > Object.keys(turn.state.values).length
    ? begin(turn, { goal, wanted: [] }, said.text)
    : undefined;
}

/** Something else is wanted than what she is about: `surely` where the caller says so. */
export function turnsTo(turn: Turn, said: Said, surely: boolean): Turn | undefined {
  const { plan = [] } = turn.state;
  const [wish] = wishesOf(turn, said.text);
  if (wish === undefined) return undefined;
  const same = wish.goal.id === goalOf(turn)?.id;
  const { wanted: tools } = wish;
  const underWay = tools.length === 0 ? plan.length > 0 : tools.some((tool) => plan.includes(tool));
  if (same && underWay) return undefined;
  if (surely ? !turnsAway(said.text) : wish.cover < 2) return undefined;
  return begin(forget(turn, wish), wish, said.text);
}

/** After "Is there anything else?" */
export function more(turn: Turn, said: Said): Turn {
  const again = wanted(turn, said) ?? followsUp(turn, said);
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
  const wishes = clearest(wishesOf(turn, said.text), said.text);
  if (wishes.length > 1) return askWhich(turn, said.text, wishes);
  const [wish] = wishes;
  // The same once more, for another card: one word is no such wish.
  const again = wish?.goal.id === goal && wish?.wanted.length === 0 && turn.scene.isOurs;
  if (wish === undefined || (again && wish.cover < 2)) return undefined;
  return begin(forget(turn, wish), wish, said.text);
}

/** "I lost my card, and I also want to know my balance": one after the other. */
function withLater(turn: Turn, [, second]: readonly Wish[], text: string): Turn {
  const enough = /\b(?:also|plus|then|as well)\b/.test(text)
    ? 1
    : /\band\b/.test(text)
      ? 2
      : Infinity;
  const isBoth = second !== undefined && second.cover >= enough;
  return isBoth ? set(turn, { later: { goal: second.goal.id, text } }) : turn;
}

/** The first wish is done, and another waits: on with it, without asking whether there is one. */
export function goOnLater(turn: Turn): Turn {
  const { later, asked, question } = turn.state;
  if (later === undefined || asked.for !== 'more' || turn.call !== undefined) return turn;
  const goal = turn.scene.flow.goals.find(({ id }) => id === later.goal);
  const [wish] = goal === undefined ? [] : wishesIn(later.text, [goal]);
  if (wish === undefined) return turn;
  const quiet = { ...turn, says: turn.says.filter((text) => !text.includes(question)) };
  const next = forget(set(say(quiet, WORDING.next), { later: undefined }), wish);
  return begin(set(next, { acknowledged: true }), wish, later.text);
}

function wishesOf({ scene, state }: Turn, text: string): Wish[] {
  const { flow, tools, isOurs } = scene;
  if (isOurs) return wishesIn(text, flow.goals, state.goal);
  const tool = toolAbout(text, tools);
  const goal = flow.goals.find(({ id }) => id === tool);
  return goal === undefined ? [] : [{ goal, wanted: [], cover: 2, weight: 2 }];
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
  const wish = wishesIn(turn.state.opening, [goal])[0] ?? { goal, wanted: [] };
  return begin(forget(turn, wish), wish, `${turn.state.opening}, ${said.text}`);
}

/** What was said of one thing is forgotten with the next; who calls is not. */
function forget(turn: Turn, { goal, wanted: tools }: Pick<Wish, 'goal' | 'wanted'>): Turn {
  const { plan, verified, values, done } = turn.state;
  if (plan === undefined) return turn;
  const identity = taskFor(turn, IDENTITY)?.slots.flatMap(namesOf) ?? [];
  const same = goal.id === turn.state.goal;
  // The same once more is for another card; one task more of the same is for this one.
  const again = tools.filter((tool) => done.includes(tool));
  const used = new Set(again.flatMap((tool) => taskFor(turn, tool)?.slots.flatMap(namesOf) ?? []));
  const keeps = (name: string) =>
    same ? (tools.length === 0 ? !verified : !used.has(name)) : identity.includes(name);
  const kept = Object.entries(values).filter(([name]) => keeps(name));
  return set(turn, {
    values: Object.fromEntries(kept),
    accepted: [],
    done: same ? done : [],
    acknowledged: same,
    partOfDate: undefined,
    partOfDigits: '',
  });
}

function begin(turn: Turn, wish: Pick<Wish, 'goal' | 'wanted'>, text: string): Turn {
  const { goal } = wish;
  const plan = planFor(wish);
  const planned = set(turn, {
    plan,
    goal: goal.id,
    acknowledged: true,
    asked: { for: 'nothing' },
    offers: 0,
    // What was asked for need not be offered.
    accepted: wish.wanted,
  });
  const slots = plan.flatMap((tool) => taskFor(planned, tool)?.slots ?? []);
  const filled = withFreeText(withValues(planned, slots, text), text, goal);
  return goOn(turn.state.acknowledged ? filled : say(filled, goal.acknowledge));
}

/** "And my savings?": what was looked up last, for something else. */
function followsUp(turn: Turn, said: Said): Turn | undefined {
  const { lastRead, values, lastFilled } = turn.state;
  const task = lastRead === undefined ? undefined : taskFor(turn, lastRead);
  if (task === undefined || said.yesNo === 'no') return undefined;
  const { today } = turn.scene;
  const found = valuesIn(said.text, task.slots, undefined, { today, values, lastFilled });
  const isNew = Object.entries(found.values).some(([name, value]) => values[name] !== value);
  if (!isNew) return undefined;
  const next = { plan: [task.tool], values: { ...values, ...found.values }, accepted: [task.tool] };
  return goOn(set(turn, next));
}

function withValues(turn: Turn, slots: readonly Slot[], text: string): Turn {
  const { values } = turn.state;
  // Two tasks that ask for the same are one place for it.
  const places = slots.filter((slot, i) => slots.findIndex(({ name }) => name === slot.name) === i);
  const found = valuesIn(text, places, undefined, { today: turn.scene.today, values });
  return set(turn, { values: { ...values, ...found.values } });
}

/** "What is the weather in London?", "turn it up to eleven": the one thing that a client's tool still wants. */
function withFreeText(turn: Turn, said: string, { id }: Goal): Turn {
  const { values } = turn.state;
  if (turn.scene.isOurs) return turn;
  const missing = (taskFor(turn, id)?.slots ?? []).filter(
    (slot) => slot.optional !== true && slot.choices === undefined && !isFilled(slot, values),
  );
  const open = missing.filter(({ expect }) => expect.for === 'open');
  const counts = missing.filter((slot) => readingOf(slot) === 'count');
  const found: Record<string, unknown> = {};
  const [only] = open;
  const text =
    open.length === 1 && only !== undefined && readingOf(only) === 'words'
      ? freeText(said, false)
      : undefined;
  if (only !== undefined && text !== undefined) found[only.name] = text;
  const number = counts.length === 1 ? numberIn(said) : undefined;
  const [count] = counts;
  const isTaken = Object.values(values).some((value) => /\d/.test(String(value)));
  if (count !== undefined && number !== undefined && !isTaken) found[count.name] = number;
  return set(turn, { values: { ...values, ...found } });
}

/** Banking, but nothing that can be done here. */
export function beyond({ scene }: Turn, { acts }: Said): boolean {
  return acts.has('beyond') || (acts.has('other-banking') && scene.flow.goals.length === 1);
}

export function notWanted(turn: Turn, said: Said): Turn {
  const isDone = turn.state.plan !== undefined && said.yesNo === 'no';
  if (said.acts.has('goodbye') || isDone) return goodbye(turn, said);
  if (beyond(turn, said)) return offerPerson(say(turn, WORDING.otherBanking, scopeOf(turn)));
  if (said.acts.has('hello') || said.acts.has('thanks')) {
    if (!turn.state.greeted) return greet(turn);
    const thanked = said.acts.has('thanks');
    const polite = say(turn, thanked ? WORDING.welcome : WORDING.greeting);
    return ask(polite, { for: 'intent' }, thanked ? WORDING.howElse : WORDING.help);
  }
  return missed(turn);
}
