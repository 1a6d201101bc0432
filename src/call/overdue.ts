/** Something is due from whoever answers: does it come, and does anybody live there at all? */
import type { ServerEvent } from '#protocol/server-events.ts';
import type { Conversation } from './conversation.ts';
import type { Draft } from './draft.ts';
import { isRunning } from './tool-round.ts';
import { type VigilEvent, calmFrom, lookAt, stepVigil } from './vigil.ts';

/**
 * Is it there? It has agreed to a session.update before, so it answers this one, which changes nothing, if anybody
 * lives behind the socket; a ping is answered by a socket whose session hangs, too.
 */
const PROBE_ID = 'event_are_you_there';
const PROBE = {
  type: 'session.update',
  event_id: PROBE_ID,
  session: { type: 'realtime', tool_choice: 'auto' },
} as const;

/** An answer, for which it may take its time: ms after which even one that lives is given up. */
function patience({ line, reply, turn, stallMs }: Conversation): number | undefined {
  if (line === 'down') return undefined;
  return reply.is !== 'idle' || turn.whose !== 'nobody' ? stallMs : undefined;
}

/** Whoever owes something, or will in a moment, must live. */
function isWatched(state: Conversation): boolean {
  const { line, rounds, unnoticed, who } = state;
  if (line === 'down' || !who.replaceable || !who.can.answersUpdates) return false;
  return patience(state) !== undefined || isRunning(rounds) || unnoticed;
}

/** There is a voice on the line, and whoever answers has not said so. */
export function notNoticed(draft: Draft): void {
  const { line, reply, turn } = draft.state;
  if (line === 'up' && reply.is === 'idle' && turn.whose === 'nobody')
    draft.set({ unnoticed: true });
}

/** Before anything is made of the event. @returns false where it is only the answer to our question */
export function sign(draft: Draft, event: ServerEvent): boolean {
  const { probes, vigil } = draft.state;
  // Asked after the voice began and answered: it was no voice.
  if (vigil.is !== 'calm' || event.type === 'input_audio_buffer.speech_started')
    draft.set({ unnoticed: false });
  const isAnswer =
    (probes > 0 && event.type === 'session.updated') ||
    (event.type === 'error' && event.error.event_id === PROBE_ID);
  onVigil(draft, { type: 'sign', asked: isAnswer });
  draft.set(isAnswer ? { probes: Math.max(0, probes - 1) } : { lastWordAt: draft.moment.at });
  return !isAnswer;
}

/** After each step: the watch begins when something becomes due, and ends with it. */
export function watch(draft: Draft, before: Conversation): void {
  const [was, is] = [patience(before), patience(draft.state)];
  if (was !== is) {
    if (was === undefined) draft.set({ lastWordAt: draft.moment.at });
    draft.timer('stall', is === undefined ? 0 : is / 2);
  }
  const [wasWatched, watched] = [isWatched(before), isWatched(draft.state)];
  if (watched) {
    // A voice that is not noticed began a while ago; what is asked for now is due from now on.
    if (!wasWatched && !draft.state.unnoticed) draft.set({ vigil: calmFrom(draft.moment.at) });
    if (!wasWatched || before.vigil.is !== draft.state.vigil.is) lookAgain(draft);
  } else if (wasWatched) {
    // Where the line is down, whoever was fetched goes on.
    if (draft.state.line === 'up') onVigil(draft, { type: 'sign', asked: false });
    else draft.set({ vigil: calmFrom(draft.moment.at) });
    draft.timer('vigil', 0);
  }
}

/** The watch over whether it lives. */
export function keepVigil(draft: Draft, event: Exclude<VigilEvent, { type: 'sign' }>): void {
  if (!isWatched(draft.state)) return;
  onVigil(draft, event);
  lookAgain(draft);
}

function onVigil(draft: Draft, event: VigilEvent): void {
  const [vigil, effects] = stepVigil(draft.state.vigil, event, draft.moment.at);
  draft.set({ vigil });
  for (const effect of effects)
    switch (effect) {
      case 'ask':
        draft.set({ probes: draft.state.probes + 1 });
        draft.send(PROBE);
        break;
      case 'suspect':
      case 'trust':
        draft.effects.push({ do: effect });
        break;
      case 'dead':
        draft.giveUp('lost', 'it gives no sign of life any more');
    }
}

function lookAgain(draft: Draft): void {
  draft.timer('vigil', Math.max(1, lookAt(draft.state.vigil) - draft.moment.at));
}

/** The watch looks up: half of the patience is gone, or all of it. */
export function lookUp(draft: Draft): void {
  const { state, moment } = draft;
  const limitMs = patience(state);
  if (limitMs === undefined) return;
  const silentMs = moment.at - state.lastWordAt;
  // A caller may speak long, and not every provider says anything meanwhile; that it lives is seen to elsewhere.
  const listens = state.turn.whose === 'caller' && state.reply.is === 'idle';
  if (silentMs >= limitMs) {
    const isFound = listens && state.who.can.answersUpdates;
    if (state.who.replaceable && !isFound) return draft.giveUp('out', 'it does not answer');
    // There is nobody better, or nothing is wrong: the watch begins again.
    draft.set({ lastWordAt: moment.at, retried: false });
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
