import { expect, test } from 'vitest';
import type { Question } from './question.ts';
import { questionsIn } from './questions.ts';
import { SIXTY } from './sixty-questions.ts';

/** `show_chart measure=calls dimension=day period="last week" scenario=dispute`. */
export function described({ tool, arguments: { filter = {}, ...rest } }: Question): string {
  const shown = Object.entries({ ...rest, ...filter }).map(([name, value]) => {
    const text = String(value);
    return `${name}=${text.includes(' ') ? `"${text}"` : text}`;
  });
  return [tool, ...shown].join(' ');
}

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
  if (wrong.length > 0) console.log(wrong.join('\n'));
  expect(wrong.length / SIXTY.length).toBeLessThanOrEqual(0.05);
});
