/** Words that are no answer but ask something of her: a moment, the question again, a kind word. Pure. */
import { goOn, scopeOf, slotOf } from './plan.ts';
import { ended, offerPerson, stillPassedOn } from './results.ts';
import { ask, say, set, type Turn } from './turn.ts';
import { beyond, type Said } from './wishes.ts';
import { pick, WORDING } from './wording.ts';

export function asides(turn: Turn, said: Said): Turn | undefined {
  const { acts, yesNo } = said;
  const { asked } = turn.state;
  const isYesOrNo = ['confirmation', 'offer', 'person', 'check'].includes(asked.for);
  if (isYesOrNo && yesNo !== undefined) return undefined;
  if (acts.has('angry') && asked.for !== 'person') return soothed(turn);
  return manners(turn, said) ?? leaving(turn, said) ?? smallTalk(turn, said) ?? astray(turn, said);
}

/** Kind all the same, and a way out. */
function soothed(turn: Turn): Turn {
  const { offers, asked, question } = turn.state;
  if (offers === 0) return offerPerson(say(turn, pick(WORDING.angry, 0)));
  return ask(say(turn, pick(WORDING.angry, 1)), asked, question);
}

/** How she speaks, and when. */
function manners(turn: Turn, { acts }: Said): Turn | undefined {
  const { asked, question, lastSaid, told, silences } = turn.state;
  const again = question === '' ? lastSaid : question;
  if (acts.has('slower'))
    return ask(say(set(turn, { slow: true }), WORDING.slower), asked, again, withNews(told, again));
  if (acts.has('repeat')) return ask(turn, asked, again, withNews(told, again));
  if (acts.has('wait') && asked.for !== 'more')
    return say(set(turn, { waiting: true }), pick(WORDING.wait, silences));
  return undefined;
}

/** What a tool has found out is said again with the question after it. */
function withNews(told: string, question: string): string {
  return told === '' || told.endsWith(question) ? question : `${told} ${question}`;
}

/** The caller gives up what they wanted, or the call. */
function leaving(turn: Turn, { acts }: Said): Turn | undefined {
  const { asked } = turn.state;
  const isAsking = ['slot', 'which', 'check', 'change'].includes(asked.for);
  if (!isAsking) return undefined;
  if (acts.has('never-mind')) {
    const left = say(turn, WORDING.neverMind);
    return stillPassedOn(left) ?? goOn(set(left, { plan: [] }));
  }
  if (acts.has('goodbye')) return ended(say(turn, turn.scene.flow.closing));
  return undefined;
}

function smallTalk(turn: Turn, { acts }: Said): Turn | undefined {
  const { asked, question, greeted } = turn.state;
  const again = (text: string) =>
    ask(
      say(turn, text),
      asked.for === 'nothing' ? { for: 'intent' } : asked,
      question === '' ? WORDING.howElse : question,
    );
  if (acts.has('who')) return again(WORDING.who);
  if (acts.has('how-are-you')) return again(WORDING.well);
  if (acts.has('capabilities')) return again(turn.scene.flow.scope);
  if (acts.has('why') && asked.for !== 'more') return again(WORDING.why);
  const isPlace = asked.for === 'more' || asked.for === 'intent' || asked.for === 'nothing';
  // Said into her question, it is no answer to it.
  if (isPlace || !greeted || !turn.state.questionHeard) return undefined;
  if (acts.has('thanks')) return again(WORDING.welcome);
  return acts.has('hello') ? again(WORDING.hello) : undefined;
}

/** Not known, not banking, or banking that is not done here. */
function astray(turn: Turn, said: Said): Turn | undefined {
  const { acts } = said;
  const { asked, question, tries } = turn.state;
  if (acts.has('unknown') && asked.for === 'slot') {
    const slot = slotOf(turn, asked);
    if (slot?.whenUnknown !== undefined)
      return goOn(set(turn, { values: { ...turn.state.values, [slot.name]: slot.whenUnknown } }));
    if (slot?.unknown !== undefined && tries === 0)
      return set(ask(turn, asked, slot.unknown), { tries: 1 });
    return offerPerson(turn);
  }
  if (acts.has('off-topic')) {
    const back = asked.for === 'nothing' ? ({ for: 'intent' } as const) : asked;
    const scope = asked.for === 'slot' ? '' : scopeOf(turn);
    return ask(
      say(turn, WORDING.offTopic, scope),
      back,
      question === '' ? WORDING.howElse : question,
    );
  }
  if (beyond(turn, said) && asked.for === 'slot')
    return offerPerson(say(turn, WORDING.otherBanking, scopeOf(turn)));
  return undefined;
}
