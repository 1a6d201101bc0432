/** One step of a conversation: an event in, the next state and what is to be done out. */
import type { CallerEvent } from '#channels/channel.ts';
import type { ServerEvent } from '#protocol/server-events.ts';
import type { Conversation, Effect, Ending, Moment, TimerName } from './conversation.ts';
import { Draft } from './draft.ts';
import { afterPlayback, fellSilent, fromCaller } from './from-caller.ts';
import { fromProvider } from './from-provider.ts';
import { playedOut, speaking } from './heard.ts';
import { isRunning } from './tool-round.ts';

export type CallEvent =
  /** The provider is ready: Luna greets. */
  | { readonly from: 'call'; readonly type: 'answered' }
  | { readonly from: 'timer'; readonly name: TimerName }
  | {
      readonly from: 'tool';
      readonly callId: string;
      /** JSON, as the model is to read it. */
      readonly output: string;
      /** The tool's result ends the call once it has been spoken. */
      readonly ending: Ending | undefined;
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
      draft.reply({ type: 'wanted' });
      break;
    case 'tool':
      if (event.ending) draft.set({ ending: event.ending });
      draft.send({
        type: 'conversation.item.create',
        item: { type: 'function_call_output', call_id: event.callId, output: event.output },
      });
      draft.rounds({ type: 'result', callId: event.callId });
      break;
    case 'timer':
      onTimer(draft, event.name);
      break;
  }
  settle(draft, state);
  return [draft.state, draft.effects];
}

function onTimer(draft: Draft, name: TimerName): void {
  switch (name) {
    case 'sustained':
      draft.interruption({ type: 'voice.sustained' });
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
  }
}

/** What no single event decides: the silence after the last word, and the end. */
function settle(draft: Draft, before: Conversation): void {
  const { state } = draft;
  const waits = isIdle(state) && !state.muted;
  const waited = isIdle(before) && !before.muted;
  if (waits !== waited) draft.timer('silence', waits ? SILENCE_MS : 0);
  if (state.ending && isIdle(state)) draft.effects.push({ do: 'end', ending: state.ending });
}

/** Nobody speaks, nobody is being understood, nothing is being looked up. */
function isIdle({ turn, reply, rounds, voice, flushing }: Conversation): boolean {
  return (
    turn.whose === 'nobody' &&
    reply.is === 'idle' &&
    !isRunning(rounds) &&
    flushing === undefined &&
    speaking(voice) === undefined
  );
}
