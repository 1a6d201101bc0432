/** What the caller said, understood against what was asked. Pure. */
import type { Slot } from '#engine/flow.ts';
import { dateIn } from '#engine/understanding/dates.ts';
import { digitsIn } from '#engine/understanding/numbers.ts';
import { actsIn, corrects, takesBack, yesOrNo, type Act } from './acts.ts';
import { missed, resume, TRIES_LIMIT } from './misunderstood.ts';
import { call, finish, goalOf, goOn, slotOf, taskFor } from './plan.ts';
import { ended, offerPerson, toPerson } from './results.ts';
import { valuesIn } from './slot-values.ts';
import type { Asked } from './state.ts';
import { freeText } from './tool-flow.ts';
import { ask, say, set, type Turn } from './turn.ts';
import { about, begin, more, notWanted, wanted, type Said } from './wishes.ts';
import { pick, WORDING } from './wording.ts';

/** Words that are never a free text that was asked for. */
const NO_ANSWER: readonly Act[] = ['repeat', 'wait', 'unknown', 'never-mind', 'goodbye'];
const OURS: readonly Act[] = ['off-topic', 'other-banking'];

export function heard(turn: Turn, text: string, unclear: boolean): Turn {
  const acts = new Set(actsIn(text));
  // A client without a flow of ours may well be about the weather.
  if (!turn.scene.isOurs) for (const act of OURS) acts.delete(act);
  const said: Said = { text, unclear, acts, yesNo: yesOrNo(text) };
  const present = about(set(turn, { silences: 0 }), text);
  if (turn.state.pending !== undefined) return wait(present);
  if (said.text.trim() === '' || unclear) return missed(present);
  if (said.acts.has('person') && turn.state.asked.for !== 'person')
    return toPerson(say(present, WORDING.connecting), 'the caller asked for a person');
  const filled = take(present, said);
  if (filled !== undefined) return filled;
  const { asked } = turn.state;
  const aside = beside(present, said);
  if (aside !== undefined) return aside;
  switch (asked.for) {
    case 'confirmation':
    case 'offer':
      return decided(present, asked, said);
    case 'person':
      if (said.yesNo === 'yes') return toPerson(present, 'the caller could not be helped');
      if (said.yesNo === undefined) return missed(present);
      return resume(present, asked.instead);
    case 'more':
      return more(present, said);
    case 'slot':
      return missed(present);
    case 'nothing':
      // A tool was about to be called when she was cut off.
      if (turn.state.plan !== undefined && turn.state.plan.length > 0) return goOn(present);
      return wanted(present, said) ?? notWanted(present, said);
    case 'intent':
      return wanted(present, said) ?? notWanted(present, said);
  }
}

/** A tool is running. If its result does not come, it is called once more. */
function wait(turn: Turn): Turn {
  const { tries } = turn.state;
  if (tries < TRIES_LIMIT) return say(set(turn, { tries: tries + 1 }), WORDING.moment);
  return goOn(set(turn, { pending: undefined, tries: 0 }));
}

/** Values in what was said, if any: they are kept, and the plan goes on with them. */
function take(turn: Turn, said: Said): Turn | undefined {
  const { asked, values, plan, partOfDate, lastFilled } = turn.state;
  const tools = plan ?? goalOf(turn)?.tasks.map(({ tool }) => tool) ?? [];
  const slots = unique(tools.flatMap((tool) => taskFor(turn, tool)?.slots ?? []));
  const current = slotOf(turn, asked);
  const correcting = corrects(said.text);
  const previous = slots.find(
    ({ name, orDigits = name }) => lastFilled === name || lastFilled === orDigits,
  );
  // "No, four eight two nine" is about the digits before; a whole date can only be a date.
  const goesBack = takesBack(said.text) && dateIn(said.text, turn.scene.year)?.iso === undefined;
  const answered = goesBack && previous !== undefined ? previous : current;
  const found = valuesIn(said.text, slots, answered, { year: turn.scene.year, part: partOfDate });
  const fresh = Object.fromEntries(
    Object.entries(found.values).filter(
      ([name, value]) =>
        values[name] !== value &&
        (!(name in values) || correcting || isAsked(current, name) || said.yesNo === 'yes'),
    ),
  );
  const begun = plan !== undefined;
  if (Object.keys(fresh).length === 0) {
    const anyWords = current?.choices === undefined || current.anyWords === true;
    if (current?.expect.for === 'open' && anyWords) {
      const text = NO_ANSWER.some((act) => said.acts.has(act))
        ? undefined
        : freeText(said.text, true);
      if (text !== undefined)
        return goOn(set(turn, { values: { ...values, [current.name]: text } }));
    }
    const pieced = current && restOfDigits(turn, said.text, current);
    if (pieced !== undefined) return pieced;
    return found.part !== undefined && found.part !== partOfDate && current !== undefined
      ? restOfDate(set(turn, { partOfDate: found.part }))
      : undefined;
  }
  const next = set(turn, {
    values: { ...values, ...fresh },
    partOfDate: undefined,
    partOfDigits: '',
    lastFilled: Object.keys(fresh).at(-1),
    questionHeard: true,
  });
  if (!begun) {
    const goal = goalOf(next);
    return wanted(next, said) ?? (goal && begin(next, goal));
  }
  if (asked.for === 'confirmation') {
    const task = taskFor(turn, asked.tool);
    // What is to be confirmed has changed: it is read back anew.
    return task && call(say(next, pick(WORDING.corrected, 0)), task);
  }
  if (asked.for === 'more' || asked.for === 'person' || asked.for === 'offer') return undefined;
  const changed = Object.keys(fresh).some((name) => name in values);
  return goOn(changed ? say(next, pick(WORDING.corrected, 1)) : next);
}

