/** Words that mean "I am listening", not "let me speak". */
const BACK_CHANNELS = new Set([
  'ah',
  'aha',
  'alright',
  'hm',
  'hmm',
  'huh',
  'mhm',
  'mm',
  'mmm',
  'oh',
  'ok',
  'okay',
  'right',
  'uh',
  'uh-huh',
  'uhhuh',
  'uhuh',
  'um',
  'mm-hmm',
  'mm-hm',
  'er',
  'erm',
  'eh',
]);
/** By themselves they say nothing: what a recogniser makes of a hum, or the beginning of a sentence. */
const FRAGMENTS = new Set([
  'a',
  'am',
  'an',
  'and',
  'he',
  'i',
  "i'd",
  'in',
  'of',
  'or',
  'the',
  'them',
  'to',
]);
const BACK_CHANNEL_PHRASES = new Set(['i see', 'all right', 'got it', 'go on']);

export type Utterance = 'nothing' | 'back-channel' | 'words';

/** What an utterance over Luna's voice amounts to. Punctuation and case do not matter. */
export function classify(text: string): Utterance {
  const words = text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}'-]+/gu, ' ')
    .trim();
  if (words === '') return 'nothing';
  if (BACK_CHANNEL_PHRASES.has(words)) return 'back-channel';
  const meant = words.split(' ').filter((word) => !FRAGMENTS.has(word));
  if (meant.length === 0) return 'nothing';
  return meant.every((word) => BACK_CHANNELS.has(word)) ? 'back-channel' : 'words';
}

/** Text that may still become a back-channel: "i" of "i see" does not interrupt yet. */
export function mayBecomeBackChannel(text: string): boolean {
  const words = text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}'-]+/gu, ' ')
    .trim();
  return [...BACK_CHANNEL_PHRASES].some((phrase) => phrase.startsWith(`${words} `));
}
