/** Whether words that no dictionary knows are still heard when somebody says them. */
import { describe, expect, test } from 'vitest';
import { dictionaryFile } from '#engine/acoustics/model-files.ts';
import { soundOut } from './letter-sounds.ts';
import { PronunciationDictionary } from './pronunciation-dictionary.ts';

const dictionary = PronunciationDictionary.read(dictionaryFile());

const say = (word: string): readonly string[] =>
  dictionary.pronounce(word).map((phones) => phones.join(' '));

test('a word of the dictionary is said in all its ways, the usual one first', () => {
  expect(say('card')).toEqual(['K AA R D']);
  expect(say('a')).toEqual(['AH', 'EY']);
});

describe('a word outside the dictionary', () => {
  test.each([
    ['northwind', 'N AO R TH W IH N D'],
    ['contactless', 'K AA N T AE K T L EH S'],
    ['atm', 'EY T IY EH M'],
    ['pin', 'P IH N'],
    ['id', 'AY D IY'],
    ['sxk', 'EH S EH K S K EY'],
    ['cardholders', 'K AA R D HH OW L D ER Z'],
    ['unblock', 'AH N B L AA K'],
  ])('%s', (word, phones) => {
    expect(say(word)).toContain(phones);
  });

  test.each([
    ['brindle', 'B R IH N D L'],
    ['shale', 'SH EY L'],
    ['quench', 'K W EH N CH'],
    ['phone', 'F OW N'],
    ['kettering', 'K EH T ER IH NG'],
    ['monzo', 'M AA N Z OW'],
  ])('%s is sounded out by its letters', (word, phones) => {
    expect(soundOut(word).join(' ')).toBe(phones);
  });
});
