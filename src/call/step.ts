/** One step of a conversation: an event in, the next state and what is to be done out. */
import type { CallerEvent } from '#channels/channel.ts';
import type { ServerEvent } from '#protocol/server-events.ts';
import type { Conversation, Effect, Ending, Moment, TimerName, Whoever } from './conversation.ts';
import { Draft } from './draft.ts';
import { afterPlayback, fellSilent, fromCaller } from './from-caller.ts';
import { fromProvider } from './from-provider.ts';
import { playedOut, speaking } from './heard.ts';
import { outputOf } from './history.ts';
import { type Aside, fillIn, stillSilent, watchSilence } from './fill-in.ts';
import { LISTEN_AGAIN_MS, isSustained } from './interruption.ts';
import { keepVigil, lookUp, notNoticed, watch } from './overdue.ts';
import { lose, owedNow, takeUp } from './take-over.ts';
import { isRunning } from './tool-round.ts';
import { stillWaiting } from './tool-wait.ts';

export type CallEvent =
  /** The first provider is there: Luna greets. */
  | {
      readonly from: 'call';
      readonly type: 'answered';
      readonly who: Whoever;
      /** The caller begins: he has asked already, or is about to. */
      readonly asked?: boolean;
    }
  /** Whoever answered is gone. */
  | { readonly from: 'call'; readonly type: 'lost' }
  /** Somebody else is there, and goes on. */
  | { readonly from: 'call'; readonly type: 'resumed'; readonly who: Whoever }
  /** Her manner was changed by a click: she says so. */
  | { readonly from: 'call'; readonly type: 'restyled'; readonly says: string }
  /** There is a voice on the line, and whoever answers has not said so. */
  | { readonly from: 'call'; readonly type: 'unnoticed' }
  /** Whoever was fetched, as whoever answers may have died, stands ready. */
  | { readonly from: 'call'; readonly type: 'relief' }
  /** What is said while nobody answers has been spoken. */
  | { readonly from: 'call'; readonly type: 'aside'; readonly aside: Aside }
  /** A new session stands ready; `now`: the old one has no time left. */
  | {
      readonly from: 'call';
      readonly type: 'spare';
      readonly who: Whoever | undefined;
      readonly now: boolean;
    }
  | { readonly from: 'timer'; readonly name: TimerName }
  | {
      readonly from: 'tool';
      readonly callId: string;
      /** JSON, as the model is to read it. */
      readonly output: string;
      /** The tool's result ends the call once it has been spoken. */
      readonly ending: Ending | undefined;
      readonly ok: boolean;
    }
  | { readonly from: 'provider'; readonly event: ServerEvent }
  | { readonly from: 'caller'; readonly event: Exclude<CallerEvent, { type: 'hung-up' }> };

/** How long a caller may think before Luna asks whether he is still there. */
const SILENCE_MS = 15_000;

export function step(
  state: Conversation,
  event: CallEvent,
  moment: Moment,
): [Conversation, readonly Effect[]] {
  const draft = new Draft(state, moment);
  switch (event.from) {
    case 'provider':
      fromProvider(draft, event.event);
      break;
    case 'caller':
      fromCaller(draft, event.event);
      break;
    case 'call':
      fromCall(draft, event);
      break;
    case 'tool': {
      const { callId, output, ok } = event;
      if (event.ending) draft.set({ ending: event.ending });
      const [past, item] = outputOf(callId, output);
      draft.remember(past);
      draft.send({ type: 'conversation.item.create', item });
      draft.rounds({ type: 'result', callId, ok });
      break;
    }
    case 'timer':
      onTimer(draft, event.name);
      break;
  }
  settle(draft, state);
  return [draft.state, draft.effects];
}

function fromCall(draft: Draft, event: Extract<CallEvent, { from: 'call' }>): void {
  switch (event.type) {
    case 'answered':
      draft.set({ who: event.who, begun: true });
      if (event.asked !== true) draft.reply({ type: 'wanted' });
      return;
    case 'lost':
      lose(draft);
      return;
    case 'resumed':
      lose(draft);
      takeUp(draft, event.who);
      return;
    case 'unnoticed':
      notNoticed(draft);
      return;
    case 'relief':
      keepVigil(draft, { type: 'relief' });
      return;
    case 'aside':
      fillIn(draft, event.aside);
      return;
    case 'restyled':
      draft.set({ asking: { say: event.says } });
      draft.reply({ type: 'wanted' });
      return;
    case 'spare':
      draft.set({ spare: event.who });
      if (event.now) switchOver(draft);
  }
}

function switchOver(draft: Draft): void {
  const { spare } = draft.state;
  if (spare === undefined) return;
  lose(draft);
  draft.effects.push({ do: 'switch' });
  takeUp(draft, spare);
}

function onTimer(draft: Draft, name: TimerName): void {
  switch (name) {
    case 'sustained':
      if (isSustained(draft.moment.loudMs)) draft.interruption({ type: 'voice.sustained' });
      else draft.timer('sustained', LISTEN_AGAIN_MS);
      return;
    case 'flush':
      fellSilent(draft, undefined);
      return;
    case 'playback':
      // The page does not report: by the clock it has played everything, and nobody waits for it for ever.
      draft.set({ voice: playedOut(draft.state.voice) });
      afterPlayback(draft);
      return;
    case 'silence':
      draft.turn({ type: 'silence' });
      return;
    case 'stall':
      lookUp(draft);
      return;
    case 'vigil':
      keepVigil(draft, { type: 'look' });
      return;
    case 'fill-in':
      stillSilent(draft);
      return;
    case 'filler':
      stillWaiting(draft);
      return;
    case 'owed':
      owedNow(draft);
      return;
  }
}

/** What no single event decides: the silence after the last word, and the end. */
function settle(draft: Draft, before: Conversation): void {
  sayPassedOn(draft);
  if (draft.state.spare !== undefined && isIdle(draft.state)) switchOver(draft);
  watch(draft, before);
  watchSilence(draft, before);
  const { state } = draft;
  const waits = isIdle(state) && !state.muted;
  const waited = isIdle(before) && !before.muted;
  if (waits !== waited) draft.timer('silence', waits ? SILENCE_MS : 0);
  if (state.ending && (isIdle(state) || isPassedOn(state)))
    draft.effects.push({ do: 'end', ending: state.ending });
}

/** That the call is handed over is said whoever else makes a sound: a noise on the line has no end to wait for. */
function sayPassedOn(draft: Draft): void {
  const { ending, turn } = draft.state;
  if (ending?.reason !== 'escalated' || !turn.owed) return;
  draft.set({ turn: { ...turn, owed: false } });
  draft.reply({ type: 'wanted' });
}

/** She has said that a person takes over: what the caller says now is for that person. */
function isPassedOn(state: Conversation): boolean {
  const { ending, turn } = state;
  return ending?.reason === 'escalated' && isIdle({ ...state, turn: { ...turn, whose: 'nobody' } });
}

/** Nobody speaks, nobody is being understood, nothing is being looked up. */
function isIdle({ line, turn, reply, rounds, voice, flushing }: Conversation): boolean {
  return (
    line === 'up' &&
    turn.whose === 'nobody' &&
    reply.is === 'idle' &&
    !isRunning(rounds) &&
    flushing === undefined &&
    speaking(voice) === undefined
  );
}
