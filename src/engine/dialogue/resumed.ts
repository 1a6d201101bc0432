/** The first words to a caller whom somebody else has been talking to: no greeting, only what is open. Pure. */
import { goOn } from './plan.ts';
import { ended } from './results.ts';
import { ask, say, type Turn } from './turn.ts';
import { WORDING } from './wording.ts';

/** The last word was hers: the open question once more, in short. */
export function resumed(turn: Turn): Turn {
  const { pending, ended: over, asked, question, plan, told, questionHeard } = turn.state;
  if (over) return ended(questionHeard ? turn : say(turn, WORDING.goodbye));
  const sorry = say(turn, WORDING.resumed);
  if (pending !== undefined) return say(sorry, WORDING.moment);
  if (asked.for === 'nothing' || question === '')
    return plan === undefined ? ask(sorry, { for: 'intent' }, WORDING.help) : goOn(sorry);
  // What a tool has found out was cut off with the question behind it.
  const news = questionHeard || question.includes(told) ? '' : told;
  return ask(say(sorry, news), asked, question);
}

/** A tool should have been called and was not: its reason has been said already. */
export function anew(before: Turn, turn: Turn): Turn {
  const says = turn.call === undefined ? turn.says : [];
  return { ...turn, says: [...before.says, WORDING.resumed, ...says] };
}
