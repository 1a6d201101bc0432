/** Yes, no, or "that is not right" to what she read back, offered or thinks she has heard. Pure. */
import type { Slot, Task } from '#engine/flow.ts';
import { digitsIn } from '#engine/understanding/numbers.ts';
import { asides } from './asides.ts';
import { missed } from './misunderstood.ts';
import { has, plainWords } from './phrases-in.ts';
import { call, finish, goOn, namesOf, slotOf, taskFor } from './plan.ts';
import type { Asked } from './state.ts';
import { stillPassedOn } from './results.ts';
import { filled } from './taking.ts';
import { plain } from './tool-output.ts';
import { ask, say, set, type Turn } from './turn.ts';
import type { Said } from './wishes.ts';
import { turnsTo } from './wishes.ts';
import { WORDING } from './wording.ts';

type Decidable = Extract<Asked, { for: 'confirmation' | 'offer' | 'change' }>;

/** Something in it is wrong; that is not the same as not wanting it. */
const NOT_SO = [
  'wrong',
  'not right',
  'not correct',
  'not what i',
  'incorrect',
  'mistake',
  'change it',
  'change that',
  'change the',
  'change something',
  'different',
  'not quite',
];

export function decided(turn: Turn, asked: Decidable, said: Said): Turn {
  const task = taskFor(turn, asked.tool);
  if (task === undefined) return missed(turn);
  if (asked.for !== 'offer') {
    const other = putRight(turn, asked, task, said);
    if (other !== undefined) return other;
  }
  if (said.yesNo === undefined) return turnsTo(turn, said, false) ?? missed(turn);
  if (asked.for === 'change') return said.yesNo === 'no' ? declined(turn, task) : missed(turn);
  if (said.yesNo === 'no') return declined(turn, task);
  if (asked.for === 'offer')
    return goOn(set(turn, { accepted: [...turn.state.accepted, asked.tool] }));
  // Nobody agrees to what they have not heard.
  if (!turn.state.questionHeard) return missed(turn);
  return call(set(turn, { agreed: turn.state.agreed + 1 }), task);
}

/** "The amount is wrong", "change the account", "that's not right": without saying what would be. */
function putRight(turn: Turn, asked: Decidable, task: Task, said: Said): Turn | undefined {
  const words = plainWords(said.text);
  // "No, wait": not refused, but not right either.
  const holds =
    said.yesNo === 'no' &&
    has(words, ['wait', 'hold on', 'hang on']) &&
    !has(words, ['not', 'stop']);
  const wrong = holds || has(words, NOT_SO);
  if (!wrong && asked.for !== 'change') return undefined;
  const meant = task.slots.filter((slot) => isNamed(slot, words));
  const [slot] = meant;
  if (slot !== undefined) {
    const wrongNames = new Set(meant.flatMap(namesOf));
    const values = Object.fromEntries(
      Object.entries(turn.state.values).filter(([name]) => !wrongNames.has(name)),
    );
    return goOn(set(turn, { values }));
  }
  return wrong ? ask(turn, { for: 'change', tool: asked.tool }, WORDING.change) : undefined;
}

/** By the words of its argument: "amount", "account", "recipient". */
function isNamed({ name, cues = [] }: Slot, words: readonly string[]): boolean {
  const own = plain(name).split(' ');
  return has(
    words,
    [...own, ...cues].filter((word) => word.length > 4 && word !== 'digits'),
  );
}

function declined(turn: Turn, task: Task): Turn {
  const refused = say(finish(turn, task.tool), task.declined ?? WORDING.declined);
  if (task.essential !== true) return goOn(refused);
  return stillPassedOn(refused) ?? goOn(set(refused, { plan: [] }));
}

/** "No link, please": asked for one value, the caller refuses the whole task. */
export function withoutIt(turn: Turn, said: Said): Turn | undefined {
  const { asked } = turn.state;
  const task = asked.for === 'slot' ? taskFor(turn, asked.tool) : undefined;
  return task?.refusals !== undefined && has(plainWords(said.text), task.refusals)
    ? declined(turn, task)
    : undefined;
}

/** The answer to "I heard 4 8 2 9. Is that right?" */
export function checked(turn: Turn, asked: Extract<Asked, { for: 'check' }>, said: Said): Turn {
  const { tool, slot: slotName, name, value } = asked;
  const back = { for: 'slot', tool, slot: slotName } as const;
  const slot = slotOf(turn, back);
  const count = slot !== undefined && 'count' in slot.expect ? slot.expect.count : value.length;
  const other = digitsIn(said.text, count);
  const open = set(turn, { asked: back });
  if (other.length === count) return filled(open, said, { [name]: other }) ?? missed(open);
  if (said.yesNo === 'yes') return filled(open, said, { [name]: value }) ?? missed(open);
  if (said.yesNo === 'no') return ask(open, back, slot?.askAgain ?? '');
  return asides(turn, said) ?? missed(turn);
}
