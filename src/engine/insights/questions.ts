/** What somebody asks in one breath: one question or several, each read in the light of the one before. Pure. */
import { findPeriod } from '#lib/period-words.ts';
import { type Question, questionsOf } from './question.ts';
import { read } from './reading.ts';

const NEXT =
  /,? and (?=(?:why|how|what|which|when|show|draw|give)\b)|, (?=(?:how (?:many|much)|why|what)\b)/i;

/** @returns empty where nothing in the words is a question about the calls. */
export function questionsIn(words: string, before: Question | undefined): Question[] {
  const questions: Question[] = [];
  let last = before;
  // A period that is named once is meant for all of them.
  const period = findPeriod(words.toLowerCase())?.words;
  for (const part of partsOf(words)) {
    // "The others" are the calls that the question before left out.
    const found = questionsOf(read(part.replace(/\bthe others?\b/i, 'calls')), last);
    questions.push(...found);
    last = found.at(-1) ?? last;
  }
  const isOne = questions.length < 2 || period === undefined;
  return isOne ? questions : questions.map((each) => dated(each, period));
}

/** "On Mondays, how many calls?" is one question: what comes first asks nothing yet. */
function partsOf(words: string): string[] {
  const parts: string[] = [];
  let waiting = '';
  for (const part of words.split(NEXT)) {
    const whole = waiting === '' ? part : `${waiting}, ${part}`;
    const { measures, dimensions, overview, drawn } = read(whole);
    const asks = measures.length > 0 || dimensions.length > 0 || overview || drawn;
    waiting = asks ? '' : whole;
    if (asks) parts.push(whole);
  }
  return waiting === '' ? parts : [...parts, waiting];
}

function dated(question: Question, period: string): Question {
  const { arguments: args } = question;
  return { ...question, arguments: { ...args, period: args.period ?? period } } as Question;
}
