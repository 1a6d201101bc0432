/** What must be true at the end of a call about a lost card, whatever happened on the way. */
import type { Survived } from './killed-call.ts';

export function isRight({ end, outcome, changed, greetings }: Survived): boolean {
  return (
    (end === 'assistant' || end === 'caller') &&
    outcome === 'contained' &&
    // The card is blocked once, the new one ordered once, each with its line in the book of changes.
    changed.toSorted().join(' ') === 'card_orders cards changes changes' &&
    greetings <= 1
  );
}
