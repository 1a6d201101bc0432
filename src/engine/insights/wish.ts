/** What somebody wants who has just spoken: a switch, an answer, a goodbye, or nothing that can be given. Pure. */
import type { Question } from './question.ts';
import { questionsIn } from './questions.ts';
import { type Switch, switchIn } from './switching.ts';
import { GOODBYE, HELP, NOT_OURS, SMALL_TALK, THANKS, YES } from './talk-vocabulary.ts';

export type Wish =
  | { readonly kind: 'switch'; readonly to: Switch }
  | { readonly kind: 'questions'; readonly questions: readonly Question[] }
  | { readonly kind: 'goodbye' | 'thanks' | 'help' | 'small_talk' | 'lost' };

/** What an analyst offers with an answer, taken up. */
const OFFERED = {
  show_metrics: 'by day',
  show_chart: 'compare it with the previous period',
} as const;
/** "Okay" alone agrees to nothing. */
const SAYS_YES = /^(?!ok(?:ay)?[ ,.!]*$|please[ ,.!]*$)/i;

/** @param before the question before. @param tools those that the session has. */
export function wishIn(
  words: string,
  before: Question | undefined,
  tools: ReadonlySet<string>,
): Wish {
  const to = switchIn(words);
  if (to !== undefined && tools.has(to.tool)) return { kind: 'switch', to };
  const text = words.trim();
  if (before !== undefined && SAYS_YES.test(text) && YES.test(text))
    return wishIn(OFFERED[before.tool], before, tools);
  if (THANKS.test(text)) return { kind: 'thanks' };
  if (SMALL_TALK.test(text)) return { kind: 'small_talk' };
  if (NOT_OURS.test(text)) return { kind: 'lost' };
  const questions = questionsIn(words, before).filter(({ tool }) => tools.has(tool));
  // "That's all for today" names a day and asks nothing.
  const isGoodbye = GOODBYE.test(text) && !questions.some(asksForOne);
  if (questions.length > 0 && !isGoodbye) return { kind: 'questions', questions };
  if (isGoodbye) return { kind: 'goodbye' };
  return { kind: HELP.test(text) ? 'help' : 'lost' };
}

function asksForOne(question: Question): boolean {
  return question.tool === 'show_chart' || question.arguments.metrics !== undefined;
}
