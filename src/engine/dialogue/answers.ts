/** What the caller said, understood against what was asked. Pure. */
import { actsIn, type Act } from './acts.ts';
import { asides } from './asides.ts';
import { checked, decided, withoutIt } from './decisions.ts';
import { missed, resume, TRIES_LIMIT } from './misunderstood.ts';
import type { Input } from './moves.ts';
import { goOn } from './plan.ts';
import { toPerson } from './results.ts';
import { take } from './taking.ts';
import { say, set, type Turn } from './turn.ts';
import { chosen, more, notWanted, opens, turnsTo, wanted, type Said } from './wishes.ts';
import { WORDING } from './wording.ts';
import { yesOrNo } from './yes-no.ts';

const COULD_NOT = 'the caller could not be helped';
const OURS: readonly Act[] = ['off-topic', 'other-banking', 'beyond'];

export function heard(turn: Turn, input: Extract<Input, { type: 'heard' }>): Turn {
  const said = understood(turn, input);
  const present = set(turn, { silences: 0, waiting: false });
  const { pending, asked, ended, plan } = turn.state;
  if (pending !== undefined) return wait(present);
  if (said.text.trim() === '' || input.unclear)
    return ended ? parted(present, said) : missed(present);
  if (said.acts.has('person') && asked.for !== 'person')
    return toPerson(say(present, WORDING.connecting), 'the caller asked for a person');
  if (ended) return parted(present, said);
  if (asked.for === 'which')
    return chosen(present, said, asked.goals) ?? asides(present, said) ?? missed(present);
  if (asked.for === 'check') return checked(present, asked, said);
  const without = withoutIt(present, said);
  if (without !== undefined) return without;
  const turned = plan === undefined ? undefined : turnsTo(present, said, true);
  if (turned !== undefined) return turned;
  const opened = plan === undefined ? opens(present, said) : undefined;
  return opened ?? take(present, said) ?? asides(present, said) ?? answered(present, said);
}

function understood(
  turn: Turn,
  { text, doubtful = false }: Extract<Input, { type: 'heard' }>,
): Said {
  const acts = new Set(actsIn(text));
  // A client without a flow of ours may well be about the weather.
  if (!turn.scene.isOurs) for (const act of OURS) acts.delete(act);
  return { text, acts, yesNo: yesOrNo(text), doubtful };
}

/** Words without a value in them. */
function answered(turn: Turn, said: Said): Turn {
  const { asked, plan } = turn.state;
  switch (asked.for) {
    case 'confirmation':
    case 'offer':
    case 'change':
      return decided(turn, asked, said);
    case 'person':
      if (said.yesNo === 'yes') return toPerson(turn, asked.reason ?? COULD_NOT);
      if (said.yesNo === undefined) return wanted(turn, said) ?? missed(turn);
      return resume(turn, asked.instead);
    case 'more':
      return more(turn, said);
    case 'slot':
      return turnsTo(turn, said, false) ?? missed(turn);
    case 'nothing':
      // A tool was about to be called when she was cut off.
      if (plan !== undefined && plan.length > 0) return goOn(turn);
      return wanted(turn, said) ?? notWanted(turn, said);
    case 'intent':
      return wanted(turn, said) ?? notWanted(turn, said);
    case 'which':
    case 'check':
      return missed(turn);
  }
}

/** A tool is running. If its result does not come, it is called once more. */
function wait(turn: Turn): Turn {
  const { tries } = turn.state;
  if (tries < TRIES_LIMIT) return say(set(turn, { tries: tries + 1 }), WORDING.moment);
  return goOn(set(turn, { pending: undefined, tries: 0 }));
}

/** She has said goodbye, and the caller is still there: with another wish, or with a goodbye of their own. */
function parted(turn: Turn, said: Said): Turn {
  const again = said.text.trim() === '' ? undefined : wanted(set(turn, { ended: false }), said);
  return again ?? say(turn, WORDING.goodbye);
}
