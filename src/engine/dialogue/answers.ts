/** What the caller said, understood against what was asked. Pure. */
import type { Flow, Slot } from '#engine/flow.ts';
import { dateIn } from '#engine/understanding/dates.ts';
import { actsIn, corrects, takesBack, yesOrNo, type Act } from './acts.ts';
import type { Context } from './moves.ts';
import { bestCover, plainWords } from './phrases-in.ts';
import {
  ask,
  call,
  finish,
  goOn,
  greet,
  isFilled,
  say,
  set,
  slotOf,
  taskFor,
  type Turn,
} from './plan.ts';
import { ended, offerPerson, toPerson } from './results.ts';
import { valuesIn } from './slot-values.ts';
import type { Asked } from './state.ts';
import { freeText, toolAbout } from './tool-flow.ts';
import { pick, WORDING } from './wording.ts';

/** After so many questions that were not answered, a person is offered. */
const TRIES_LIMIT = 2;
const OURS: readonly Act[] = ['off-topic', 'other-banking'];

export interface Said {
  readonly text: string;
  readonly unclear: boolean;
  readonly acts: ReadonlySet<Act>;
  readonly yesNo: 'yes' | 'no' | undefined;
}

export function heard(
  turn: Turn,
  text: string,
  unclear: boolean,
  flow: Flow,
  context: Context,
): Turn {
  const acts = new Set(actsIn(text));
  // A client without a flow of ours may well be about the weather.
  if (context.flow === undefined) for (const act of OURS) acts.delete(act);
  const said: Said = { text, unclear, acts, yesNo: yesOrNo(text) };
  const present = set(turn, { silences: 0 });
  if (said.text.trim() === '' || unclear) return missed(present, flow, context);
  if (said.acts.has('person') && turn.state.asked.for !== 'person')
    return toPerson(say(present, WORDING.connecting), 'the caller asked for a person', context);
  const filled = take(present, said, flow, context);
  if (filled !== undefined) return filled;
  const { asked } = turn.state;
  const aside = beside(present, said, flow, context);
  if (aside !== undefined) return aside;
  switch (asked.for) {
    case 'confirmation':
    case 'offer':
      return decided(present, asked, said, flow, context);
    case 'person':
      if (said.yesNo === 'yes') return toPerson(present, 'the caller could not be helped', context);
      if (said.yesNo === undefined) return missed(present, flow, context);
      return resume(present, asked.instead, flow, context);
    case 'more':
      return more(present, said, flow, context);
    case 'slot':
      return missed(present, flow, context);
    case 'intent':
    case 'nothing':
      return wanted(present, said, flow, context) ?? notWanted(present, said, flow, context);
  }
}

/** Values in what was said, if any: they are kept, and the plan goes on with them. */
function take(turn: Turn, said: Said, flow: Flow, context: Context): Turn | undefined {
  const { asked, values, plan, partOfDate, lastFilled } = turn.state;
  const tools = plan ?? flow.tasks.map(({ tool }) => tool);
  const slots = unique(tools.flatMap((tool) => taskFor(flow, tool, context)?.slots ?? []));
  const current = slotOf(flow, asked, context);
  const correcting = corrects(said.text);
  const previous = slots.find(
    ({ name, orDigits = name }) => lastFilled === name || lastFilled === orDigits,
  );
  // "No, four eight two nine" is about the digits before; a whole date can only be a date.
  const goesBack = takesBack(said.text) && dateIn(said.text, context.year)?.iso === undefined;
  const answered = goesBack && previous !== undefined ? previous : current;
  const found = valuesIn(said.text, slots, answered, { year: context.year, part: partOfDate });
  const fresh = Object.fromEntries(
    Object.entries(found.values).filter(
      ([name, value]) =>
        values[name] !== value &&
        (!(name in values) || correcting || isAsked(current, name) || said.yesNo === 'yes'),
    ),
  );
  const begun = plan !== undefined;
  if (Object.keys(fresh).length === 0) {
    if (current?.expect.for === 'open' && current.choices === undefined) {
      const text = freeText(said.text, true);
      if (text !== undefined)
        return goOn(set(turn, { values: { ...values, [current.name]: text } }), flow, context);
    }
    return found.part !== undefined && found.part !== partOfDate && current !== undefined
      ? restOfDate(set(turn, { partOfDate: found.part }), flow, context)
      : undefined;
  }
  const next = set(turn, {
    values: { ...values, ...fresh },
    partOfDate: undefined,
    lastFilled: Object.keys(fresh).at(-1),
    questionHeard: true,
  });
  if (!begun) return wanted(next, said, flow, context) ?? begin(next, flow, context, undefined);
  if (asked.for === 'confirmation') {
    const task = taskFor(flow, asked.tool, context);
    // What is to be confirmed has changed: it is read back anew.
    return task && call(say(next, pick(WORDING.corrected, 0)), task, context);
  }
  if (asked.for === 'more' || asked.for === 'person' || asked.for === 'offer') return undefined;
  const changed = Object.keys(fresh).some((name) => name in values);
  return goOn(changed ? say(next, pick(WORDING.corrected, 1)) : next, flow, context);
}

