import { expect, test } from 'vitest';
import type { Script } from './scripts.ts';
import { whereToGoOn } from './where.ts';

const line = (n: number, who: 'luna' | 'caller', tool?: string) => ({
  n,
  who,
  text: `line ${n}`,
  ...(tool === undefined ? {} : { tool: { name: tool, label: tool } }),
});
const script: Script = {
  scenario: 'block-card',
  ends: 'resolved',
  lines: [
    line(1, 'luna'),
    line(2, 'caller'),
    line(3, 'luna'),
    line(4, 'caller'),
    line(5, 'luna', 'verify_identity'),
    line(6, 'caller'),
    line(7, 'luna', 'block_card'),
  ],
};
const goesOnWith = (greeted: boolean, callerSpoke: boolean, ...done: string[]) =>
  script.lines[whereToGoOn(script, { greeted, callerSpoke, done })]?.text;

test('a caller whom nobody has greeted yet is greeted', () => {
  expect(goesOnWith(false, false)).toBe('line 1');
});
test('a caller who has heard the greeting says what he wants', () => {
  expect(goesOnWith(true, false)).toBe('line 2');
});
test('a caller who has said what he wants is not asked again', () => {
  expect(goesOnWith(true, true)).toBe('line 3');
});
test('what the bank has done is told, and not done again', () => {
  expect(goesOnWith(true, true, 'verify_identity')).toBe('line 5');
  expect(goesOnWith(true, true, 'verify_identity', 'block_card')).toBe('line 7');
});
