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
  return words.split(' ').every((word) => BACK_CHANNELS.has(word)) ? 'back-channel' : 'words';
}

/** Text that may still become a back-channel: "i" of "i see" does not interrupt yet. */
export function mayBecomeBackChannel(text: string): boolean {
  const words = text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}'-]+/gu, ' ')
    .trim();
  return [...BACK_CHANNEL_PHRASES].some((phrase) => phrase.startsWith(`${words} `));
}
