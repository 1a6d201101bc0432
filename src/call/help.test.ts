import { describe, expect, test } from 'vitest';
import { type HelpEvent, NO_HELP, asksForPerson, stepHelp } from './help.ts';

describe('a caller asks for a person by saying', () => {
  test.each([
    'can I speak to a real person please',
    'I want to talk to somebody',
    'let me talk to your manager',
    'agent',
    'human please',
    'operator now',
    'put me through to a colleague',
    'transfer me to an agent',
    'connect me with a representative',
    'get me a human being',
    'I need a real human',
    "I'd like someone",
  ])('"%s"', (text) => {
    expect(asksForPerson(text)).toBe(true);
  });
});

describe('nobody is asked for by', () => {
  test.each([
    'transfer 200 dollars to my savings',
    'I want to send money to a person in Spain',
    "I don't want to talk to a person",
    'I already talked to an agent',
    'did I speak to a person yesterday',
    'no need to put me through to somebody',
    'the agent told me to call',
    'my manager lost the card',
    'yes',
    '',
  ])('"%s"', (text) => {
    expect(asksForPerson(text)).toBe(false);
  });
});

const effects = (events: readonly HelpEvent[]): string[] => {
  let help = NO_HELP;
  return events.map((event) => {
    const [next, effect] = stepHelp(help, event);
    help = next;
    return effect;
  });
};
const asks: HelpEvent = { type: 'said', text: 'I want a person' };
const says: HelpEvent = { type: 'said', text: 'four eight two nine' };
const mumbles: HelpEvent = { type: 'misheard' };

test.each([
  ['asks once', [asks, says, says], ['none', 'none', 'none']],
  ['asks twice', [asks, says, asks], ['none', 'none', 'insist']],
  ['asks three times', [asks, asks, asks], ['none', 'insist', 'hand-over']],
  [
    'is not understood now and then',
    [mumbles, mumbles, says, mumbles, mumbles],
    Array(5).fill('none'),
  ],
  [
    'is not understood four times',
    [mumbles, mumbles, mumbles, mumbles],
    ['none', 'none', 'none', 'insist'],
  ],
  [
    'and five',
    [mumbles, mumbles, mumbles, mumbles, mumbles],
    ['none', 'none', 'none', 'insist', 'hand-over'],
  ],
  ['says something else after it was insisted', [asks, asks, says], ['none', 'insist', 'none']],
] as const)('a caller who %s', (_, events, wanted) => {
  expect(effects(events)).toEqual(wanted);
});
