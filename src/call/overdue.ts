/** Is something due from the provider, and for how long has it said nothing? */
import type { Conversation } from './conversation.ts';
import type { Draft } from './draft.ts';

/** ms of silence after which the provider is given up; undefined where nothing is due. */
function patience({ line, reply, turn, probing, stallMs }: Conversation): number | undefined {
  if (line === 'down') return undefined;
  if (probing) return stallMs / 2;
  return reply.is !== 'idle' || turn.whose !== 'nobody' ? stallMs : undefined;
}

/** The caller speaks, it seems, and the provider says nothing: is it there? Whatever it answers is an answer. */
export function probe(draft: Draft): void {
  const { line, reply, turn, who, probing } = draft.state;
  const isNoticed = reply.is !== 'idle' || turn.whose !== 'nobody';
  if (line === 'down' || isNoticed || probing || !who.replaceable) return;
  askForSign(draft);
}

function askForSign(draft: Draft): void {
  draft.set({ probing: true, lastSignAt: draft.moment.at });
  draft.send({ type: 'conversation.item.retrieve', item_id: 'item_none' });
}

/** After each step: the watch begins when something becomes due, and ends with it. */
export function watch(draft: Draft, before: Conversation): void {
  const was = patience(before);
  const is = patience(draft.state);
  if (was === is) return;
  if (was === undefined) draft.set({ lastSignAt: draft.moment.at });
  draft.timer('stall', is === undefined ? 0 : is / 2);
}

/** The watch looks up: half of the patience is gone, or all of it. */
export function lookUp(draft: Draft): void {
  const { state, moment } = draft;
  const limitMs = patience(state);
  if (limitMs === undefined) return;
  const silentMs = moment.at - state.lastSignAt;
  // A caller may speak long, and not every provider says anything meanwhile.
  const isListening = state.turn.whose === 'caller' && state.reply.is === 'idle';
  if (silentMs >= limitMs && isListening && !state.probing && state.who.replaceable)
    return askForSign(draft);
  if (silentMs >= limitMs) {
    if (state.who.replaceable) return draft.giveUp('out', 'it does not answer any more');
    // There is nobody better: the watch begins again.
    draft.set({ lastSignAt: moment.at, retried: false });
    return draft.timer('stall', limitMs / 2);
  }
  const half = limitMs / 2;
  // The first asking may have been lost; a second one that finds a response running is harmless.
  if (silentMs >= half && state.reply.is === 'asked' && !state.retried) {
    draft.set({ retried: true });
    draft.create();
  }
  draft.timer('stall', Math.max(1, (silentMs < half ? half : limitMs) - silentMs));
}
