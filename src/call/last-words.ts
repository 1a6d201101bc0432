/** What Luna was heard to say since the caller spoke last: the words that a "yes" may be an answer to. */
import { type Voice, wordsHeard } from './heard.ts';
import type { Transcript } from './transcript.ts';

export interface LastWords {
  readonly text: string;
  /** The latest of her items that is in it, or the one it was asked to begin after. */
  readonly upTo: string | undefined;
}

/**
 * @param since her last item that was already told
 * @param callersItem what comes after it is no question to this turn; undefined for one that has no place yet
 */
export function lastWords(
  transcript: Transcript,
  voice: Voice,
  since: string | undefined,
  callersItem: string | undefined,
): LastWords {
  const from = transcript.findIndex(({ itemId }) => itemId === since) + 1;
  const at = transcript.findIndex(({ itemId }) => itemId === callersItem);
  const hers = transcript
    .slice(from, at === -1 ? undefined : at)
    .filter(({ who }) => who === 'assistant');
  const texts = hers.map((line) => {
    const said = voice.said.find(({ itemId }) => itemId === line.itemId);
    // Cut off, or of a time that is no longer kept: the line itself is what was heard.
    return line.cut || said === undefined ? line.text : wordsHeard(said, said.playedMs);
  });
  return { text: texts.join(' ').trim(), upTo: hers.at(-1)?.itemId ?? since };
}
