import { expect, test } from 'vitest';
import { transferFunds } from '../scripts/transfer-funds.ts';
import { PARTS } from '../scripts/every-script.ts';
import { chanceOf } from './chance.ts';
import { type Mind, mindOf, nextWords } from './mind.ts';

const [script] = transferFunds.scripts;

function talk(said: readonly string[]): { mind: Mind; words: string[]; means: string[] } {
  if (script === undefined) throw new Error('no script');
  let mind = mindOf(transferFunds, script);
  const chance = chanceOf('test');
  const [words, means]: [string[], string[]] = [[], []];
  for (const heard of said) {
    const [next, spoken] = nextWords(mind, heard, chance);
    mind = next;
    words.push(spoken?.text ?? 'HANGS UP');
    means.push(spoken?.means ?? '');
  }
  return { mind, words, means };
}

test('the caller agrees to what he wants, as he wants it', () => {
  const right =
    'You want me to move $500 from your checking account to your savings account. Is that right?';
  expect(talk([right]).means).toEqual(['yes']);
});

test.each([
  'You want me to move $5,000 from your checking account to your savings account. Is that right?',
  'You want me to move $500 from your savings account to your checking account. Is that right?',
])('the caller corrects what was misheard: %s', (wrong) => {
  expect(talk([wrong]).words[0]).toMatch(/^no, .*five hundred/);
});

test('the caller does not want what he has not asked for', () => {
  expect(talk(['Would you like me to order you a new card?']).means).toEqual(['no']);
});

test('who is misunderstood four times asks for a person', () => {
  const again = "I'm sorry, I didn't catch that. Could you tell me the amount in dollars?";
  const { mind, words } = talk(['How much shall I transfer?', again, again, again, again]);
  expect(mind.wantsPerson).toBe(true);
  expect(words.at(-1)).toMatch(/person|human|agent/);
});

test('the same run is the same caller again', () => {
  const heard = ['How can I help you today?', 'What are the last four digits of your card?'];
  expect(talk(heard).words).toEqual(talk(heard).words);
});

test('every scenario and freeform has at least eight scripts, each with a name of its own', () => {
  expect(PARTS).toHaveLength(11);
  for (const { scripts } of PARTS) {
    const names = scripts.map(({ name }) => name);
    expect(names.length).toBeGreaterThanOrEqual(8);
    expect(new Set(names).size).toBe(names.length);
  }
});
