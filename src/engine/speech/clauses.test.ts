import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitClauses } from './clauses.ts';

test('joined, the clauses give every text back exactly', () => {
  const word = fc.constantFrom(
    'Mr.',
    '$1,250.00',
    'e.g.',
    'card,',
    'blocked.',
    '4829',
    '\n',
    ' ',
    '  ',
    ' - ',
    'and',
    '\u2026',
    '"Yes!"',
    'Why?',
    '(no)',
    ';',
    'p.m.',
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(word, { maxLength: 40 }).map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(text, (written) => {
      const clauses = splitClauses(written);
      expect(clauses.join('')).toBe(written);
      const silent = clauses.filter((clause) => !/[\p{L}\p{N}]/u.test(clause));
      expect(clauses.length > 1 ? silent : []).toEqual([]);
    }),
  );
});

test.each<[string, string[]]>([
  ['Okay.', ['Okay.']],
  ['Hello Emma. How can I help?', ['Hello Emma. ', 'How can I help?']],
  ['Thank you, Emma.', ['Thank you, Emma.']],
  [
    'Thank you for calling Northwind Bank, how can I help you today?',
    ['Thank you for calling Northwind Bank, ', 'how can I help you today?'],
  ],
  [
    'Well, I have found your card, and I can block it for you right away if you like.',
    ['Well, I have found your card, ', 'and I can block it for you right away if you like.'],
  ],
])('%j starts with a short clause', (text, clauses) => {
  expect(splitClauses(text)).toEqual(clauses);
});

test.each([
  'Mr. Carter owes $1,250.00 to St. Mary.',
  'That is, e.g. 3.5 percent at 9 a.m. today.',
  'Dr. J. Smith called at 10:30 a.m. on Nov. 27.',
  'Your digits are 4, 8, 2, 9.',
  'You were born on March 14, 1985, right?',
  'The fee is 0.5% (min. $5) today.',
  'It goes to No. 5 Main St. today.',
  'Visit northwind.example for more.',
])('nothing is torn inside %j', (text) => {
  expect(splitClauses(text).map((clause) => clause.trimEnd())).not.toContainEqual(
    expect.stringMatching(/(?:Mr|min|St|e\.g|a\.m|Dr|J|Nov|No|\d,|14,)\.?$/),
  );
});

test('a sentence ends after "p.m." where a new one begins', () => {
  expect(splitClauses('We close at 5 p.m. Please come earlier.')).toEqual([
    'We close at 5 p.m. ',
    'Please come earlier.',
  ]);
});

test('"No." is an answer where no number follows', () => {
  expect(splitClauses('No. I cannot.')).toEqual(['No. ', 'I cannot.']);
});

test('a breathless sentence is split before a small word', () => {
  const text =
    'Your replacement card was ordered this morning and it will arrive at the address we have on file for you within five to seven business days and you can use it at once';
  const clauses = splitClauses(text);
  expect(clauses.length).toBeGreaterThan(1);
  for (const clause of clauses.slice(1)) expect(clause).toMatch(/^and /);
});

test('no clause of a long explanation takes more than some seconds to say', () => {
  const text =
    'I have blocked your card, ordered a new one, and sent you a confirmation by text message. It will be with you by Friday, November 27, and until then you can pay with your phone: just open the app, choose your card, and follow the steps.';
  for (const clause of splitClauses(text)) expect(clause.length).toBeLessThanOrEqual(100);
});

test.each(['a', '.', ' ', '\n', '. ', ', ', 'a, ', '"', 'Hello there '])(
  'a flood of %j is split in no time, into pieces that can be said in one breath',
  (piece) => {
    const text = `x${piece.repeat(20_000)}x`;
    const clauses = splitClauses(text);
    expect(clauses.join('')).toBe(text);
    for (const clause of clauses) expect(clause.match(/[a-z]/giu)?.length).toBeLessThanOrEqual(140);
  },
  2_000,
);
