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

test('the bank and the country may be named too, and are no name by themselves', () => {
  const known = [{ name: 'Maria Lopez', bank: 'Banco Litoral', country: 'Spain' }];
  for (const said of ['maria in spain', 'to maria lopez at banco litoral', 'Maria Lopez, Spain'])
    expect(matchName(said, known)).toMatchObject({ outcome: 'one' });
  for (const said of ['spain', 'banco litoral', 'maria in france', 'to my bank in spain'])
    expect(matchName(said, known)).toEqual({ outcome: 'none' });
});

test('a first name that two share is asked about', () => {
  expect(matchName('anna', SAVED)).toEqual({
    outcome: 'several',
    found: [{ name: 'Anna Schmidt' }, { name: 'Anna Petrova' }],
  });
});