function restOfDate(turn: Turn, flow: Flow, context: Context): Turn {
  const { asked, partOfDate } = turn.state;
  const known = partOfDate?.month !== undefined && partOfDate.day !== undefined;
  const question = known ? WORDING.year : WORDING.day;
  return slotOf(flow, asked, context) === undefined ? turn : ask(turn, asked, question);
}

/** Words that are no answer but ask something of her. */
function beside(turn: Turn, { acts, yesNo }: Said, flow: Flow, context: Context): Turn | undefined {
  const { asked, question, lastSaid, silences } = turn.state;
  const answerable =
    asked.for === 'confirmation' || asked.for === 'offer' || asked.for === 'person';
  if (answerable && yesNo !== undefined && turn.state.questionHeard) return undefined;
  if (!turn.state.questionHeard && question !== '' && !acts.has('goodbye'))
    return ask(set(turn, { questionHeard: true }), asked, question);
  if (acts.has('repeat')) return say(turn, question === '' ? lastSaid : question);
  if (acts.has('wait') && asked.for !== 'more') return say(turn, pick(WORDING.wait, silences));
  if (acts.has('who'))
    return ask(say(turn, WORDING.who), asked, question === '' ? WORDING.howElse : question);
  if (acts.has('unknown') && asked.for === 'slot') {
    const slot = slotOf(flow, asked, context);
    if (slot?.unknown !== undefined && turn.state.tries === 0)
      return set(ask(turn, asked, slot.unknown), { tries: 1 });
    return offerPerson(turn, flow, context);
  }
  if (acts.has('off-topic') && asked.for !== 'slot')
    return ask(
      say(turn, WORDING.offTopic, flow.scope),
      asked.for === 'nothing' ? { for: 'intent' } : asked,
      question === '' ? WORDING.howElse : question,
    );
  return undefined;
}

/** Yes or no to a read-back or an offer. */
function decided(
  turn: Turn,
  asked: Extract<Asked, { for: 'confirmation' | 'offer' }>,
  said: Said,
  flow: Flow,
  context: Context,
): Turn {
  const task = taskFor(flow, asked.tool, context);
  if (task === undefined || said.yesNo === undefined) return missed(turn, flow, context);
  if (said.yesNo === 'yes' && asked.for === 'confirmation') return call(turn, task, context);
  if (said.yesNo === 'yes')
    return goOn(set(turn, { accepted: [...turn.state.accepted, asked.tool] }), flow, context);
  const declined = say(finish(turn, asked.tool), task.declined ?? 'All right, I will not do that.');
  return goOn(task.essential === true ? set(declined, { plan: [] }) : declined, flow, context);
}

function more(turn: Turn, said: Said, flow: Flow, context: Context): Turn {
  const again = wanted(turn, said, flow, context);
  if (again !== undefined) return again;
  if (said.yesNo === 'no' || said.acts.has('goodbye') || said.acts.has('thanks'))
    return goodbye(turn, said, flow, context);
  if (said.acts.has('other-banking')) return notWanted(turn, said, flow, context);
  if (said.yesNo === 'yes') return ask(turn, { for: 'intent' }, WORDING.whatElse);
  return missed(turn, flow, context);
}

function goodbye(turn: Turn, said: Said, flow: Flow, context: Context): Turn {
  const thanked = said.acts.has('thanks') ? say(turn, WORDING.welcome) : turn;
  return ended(say(thanked, flow.closing), context);
}

