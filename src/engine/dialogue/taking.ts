/** Values in what was said: they are kept, and the plan goes on with them. Pure. */
import type { Slot } from '#engine/flow.ts';
import { dateIn } from '#engine/understanding/dates.ts';
import { digitsIn } from '#engine/understanding/numbers.ts';
import { corrects, takesBack, type Act } from './acts.ts';
import { nameIn, wordsIn } from './free-text.ts';
import { call, goOn, namesOf, slotOf, taskFor } from './plan.ts';
import { readingOf, valueOf, yearOf } from './reading.ts';
import { valuesIn } from './slot-values.ts';
import { ask, say, set, type Turn } from './turn.ts';
import type { Said } from './wishes.ts';
import { pick, WORDING } from './wording.ts';

/** Words that are never a free text that was asked for. */
const NO_ANSWER: readonly Act[] = [
  'repeat',
  'slower',
  'wait',
  'unknown',
  'never-mind',
  'goodbye',
  'who',
  'why',
  'how-are-you',
  'capabilities',
];

/** Says yes or no and nothing else. */
const BARE =
  /^\W*(?:(?:yes|yeah|yep|no|nope|sure|okay|ok|right|please|thanks|thank you|not really|of course|exactly|correct)\W*)+$/i;

export function take(turn: Turn, said: Said): Turn | undefined {
  const { asked, values, plan = [], partOfDate, lastFilled } = turn.state;
  const { today } = turn.scene;
  const tools = 'tool' in asked ? [asked.tool, ...plan] : plan;
  const slots = unique(tools.flatMap((tool) => taskFor(turn, tool)?.slots ?? []));
  const current = askedSlot(turn);
  const answers = aboutBefore(turn, said, slots) ?? current ?? readBackSlot(turn, said);
  const found = valuesIn(said.text, slots, answers, {
    today,
    part: partOfDate,
    values,
    lastFilled,
  });
  const news = Object.fromEntries(
    Object.entries(found.values).filter(([name, value]) => !same(values[name], value)),
  );
  const free = current === undefined ? undefined : freeAnswer(said, current, news);
  const all = { ...found.values, ...free };
  const mayChange =
    corrects(said.text) ||
    said.yesNo === 'yes' ||
    asked.for === 'confirmation' ||
    asked.for === 'change';
  const fresh = Object.fromEntries(
    Object.entries(all).filter(
      ([name, value]) =>
        !same(values[name], value) && (!(name in values) || mayChange || isFor(answers, name)),
    ),
  );
  if (Object.keys(fresh).length === 0) {
    const pieced =
      current && (twoNumbers(turn, said, current) ?? restOfDigits(turn, said, current));
    if (pieced !== undefined) return pieced;
    return found.part !== undefined && found.part !== partOfDate && current !== undefined
      ? restOfDate(set(turn, { partOfDate: found.part }))
      : undefined;
  }
  const doubted = doubtedIn(turn, said, fresh, current);
  return doubted ?? filled(turn, said, fresh);
}

/** Keeps the values and goes on. */
export function filled(
  turn: Turn,
  said: Said,
  fresh: Readonly<Record<string, unknown>>,
): Turn | undefined {
  const { asked, values, accepted } = turn.state;
  const next = set(turn, {
    values: { ...values, ...fresh },
    partOfDate: undefined,
    partOfDigits: '',
    lastFilled: Object.keys(fresh).at(-1),
    questionHeard: true,
    offers: 0,
    agreed: 0,
  });
  if (asked.for === 'confirmation' || asked.for === 'change') {
    const task = taskFor(turn, asked.tool);
    // What is to be confirmed has changed: it is read back anew.
    return task && call(say(next, pick(WORDING.corrected, 0)), task);
  }
  if (asked.for === 'offer')
    return said.yesNo === 'no'
      ? undefined
      : goOn(set(next, { accepted: [...accepted, asked.tool] }));
  const changed = Object.keys(fresh).some((name) => name in values);
  const gone = goOn(changed ? say(next, pick(WORDING.corrected, 1)) : next);
  // What was said was no answer to the question, but is not lost.
  const asksAgain = gone.call === undefined && same(gone.state.asked, asked);
  return asksAgain && !changed ? goOn(say(next, WORDING.noted)) : gone;
}

/** The slot that is asked for, also when a person was offered in its stead. */
function askedSlot(turn: Turn): Slot | undefined {
  const { asked } = turn.state;
  return slotOf(turn, asked.for === 'person' ? asked.instead : asked);
}

/** "No, four eight two nine" is about the digits before; a whole date can only be a date. */
function aboutBefore(turn: Turn, { text }: Said, slots: readonly Slot[]): Slot | undefined {
  const { lastFilled } = turn.state;
  if (lastFilled === undefined || !takesBack(text)) return undefined;
  if (dateIn(text, yearOf(turn.scene.today))?.iso !== undefined) return undefined;
  const previous = slots.find((slot) => namesOf(slot).includes(lastFilled));
  const current = askedSlot(turn);
  // What can only be an answer to the question is one: "actually, three hundred dollars".
  return previous !== undefined &&
    (current === undefined ||
      previous.expect.for === current.expect.for ||
      fits(turn, text, previous))
    ? previous
    : undefined;
}

