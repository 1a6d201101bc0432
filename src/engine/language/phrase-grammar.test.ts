/** What an author of phrases may write, and how a slip of the pen is answered. */
import { describe, expect, test } from 'vitest';
import { type Phrase, parsePhrase } from './phrase-grammar.ts';

/** Every word sequence of a phrase, as text; classes stay `{name}`. */
function everything(phrase: Phrase): readonly string[] {
  switch (phrase.kind) {
    case 'word':
      return [phrase.word];
    case 'class':
      return [`{${phrase.name}}`];
    case 'choice':
      return phrase.options.flatMap((option) => everything(option.phrase));
    case 'sequence':
      return phrase.parts.reduce<readonly string[]>(
        (heads, part) =>
          heads.flatMap((head) => everything(part).map((tail) => `${head} ${tail}`.trim())),
        [''],
      );
  }
}

describe('an author may write', () => {
  test.each([
    ['i lost my card', ['i lost my card']],
    ['i (lost|misplaced) my card', ['i lost my card', 'i misplaced my card']],
    ['my [credit] card', ['my credit card', 'my card']],
    ['it is {four-digits}', ['it is {four-digits}']],
    ['yes [(please|sure)]|no', ['yes please', 'yes sure', 'yes', 'no']],
    ["uh-huh that's it", ["uh-huh that's it"]],
  ])('%s', (source, sentences) => {
    expect(everything(parsePhrase(source).phrase)).toEqual(sentences);
  });

  test('a weight after an option and after a whole phrase', () => {
    expect(parsePhrase('hello there *3').weight).toBe(3);
    const { phrase } = parsePhrase('yes *5|yeah *0.5');
    expect(phrase.kind === 'choice' && phrase.options.map(({ weight }) => weight)).toEqual([
      5, 0.5,
    ]);
  });
});

describe('a slip of the pen is shown at its place', () => {
  test.each([
    ['i (lost|misplaced my card', '")" is missing', 25],
    ['my [credit card', '"]" is missing', 15],
    ['my credit) card', '")" closes nothing', 9],
    ['call me at 5', '"5" is not part of the notation', 11],
    ['My card', '"M" is not part of the notation', 0],
    ['my (a||b) card', 'a word is missing here', 6],
    ['', 'a word is missing here', 0],
    ['yes *0', 'a weight must be above 0', 4],
  ])('%s', (source, problem, at) => {
    expect(() => parsePhrase(source)).toThrow(`${problem}\n  ${source}\n  ${' '.repeat(at)}^`);
  });
});
