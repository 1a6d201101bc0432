/** Not understood, or led astray: asked again in other words, and back to where she was. Pure. */
import { goOn, greet, slotOf } from './plan.ts';
import { offerPerson } from './results.ts';
import type { Asked } from './state.ts';
import { ask, say, set, type Turn } from './turn.ts';
import { pick, WORDING } from './wording.ts';

/** After so many questions that were not answered, a person is offered. */
export const TRIES_LIMIT = 2;

/** Not understood: asked again in other words, twice; then a person is offered. */
export function missed(turn: Turn): Turn {
  const { asked, tries, question, greeted } = turn.state;
  if (!greeted && asked.for === 'nothing') return greet(turn);
  // She was cut off before her question was out: the words were no answer to it.
  if (!turn.state.questionHeard && question !== '')
    return ask(set(turn, { questionHeard: true }), asked, question);
  const counted = set(turn, { tries: tries + 1, partOfDigits: '' });
  if (asked.for === 'person') return resume(say(turn, WORDING.goOn), asked.instead);
  if (tries >= TRIES_LIMIT) return set(offerPerson(say(counted, WORDING.stuck)), { tries: 0 });
  const sorry = say(counted, pick(WORDING.again, tries));
  switch (asked.for) {
    case 'slot':
      return ask(sorry, asked, slotOf(turn, asked)?.askAgain ?? question);
    case 'confirmation':
    case 'offer':
      return ask(say(sorry, tries > 0 ? WORDING.yesOrNo : ''), asked, question);
    case 'intent':
    case 'nothing':
      return ask(say(sorry, turn.scene.flow.scope), { for: 'intent' }, WORDING.help);
    case 'more':
      return ask(sorry, asked, question);
  }
}

/** Back to the question from before somebody else was offered. */
export function resume(turn: Turn, asked: Asked): Turn {
  const slot = slotOf(turn, asked);
  if (asked.for === 'slot') return ask(turn, asked, slot?.askAgain ?? '');
  if (asked.for === 'confirmation') return ask(turn, asked, asked.question);
  if (turn.state.plan !== undefined && turn.state.plan.length > 0) return goOn(turn);
  return ask(turn, { for: 'more' }, turn.scene.flow.anythingElse);
}
