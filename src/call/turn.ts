/**
 * Whose turn it is, and when Luna owes an answer.
 *
 *   nobody ──speech──▶ caller ──stopped──▶ understanding ──words──▶ nobody (reply)
 *      ▲                                        └──nothing in it──▶ nobody
 *      └── silence: nudge, nudge, …, give up
 */
type Whose = 'nobody' | 'caller' | 'understanding';

export interface Turn {
  readonly whose: Whose;
  /** The caller's items whose words have not come yet. */
  readonly open: readonly string[];
  /** Results are there that nobody has spoken yet; they wait for the caller's turn to end. */
  readonly owed: boolean;
  readonly nudges: number;
}

export type TurnEvent =
  | { readonly type: 'speech.started'; readonly itemId: string }
  | { readonly type: 'speech.stopped'; readonly itemId: string }
  | {
      readonly type: 'words.final';
      readonly itemId: string;
      readonly text: string;
      readonly voicedMs: number;
      /** It was a back-channel or noise over Luna's voice. */
      readonly ignored: boolean;
    }
  | { readonly type: 'typed' }
  /** All results of a tool round are with the provider. */
  | { readonly type: 'results' }
  /** Luna has spoken to the end and nobody has said anything for a while. */
  | { readonly type: 'silence' };

export type TurnEffect = 'reply' | 'nudge' | 'give-up' | 'forget';

export const NOBODYS_TURN: Turn = { whose: 'nobody', open: [], owed: false, nudges: 0 };

/** A sound this short in which no word was found was no attempt to speak. */
export const ATTEMPT_MS = 450;
/** The embedded dialogue asks, asks again, offers a person and says goodbye; others are cut short here. */
const NUDGES = 5;

export function stepTurn(turn: Turn, event: TurnEvent): [Turn, readonly TurnEffect[]] {
  switch (event.type) {
    case 'speech.started':
      return [{ ...turn, whose: 'caller', open: [...turn.open, event.itemId] }, []];
    case 'speech.stopped':
      return [
        { ...turn, whose: turn.open.at(-1) === event.itemId ? 'understanding' : turn.whose },
        [],
      ];
    case 'words.final':
      return understood(turn, event);
    case 'typed':
      return [{ ...turn, owed: false, nudges: 0 }, ['reply']];
    case 'results':
      return turn.whose === 'nobody' ? [turn, ['reply']] : [{ ...turn, owed: true }, []];
    case 'silence':
      if (turn.whose !== 'nobody') return [turn, []];
      if (turn.nudges >= NUDGES) return [turn, ['give-up']];
      return [{ ...turn, nudges: turn.nudges + 1 }, ['nudge']];
  }
}

function understood(
  turn: Turn,
  { itemId, text, voicedMs, ignored }: Extract<TurnEvent, { type: 'words.final' }>,
): [Turn, readonly TurnEffect[]] {
  const open = turn.open.filter((other) => other !== itemId);
  // He may already be speaking again: then it is still his turn.
  const whose = open.length === 0 ? 'nobody' : turn.whose;
  const meant = !ignored && (text.trim() !== '' || voicedMs >= ATTEMPT_MS);
  const next: Turn = { ...turn, whose, open };
  if (meant)
    return whose === 'nobody'
      ? [{ ...next, owed: false, nudges: 0 }, ['reply']]
      : [{ ...next, owed: true, nudges: 0 }, []];
  if (whose === 'nobody' && turn.owed) return [{ ...next, owed: false }, ['forget', 'reply']];
  return [next, ['forget']];
}
