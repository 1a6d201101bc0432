/** How the words of a language sound, as numbers of phones. */
import type { Phones } from '#engine/acoustics/phones.ts';
import type { Language } from './language-model.ts';

/** Each way to say a word; none for a word that is unknown. */
export type SoundsOfWord = (word: string) => readonly (readonly number[])[];

export function soundsOfWords({ model, lexicon }: Language, phones: Phones): SoundsOfWord {
  const ways = Map.groupBy(lexicon.pronunciations, ({ word }) => model.words[word]);
  return (word) => {
    // Words of several places in a number are written and sound alike.
    const alike = new Map((ways.get(word) ?? []).map((way) => [way.phones.join(' '), way.phones]));
    return [...alike.values()].map((names) => names.map((name) => phones.numberOf(name)));
  };
}