function restOfDate(turn: Turn): Turn {
  const { asked, partOfDate } = turn.state;
  const known = partOfDate?.month !== undefined && partOfDate.day !== undefined;
  const question = known ? WORDING.year : WORDING.day;
  return slotOf(turn, asked) === undefined ? turn : ask(turn, asked, question);
}

/** "Four eight", and in the next breath "two nine". */
function restOfDigits(turn: Turn, text: string, { name, expect }: Slot): Turn | undefined {
  if (expect.for !== 'digits') return undefined;
  const { asked, partOfDigits, values } = turn.state;
  const heardNow = digitsIn(text, expect.count);
  const digits = partOfDigits + heardNow;
  if (heardNow === '' || digits.length > expect.count) return undefined;
  if (digits.length < expect.count)
    return ask(set(turn, { partOfDigits: digits }), asked, WORDING.otherDigits);
  const whole = { values: { ...values, [name]: digits }, partOfDigits: '', lastFilled: name };
  return goOn(set(turn, whole));
}

/** Words that are no answer but ask something of her. */
function beside(turn: Turn, { acts, yesNo }: Said): Turn | undefined {
  const { asked, question, lastSaid, silences } = turn.state;
  const answerable =
    asked.for === 'confirmation' || asked.for === 'offer' || asked.for === 'person';
  if (answerable && yesNo !== undefined) return undefined;
  if (acts.has('repeat')) return say(turn, question === '' ? lastSaid : question);
  if (acts.has('wait') && asked.for !== 'more') return say(turn, pick(WORDING.wait, silences));
  if (acts.has('never-mind') && asked.for === 'slot')
    return ask(
      say(set(turn, { plan: [] }), WORDING.neverMind),
      { for: 'more' },
      turn.scene.flow.anythingElse,
    );
  if (acts.has('goodbye') && asked.for === 'slot') return ended(say(turn, turn.scene.flow.closing));
  if (acts.has('who'))
    return ask(say(turn, WORDING.who), asked, question === '' ? WORDING.howElse : question);
  if (acts.has('unknown') && asked.for === 'slot') {
    const slot = slotOf(turn, asked);
    if (slot?.whenUnknown !== undefined)
      return goOn(set(turn, { values: { ...turn.state.values, [slot.name]: slot.whenUnknown } }));
    if (slot?.unknown !== undefined && turn.state.tries === 0)
      return set(ask(turn, asked, slot.unknown), { tries: 1 });
    return offerPerson(turn);
  }
  if (acts.has('off-topic') && asked.for !== 'slot')
    return ask(
      say(turn, WORDING.offTopic, turn.scene.flow.scope),
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
): Turn {
  const task = taskFor(turn, asked.tool);
  if (task === undefined || said.yesNo === undefined) return missed(turn);
  if (said.yesNo === 'yes' && asked.for === 'confirmation')
    // Nobody agrees to what they have not heard.
    return turn.state.questionHeard ? call(turn, task) : missed(turn);
  if (said.yesNo === 'yes')
    return goOn(set(turn, { accepted: [...turn.state.accepted, asked.tool] }));
  const declined = say(finish(turn, asked.tool), task.declined ?? 'All right, I will not do that.');
  return goOn(task.essential === true ? set(declined, { plan: [] }) : declined);
}

function isAsked(slot: Slot | undefined, name: string): boolean {
  return slot !== undefined && (slot.name === name || slot.orDigits === name);
}

function unique(slots: readonly Slot[]): Slot[] {
  return slots.filter((slot, i) => slots.findIndex(({ name }) => name === slot.name) === i);
}
