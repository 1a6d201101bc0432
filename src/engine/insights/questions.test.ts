import { expect, test } from 'vitest';
import { described } from './described.ts';
import type { Question } from './question.ts';
import { questionsIn } from './questions.ts';
import { SIXTY } from './sixty-questions.ts';

test('at least 95 of 100 typed questions become the right query', () => {
  let before: Question | undefined;
  const wrong: string[] = [];
  for (const { says, means, leans } of SIXTY) {
    const questions = questionsIn(says, leans ? before : undefined);
    before = questions.at(-1) ?? before;
    const got = questions.map(described);
    if (JSON.stringify(got) !== JSON.stringify(means))
      wrong.push(`${says}\n    ${got.join(' | ')}\n    ${means.join(' | ')}`);
  }
  expect(SIXTY).toHaveLength(60);
  // Three of sixty.
  expect(wrong.slice(3)).toEqual([]);
});
