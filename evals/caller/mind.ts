/** What a caller says next: his script, what Luna has just said, and what he has been asked before. Pure but for chance. */
import type { Chance } from './chance.ts';
import { type Asked, askedIn } from './questions.ts';
import type {
  Agreement,
  Answers,
  Customer,
  Meaning,
  Part,
  Question,
  Script,
  Wordings,
} from './script.ts';
import {
  A_PERSON,
  NO_THANKS,
  OFF_TOPIC,
  NOTHING_ELSE,
  PARDON,
  STILL_THERE,
  YES,
  bornWords,
  cardWords,
  dayWords,
  pinWords,
  yearWords,
} from './wordings.ts';

export interface Utterance {
  readonly text: string;
  readonly means: Meaning;
  readonly question: Question;
}

export interface Mind {
  readonly script: Script;
  readonly answers: Answers;
  readonly agrees: readonly Agreement[];
  /** How often each thing was asked anew. */
  readonly asked: Readonly<Partial<Record<Question, number>>>;
  readonly misunderstood: number;
  readonly wantsPerson: boolean;
  readonly said: number;
  readonly last: Utterance | undefined;
}

/** So often he repeats himself; then he asks for a person. */
const PATIENCE = 4;
/** Whoever has spoken so often is going round in circles. */
const MOST_TURNS = 40;

export function mindOf(part: Part, script: Script): Mind {
  const customer = script.customer ?? part.customer;
  return {
    script,
    answers: { ...everybodys(customer), ...part.answers, ...script.answers },
    agrees: script.agrees ?? part.agrees,
    asked: {},
    misunderstood: 0,
    wantsPerson: false,
    said: 0,
    last: undefined,
  };
}

function everybodys({ card, born, pin }: Customer): Answers {
  return {
    card: [cardWords(card)],
    factor: [[...bornWords(born), ...pinWords(pin)] as unknown as Wordings],
    born: [bornWords(born)],
    pin: [pinWords(pin)],
    year: [yearWords(born)],
    day: [dayWords(born)],
    'more-digits': [cardWords(card)],
    else: [NOTHING_ELSE],
    there: [STILL_THERE],
    unclear: [PARDON],
  };
}

/** Undefined: he hangs up. */
export function nextWords(mind: Mind, said: string, chance: Chance): [Mind, Utterance | undefined] {
  const asked = inContext(askedIn(said), mind.last);
  const { question } = asked;
  // Nothing came back: whatever he said was not heard.
  const unheard = said === '';
  const again = asked.again && question !== 'else' && question !== 'opening';
  const misunderstood = mind.misunderstood + (asked.again || unheard ? 1 : 0);
  const before = mind.asked[question] ?? 0;
  const times = again && before > 0 ? before : before + 1;
  const next: Mind = {
    ...mind,
    misunderstood,
    wantsPerson: mind.wantsPerson || misunderstood >= PATIENCE,
    asked: unheard ? mind.asked : { ...mind.asked, [question]: times },
    said: mind.said + 1,
  };
  if (mind.said >= MOST_TURNS) return [next, undefined];
  const words = answer(next, asked, said, times, again, chance);
  return [{ ...next, last: words }, words];
}

/** "Please say checking, or savings": which of his two accounts is meant, he knows from the question before. */
function inContext(asked: Asked, last: Utterance | undefined): Asked {
  const vague = asked.question === 'account' || asked.question === 'unclear';
  return asked.again && vague && last ? { ...asked, question: last.question } : asked;
}

function answer(
  mind: Mind,
  asked: Asked,
  said: string,
  times: number,
  again: boolean,
  chance: Chance,
): Utterance {
  const { question } = asked;
  if (mind.wantsPerson && question !== 'person')
    return { text: chance.pick(A_PERSON), means: 'aside', question };
  if (said === '') return mind.last ?? { text: 'hello?', means: 'aside', question };
  return spoken(mind, asked, said, times, again, chance);
}

function spoken(
  mind: Mind,
  asked: Asked,
  said: string,
  times: number,
  again: boolean,
  chance: Chance,
): Utterance {
  const { question } = asked;
  const own = mind.answers[question];
  const words = own?.[Math.min(times, own.length) - 1];
  if (words !== undefined)
    return {
      text: again ? words[0] : chance.pick(words),
      means: words === OFF_TOPIC || words === A_PERSON ? 'aside' : meaningOf(question),
      question,
    };
  if (question === 'opening') {
    const opens = mind.script.opens;
    return { text: again ? opens[0] : chance.pick(opens), means: 'fact', question };
  }
  if (question === 'yes-no' || question === 'person')
    return agreed(mind, proposal(said, asked.sentence), question, chance);
  return { text: chance.pick(PARDON), means: 'aside', question: 'unclear' };
}

function meaningOf(question: Question): Meaning {
  if (question === 'unclear' || question === 'there') return 'aside';
  return question === 'yes-no' ? 'no' : 'fact';
}

/** "Is that right?" asks about the sentence before it. */
function proposal(said: string, sentence: string): string {
  const before = said.slice(0, said.lastIndexOf(sentence)).trim();
  const previous = before.split(/(?<=[.!?])\s+/).at(-1) ?? '';
  return sentence.split(' ').length < 6 ? `${previous} ${sentence}` : sentence;
}

/** Yes to what he wants and what is right; a correction where it is wrong; no to everything else. */
function agreed(mind: Mind, said: string, question: Question, chance: Chance): Utterance {
  if (question === 'person') {
    const wanted = mind.wantsPerson || mind.script.outcome === 'escalated';
    const text = chance.pick(wanted ? YES : NO_THANKS);
    return { text, means: wanted ? 'yes' : 'no', question };
  }
  const agreement = mind.agrees.find(({ to }) => to.test(said));
  if (agreement === undefined) return { text: chance.pick(NO_THANKS), means: 'no', question };
  if (agreement.only?.every((fact) => fact.test(said)) ?? true)
    return { text: chance.pick(YES), means: 'yes', question };
  return { text: chance.pick(agreement.corrects ?? NO), means: 'no', question };
}

const NO: Wordings = ["no, that's not right", 'no, that is wrong', 'no, not correct'];