/** The caller says what they want, or undefined. */
function wanted(turn: Turn, said: Said, flow: Flow, context: Context): Turn | undefined {
  const words = plainWords(said.text);
  const { plan } = turn.state;
  if (plan === undefined && bestCover(words, flow.wants) > 0)
    return begin(turn, flow, context, undefined);
  const single = flow.tasks.filter(({ wants = [] }) => bestCover(words, wants) > 0);
  if (plan !== undefined && single.length > 0)
    return begin(
      turn,
      flow,
      context,
      single.map(({ tool }) => tool),
    );
  if (plan !== undefined && bestCover(words, flow.wants) > 1) {
    // The same once more, for another card: what was said of the first is forgotten, who calls is not.
    const tools = flow.tasks.map(({ tool }) => tool).filter((tool) => tool !== 'verify_identity');
    return begin(set(turn, { values: {}, accepted: [] }), flow, context, tools);
  }
  if (flow.wants.length > 0) return undefined;
  const tool = toolAbout(said.text, context.tools);
  return tool === undefined
    ? undefined
    : begin(withFreeText(turn, said, tool, flow, context), flow, context, [tool]);
}

/** "What is the weather in London?" holds the one free text that the tool wants. */
function withFreeText(turn: Turn, said: Said, tool: string, flow: Flow, context: Context): Turn {
  const open = taskFor(flow, tool, context)?.slots.filter(
    ({ expect, choices }) => expect.for === 'open' && choices === undefined,
  );
  const [only] = open ?? [];
  const text = open?.length === 1 ? freeText(said.text, false) : undefined;
  if (only === undefined || text === undefined || isFilled(only, turn.state.values)) return turn;
  return set(turn, { values: { ...turn.state.values, [only.name]: text } });
}

function begin(
  turn: Turn,
  flow: Flow,
  context: Context,
  tools: readonly string[] | undefined,
): Turn {
  const plan = tools ?? flow.tasks.map(({ tool }) => tool);
  const planned = set(turn, { plan, acknowledged: true });
  return goOn(turn.state.acknowledged ? planned : say(planned, flow.acknowledge), flow, context);
}

function notWanted(turn: Turn, said: Said, flow: Flow, context: Context): Turn {
  if (said.acts.has('goodbye')) return goodbye(turn, said, flow, context);
  if (said.acts.has('other-banking'))
    return offerPerson(say(turn, WORDING.otherBanking, flow.scope), flow, context);
  if (said.acts.has('hello') || said.acts.has('thanks')) {
    if (!turn.state.greeted) return greet(turn, flow);
    return ask(turn, { for: 'intent' }, said.acts.has('thanks') ? WORDING.howElse : WORDING.help);
  }
  return missed(turn, flow, context);
}

/** Not understood: asked again in other words, twice; then a person is offered. */
export function missed(turn: Turn, flow: Flow, context: Context): Turn {
  const { asked, tries, question, greeted } = turn.state;
  if (!greeted && asked.for === 'nothing') return greet(turn, flow);
  const counted = set(turn, { tries: tries + 1 });
  if (asked.for === 'person') return resume(say(turn, WORDING.goOn), asked.instead, flow, context);
  if (tries >= TRIES_LIMIT)
    return set(offerPerson(say(counted, WORDING.stuck), flow, context), { tries: 0 });
  const sorry = say(counted, pick(WORDING.again, tries));
  switch (asked.for) {
    case 'slot':
      return ask(sorry, asked, slotOf(flow, asked, context)?.askAgain ?? question);
    case 'confirmation':
    case 'offer':
      return ask(say(sorry, tries > 0 ? WORDING.yesOrNo : ''), asked, question);
    case 'intent':
    case 'nothing':
      return ask(say(sorry, flow.scope), { for: 'intent' }, WORDING.help);
    case 'more':
      return ask(sorry, asked, question);
  }
}

/** Back to the question from before somebody else was offered. */
function resume(turn: Turn, asked: Asked, flow: Flow, context: Context): Turn {
  const slot = slotOf(flow, asked, context);
  if (asked.for === 'slot') return ask(turn, asked, slot?.askAgain ?? '');
  if (asked.for === 'confirmation') return ask(turn, asked, asked.question);
  if (turn.state.plan !== undefined && turn.state.plan.length > 0) return goOn(turn, flow, context);
  return ask(turn, { for: 'more' }, flow.anythingElse);
}

function isAsked(slot: Slot | undefined, name: string): boolean {
  return slot !== undefined && (slot.name === name || slot.orDigits === name);
}

function unique(slots: readonly Slot[]): Slot[] {
  return slots.filter((slot, i) => slots.findIndex(({ name }) => name === slot.name) === i);
}