function fits(turn: Turn, text: string, slot: Slot): boolean {
  return valueOf(text, slot, undefined, { today: turn.scene.today, part: undefined }) !== undefined;
}

/** "No, three hundred" to a read-back is about the one number in it. */
function readBackSlot(turn: Turn, { text }: Said): Slot | undefined {
  const { asked, values, lastFilled } = turn.state;
  if (asked.for !== 'confirmation' && asked.for !== 'change') return undefined;
  const fitting = (taskFor(turn, asked.tool)?.slots ?? []).filter(
    (slot) =>
      slot.choices === undefined &&
      slot.expect.for !== 'yes-no' &&
      namesOf(slot).some((name) => name in values) &&
      fits(turn, text, slot),
  );
  return fitting.find(({ name }) => name === lastFilled) ?? nearest(turn, text, fitting);
}

/** Of two amounts the one that is more like what is said: nobody's limit is their income. */
function nearest(turn: Turn, text: string, slots: readonly Slot[]): Slot | undefined {
  const far = (slot: Slot) => {
    const value = valueOf(text, slot, undefined, { today: turn.scene.today, part: undefined });
    const now = value !== undefined && 'value' in value ? Number(value.value) : Number.NaN;
    const ratio = Math.log(now / Number(turn.state.values[slot.name]));
    return Number.isFinite(ratio) ? Math.abs(ratio) : Infinity;
  };
  return slots.toSorted((a, b) => far(a) - far(b))[0];
}

/** A name or a reason as the answer to its question, where nothing better was found in the words. */
function freeAnswer(
  { text, acts }: Said,
  slot: Slot,
  found: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> | undefined {
  const reading = readingOf(slot);
  if (slot.name in found || NO_ANSWER.some((act) => acts.has(act))) return undefined;
  if (reading === 'name') return single(slot, nameIn(text));
  if (reading !== 'words' || BARE.test(text) || Object.keys(found).length > 0) return undefined;
  return single(slot, wordsIn(text));
}

function single(
  { name }: Slot,
  value: string | undefined,
): Readonly<Record<string, string>> | undefined {
  return value === undefined ? undefined : { [name]: value };
}

/** The recogniser is not sure: "I heard 4 8 2 9. Is that right?" */
function doubtedIn(
  turn: Turn,
  { doubtful }: Said,
  fresh: Readonly<Record<string, unknown>>,
  slot: Slot | undefined,
): Turn | undefined {
  const { asked } = turn.state;
  if (!doubtful || asked.for !== 'slot' || slot === undefined) return undefined;
  const name = namesOf(slot).find((one) => one in fresh);
  const value = name === undefined ? undefined : fresh[name];
  if (name === undefined || typeof value !== 'string' || !/^\d+$/.test(value)) return undefined;
  const others = Object.entries(fresh).filter(([other]) => other !== name);
  const kept = set(turn, { values: { ...turn.state.values, ...Object.fromEntries(others) } });
  const check = { for: 'check', tool: asked.tool, slot: slot.name, name, value } as const;
  return ask(kept, check, `I heard ${value.split('').join(' ')}. Is that right?`);
}

function restOfDate(turn: Turn): Turn {
  const { asked, partOfDate } = turn.state;
  const known = partOfDate?.month !== undefined && partOfDate.day !== undefined;
  return ask(turn, asked, known ? WORDING.year : WORDING.day);
}

/** "Four eight", and in the next breath "two nine". */
function restOfDigits(turn: Turn, said: Said, { name, expect }: Slot): Turn | undefined {
  if (expect.for !== 'digits') return undefined;
  const { asked, partOfDigits } = turn.state;
  const heardNow = digitsIn(said.text, expect.count);
  const digits = partOfDigits + heardNow;
  if (heardNow === '' || digits.length > expect.count) return undefined;
  if (digits.length < expect.count)
    return ask(set(turn, { partOfDigits: digits }), asked, WORDING.otherDigits);
  return filled(turn, said, { [name]: digits });
}

/** "Four eight two nine, seven three one six": card and PIN in one breath. */
function twoNumbers(turn: Turn, said: Said, first: Slot): Turn | undefined {
  const { asked, partOfDigits } = turn.state;
  if (first.expect.for !== 'digits' || asked.for !== 'slot' || partOfDigits !== '')
    return undefined;
  const slots = taskFor(turn, asked.tool)?.slots ?? [];
  const second = slots[slots.findIndex(({ name }) => name === first.name) + 1];
  if (second?.orDigits === undefined || second.expect.for !== 'date-or-digits') return undefined;
  const { count } = first.expect;
  const digits = digitsIn(said.text);
  if (digits.length !== count + second.expect.count) return undefined;
  const both = { [first.name]: digits.slice(0, count), [second.orDigits]: digits.slice(count) };
  return filled(turn, said, both);
}

function isFor(slot: Slot | undefined, name: string): boolean {
  return slot !== undefined && namesOf(slot).includes(name);
}

function same(before: unknown, now: unknown): boolean {
  return JSON.stringify(before) === JSON.stringify(now);
}

function unique(slots: readonly Slot[]): Slot[] {
  return slots.filter((slot, i) => slots.findIndex(({ name }) => name === slot.name) === i);
}
