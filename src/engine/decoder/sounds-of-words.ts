/** How the words of a language sound, as numbers of phones. */
import type { Phones } from '#engine/acoustics/phones.ts';
import type { Language } from './language-model.ts';

/** Each way to say a word; none for a word that is unknown. */
export type SoundsOfWord = (word: string) => readonly (readonly number[])[];

export function soundsOfWords({ model, lexicon }: Language, phones: Phones): SoundsOfWord {
  const ways = Map.groupBy(lexicon.pronunciations, ({ word }) => model.words[word]);
  return (word) =>
    (ways.get(word) ?? []).map((way) => way.phones.map((name) => phones.numberOf(name)));
}
