import { expect, test } from 'vitest';
import { agents } from '#agents/agent.ts';
import { askedIn } from './questions.ts';

test.each([
  ['Hello Emma, this is Luna at Northwind Bank. How can I help you today?', 'opening'],
  ["I'm sorry to hear that. What are the last four digits of the card?", 'card'],
  ['And your date of birth, or your four-digit PIN?', 'factor'],
  ['And in which year?', 'year'],
  [
    'You want me to block your Visa card ending in 4829, because it was lost. Is that right?',
    'yes-no',
  ],
  ['Shall I order a replacement for your card ending in 4829?', 'yes-no'],
  ['Your new card should reach you by Friday. Is there anything else I can help you with?', 'else'],
  ['I cannot hear you. Are you still on the line?', 'there'],
  ['Would you like me to put you through to a colleague?', 'person'],
])('a caller who hears "%s" knows what is wanted: %s', (said, question) => {
  expect(askedIn(said).question).toBe(question);
});

test('a question asked again is known to be the same one', () => {
  const said =
    "I'm sorry, I didn't catch that. Could you say the last four digits of the card once more?";
  expect(askedIn(said)).toMatchObject({ question: 'card', again: true });
});

const slots = agents.flatMap(({ id, flow }) =>
  flow.goals.flatMap(({ tasks }) =>
    tasks.flatMap(({ tool, slots: asked }) => asked.map((slot) => ({ id, tool, ...slot }))),
  ),
);

test.each(slots)('a caller understands what $id asks for $name of $tool', ({ ask, askAgain }) => {
  expect(askedIn(ask).question).not.toBe('unclear');
  expect(askedIn(`I'm sorry, I didn't catch that. ${askAgain}`)).toMatchObject({ again: true });
});
