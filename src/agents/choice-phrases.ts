/** Whatever a scenario's slots understand can also be heard: their choices are phrases of callers, too. */
import type { Goal, Phrasebook } from '#engine/engine.ts';

/** How an answer that is one of several choices often begins. */
const OPENERS = "[it's|it is|for|for a|by|the|a|i]";
/** Digits and abbreviations stand among the choices for those who type. */
const SPEAKABLE = /^[a-z][a-z' ]+$/;

export function withChoices(phrasebook: Phrasebook, goal: Pick<Goal, 'tasks'>): Phrasebook {
  const answers = goal.tasks
    .flatMap(({ slots }) => slots)
    .map(({ choices = [] }) => choices.flatMap(({ phrases }) => phrases))
    .map((phrases) => [...new Set(phrases)].filter((phrase) => SPEAKABLE.test(phrase)))
    .filter((phrases) => phrases.length > 0)
    .map((phrases) => `${OPENERS} (${phrases.join('|')}) [please] *2`);
  return { ...phrasebook, phrases: [...phrasebook.phrases, ...new Set(answers)] };
}
