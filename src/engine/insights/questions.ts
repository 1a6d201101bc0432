/** What somebody asks in one breath: one question or several, each read in the light of the one before. Pure. */
import { type Question, questionOf } from './question.ts';
import { read } from './reading.ts';

const NEXT = /,? and (?=(?:why|how|what|which|when|show|draw|give)\b)/i;

/** @returns empty where nothing in the words is a question about the calls. */
export function questionsIn(words: string, before: Question | undefined): Question[] {
  const questions: Question[] = [];
  let last = before;
  for (const part of words.split(NEXT)) {
    // "The others" are the calls that the question before left out.
    const question = questionOf(read(part.replace(/\bthe others?\b/i, 'calls')), last);
    if (question === undefined) continue;
    questions.push(question);
    last = question;
  }
  return questions;
}
