/** Not understood, or led astray: asked again in other words, and back to where she was. Pure. */
import { goOn, greet, scopeOf, slotOf } from './plan.ts';
import { ended, offerPerson } from './results.ts';
import type { Asked } from './state.ts';
import { ask, say, set, type Turn } from './turn.ts';
import { pick, WORDING } from './wording.ts';

/** After so many questions that were not answered, a person is offered. */
export const TRIES_LIMIT = 2;
/** Whoever wants no person so often is not asked the same question any more. */
const OFFERS_LIMIT = 2;

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
      return ask(say(sorry, scopeOf(turn)), { for: 'intent' }, WORDING.help);
    case 'more':
    case 'which':
    case 'check':
    case 'change':
      return ask(sorry, asked, question);
  }
}

/** Back to the question from before a person was offered, unless it leads nowhere. */
export function resume(turn: Turn, asked: Asked): Turn {
  const offers = turn.state.offers + 1;
  const counted = set(turn, { offers, tries: 0 });
  if (offers >= OFFERS_LIMIT) return givenUp(counted, asked);
  if (asked.for === 'slot') return ask(counted, asked, slotOf(turn, asked)?.askAgain ?? '');
  if (asked.for === 'confirmation') return ask(counted, asked, asked.question);
  if (turn.state.plan !== undefined && turn.state.plan.length > 0) return goOn(counted);
  if (asked.for === 'intent') return ask(counted, asked, WORDING.howElse);
  return ask(counted, { for: 'more' }, turn.scene.flow.anythingElse);
}

function givenUp(turn: Turn, asked: Asked): Turn {
  const over = asked.for === 'more' || asked.for === 'intent' || asked.for === 'nothing';
  if (over) return ended(say(turn, turn.scene.flow.closing));
  return ask(
    say(set(turn, { plan: [] }), WORDING.leaveIt),
    { for: 'more' },
    turn.scene.flow.anythingElse,
  );
}
