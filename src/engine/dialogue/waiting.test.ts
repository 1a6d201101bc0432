import { expect, test } from 'vitest';
import { findAgent } from '#agents/agent.ts';
import type { FunctionTool } from '#protocol/session.ts';
import type { Input } from './moves.ts';
import { BEGINNING, type DialogueState } from './state.ts';
import { step } from './step.ts';

const flow = findAgent('block-card')?.flow;
const tools: FunctionTool[] = [
  'verify_identity',
  'block_card',
  'transfer_to_agent',
  'end_call',
].map((name) => ({ type: 'function', name }));
const SILENCE: Input = { type: 'silence' };

/** What she says to each of these, one after the other. */
function answersTo(...inputs: readonly Input[]): string[] {
  let state: DialogueState = BEGINNING;
  return inputs.map((input, n) => {
    const [next, { moves }] = step(state, [input], {
      flow,
      tools,
      toolChoice: 'auto',
      instructions: undefined,
      today: '2026-11-22',
      names: { bank: 'Northwind Bank', assistant: 'Luna' },
      callId: `call_${n}`,
    });
    state = next;
    return moves.map((move) => (move.type === 'say' ? move.text : `→ ${move.tool}`)).join(' ');
  });
}
const heard = (text: string, doubtful = false): Input => ({
  type: 'heard',
  text,
  unclear: false,
  doubtful,
});

test('into silence she asks, asks again, offers a person, and ends the call politely', () => {
  const [, ...silences] = answersTo(heard('i lost my card'), SILENCE, SILENCE, SILENCE, SILENCE);
  expect(silences).toEqual([
    'Are you still there? What are the last four digits of your card?',
    'I cannot hear you. Are you still on the line?',
    'Would you like me to put you through to a colleague?',
    'I cannot hear you, so I will end the call here. Please call again whenever you like. → end_call',
  ]);
});

test('who asks for a moment is not pressed', () => {
  const [, wait, ...silences] = answersTo(
    heard('i lost my card'),
    heard('hold on let me find it'),
    SILENCE,
    SILENCE,
    SILENCE,
    SILENCE,
  );
  expect([wait, ...silences]).toEqual([
    'Of course, take your time.',
    '',
    '',
    'I am still here. Whenever you are ready.',
    'Are you still there? What are the last four digits of your card?',
  ]);
});

test('digits that were not heard surely are read back', () => {
  const begun = [heard('i lost my card'), heard('four eight two nine', true)];
  expect(answersTo(...begun).at(-1)).toBe('I heard 4 8 2 9. Is that right?');
  expect(answersTo(...begun, heard('yes')).at(-1)).toBe(
    'And your date of birth, or your four-digit PIN?',
  );
  expect(answersTo(...begun, heard('no')).at(-1)).toMatch(
    /^Could you say just the last four digits/,
  );
  expect(answersTo(...begun, heard('no four eight three nine')).at(-1)).toBe(
    'And your date of birth, or your four-digit PIN?',
  );
});

test('the same question is not asked for ever, whatever the reason', () => {
  const again = Array.from({ length: 4 }, () => heard('can you repeat that'));
  expect(answersTo(heard('i lost my card'), ...again).at(-1)).toBe(
    'Would you like me to put you through to a colleague?',
  );
});
