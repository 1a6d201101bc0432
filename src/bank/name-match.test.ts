import { expect, test } from 'vitest';
import { matchName } from './name-match.ts';

const SAVED = ['Maria Lopez', 'Anna Schmidt', 'Anna Petrova', 'Robert Whitfield', 'Li Wei'].map(
  (name) => ({ name }),
);

test.each([
  ['Maria Lopez', 'Maria Lopez'],
  ['maria', 'Maria Lopez'],
  ['to my friend maria please', 'Maria Lopez'],
  ['lopez maria', 'Maria Lopez'],
  ['maria lopes', 'Maria Lopez'],
  ['mariah lopez', 'Maria Lopez'],
  ['anna schmitt', 'Anna Schmidt'],
  ['ana petrova', 'Anna Petrova'],
  ['MARÍA LÓPEZ', 'Maria Lopez'],
  ['robert whitefield', 'Robert Whitfield'],
  ['li', 'Li Wei'],
])('"%s" is %s', (said, name) => {
  expect(matchName(said, SAVED)).toEqual({ outcome: 'one', found: { name } });
});

test.each([
  // The first name fits, the family name does not: money would go to the wrong person.
  'maria gonzalez',
  'anna lopez',
  'bob',
  'lu',
  'pedro',
  'my sister',
  '',
  '???',
  'maria maria',
])('"%s" is nobody we can be sure of', (said) => {
  expect(matchName(said, SAVED)).toEqual({ outcome: 'none' });
});

test('a first name that two share is asked about', () => {
  expect(matchName('anna', SAVED)).toEqual({
    outcome: 'several',
    found: [{ name: 'Anna Schmidt' }, { name: 'Anna Petrova' }],
  });
});
