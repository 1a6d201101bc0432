/** A tool takes its time: somebody should say so, once, unless it has just been said. */
import type { Draft } from './draft.ts';
import { speaking } from './heard.ts';
import { isRunning } from './tool-round.ts';

/** After her own "one moment", or while somebody speaks. */
const LATER_MS = 4_000;

export function stillWaiting(draft: Draft): void {
  const { rounds, filler, voice, reply, turn, flushing, line, who } = draft.state;
  if (!isRunning(rounds) || filler === 'said' || !who.can.createsResponses) return;
  const busy =
    line === 'down' ||
    reply.is !== 'idle' ||
    turn.whose !== 'nobody' ||
    flushing !== undefined ||
    speaking(voice) !== undefined;
  const responses = new Set(rounds.open.map(({ responseId }) => responseId));
  const saidSo = voice.said.some((said) => responses.has(said.responseId) && said.receivedMs > 0);
  if (busy || (saidSo && filler === 'none')) {
    draft.set({ filler: 'later' });
    draft.timer('filler', LATER_MS);
    return;
  }
  draft.set({ filler: 'said', asking: 'filler' });
  draft.reply({ type: 'wanted' });
}
