import { expect, test } from 'vitest';
import { switchIn } from './switching.ts';

test.each([
  ['Switch to analyst mode', 'analyst'],
  ['switch to the analyst mode please', 'analyst'],
  ['Can you change to coach mode?', 'coach'],
  ['Go into executive briefing mode', 'executive'],
  ['Please use the executive briefing', 'executive'],
  ['Executive mode, please.', 'executive'],
  ['Be my coach', 'coach'],
  ["Let's go back to analyst mode", 'analyst'],
  ['Luna, act as an analyst from now on', 'analyst'],
  ["I'd like you to answer like an analyst", 'analyst'],
  ['okay now coaching mode', 'coach'],
])('"%s" wishes for the %s', (words, mode) => {
  expect(switchIn(words)).toEqual({ tool: 'switch_mode', arguments: { mode } });
});

test.each([
  ['Be more formal', 'sterling'],
  ['Could you be a bit more formal, please?', 'sterling'],
  ['Speak more formally', 'sterling'],
  ['Be less formal', 'sunny'],
  ['talk to me in a casual tone', 'sunny'],
  ['Switch to Sterling', 'sterling'],
  ['Use the sunny persona', 'sunny'],
  ['be a little friendlier', 'luna'],
  ['Please switch the persona to Luna', 'luna'],
  ['a bit more casual please', 'sunny'],
])('"%s" wishes for %s', (words, persona) => {
  expect(switchIn(words)).toEqual({ tool: 'switch_persona', arguments: { persona } });
});

test.each([
  'What does analyst mode do?',
  'How many calls came in during analyst mode?',
  "Don't switch to analyst mode",
  'The analyst asked me to switch the chart to bars',
  'Switch to a bar chart',
  'Show the calls by mode',
  'How many calls were handled in AI mode?',
  'What would a coach say about these calls?',
  'My coach likes heat maps',
  'Did the executive team call yesterday?',
  'I was talking to an analyst about escalations',
  'Go to last week',
  'Were callers more formal than last week?',
  'How many formal complaints did we get?',
  'The calls should be less expensive',
  'Use a line chart instead',
  'Which persona is this?',
  'Is the executive briefing better than the coach mode?',
  'Change the period to last month',
  'I heard that you can switch to coach mode, is that so?',
  'Give me the executive calls of last week',
])('"%s" wishes for no other mode or persona', (words) => {
  expect(switchIn(words)).toBeUndefined();
});
