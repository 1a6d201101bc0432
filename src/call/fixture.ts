/** For tests: a conversation told as events in and effects out, each on one line. */
import type { CallerHears } from '#channels/channel.ts';
import type { CallMs } from '#lib/brand.ts';
import type { ClientEvent } from '#protocol/client-events.ts';
import type { Item } from '#protocol/items.ts';
import type { Response, ServerEventBody } from '#protocol/server-events.ts';
import {
  type Conversation,
  type Effect,
  type Moment,
  NOT_BEGUN,
  type Whoever,
} from './conversation.ts';
import { type CallEvent, step } from './step.ts';

export interface Played {
  readonly did: string[];
  readonly sent: ClientEvent[];
  readonly told: CallerHears[];
  readonly state: Conversation;
}

/** `did`: what was done, without the sound and the growing words that are only passed on. */
export function play(...events: CallEvent[]): Played {
  let state: Conversation = NOT_BEGUN;
  const did: string[] = [];
  const sent: ClientEvent[] = [];
  const told: CallerHears[] = [];
  for (const [index, event] of events.entries()) {
    const at = (index * 100) as CallMs;
    const [next, effects] = step(state, event, momentAt(at));
    state = next;
    did.push(...effects.flatMap(lineOf));
    for (const effect of effects)
      if (effect.do === 'send') sent.push(effect.event);
      else if (effect.do === 'tell') told.push(effect.event);
  }
  return { did, sent, told, state };
}

/** Nobody has listened to the caller's own sound. */
export function momentAt(at: CallMs, loudMs?: number, quietMs = 1_000): Moment {
  return { at, givenMs: at, quietMs, loudMs, arrival: (ms) => ms as CallMs };
}

export function lineOf(effect: Effect): string[] {
  switch (effect.do) {
    case 'send': {
      const { event } = effect;
      if (event.type === 'input_audio_buffer.append') return [];
      if (event.type === 'conversation.item.truncate') return [`truncate at ${event.audio_end_ms}`];
      if (event.type === 'conversation.item.create')
        return [event.item.type === 'message' ? 'add message' : 'add result'];
      const choice = event.type === 'response.create' ? event.response?.tool_choice : undefined;
      return [choice === undefined ? event.type : choice === 'none' ? 'excuse' : 'insist'];
    }
    case 'tell':
      if (effect.event.type === 'luna.playback') return [effect.event.action];
      if (effect.event.type === 'luna.heard') return [`heard "${effect.event.text}"`];
      return [];
    case 'run':
      return [`run ${effect.tool}`];
    case 'said':
      return [`said "${effect.text}"`];
    case 'end':
      return [`end: ${effect.ending.reason}`];
    case 'hand-over':
      return [`hand over: ${effect.reason}`];
    case 'ignored':
    case 'problem':
    case 'switch':
    case 'suspect':
    case 'trust':
    case 'fill-in':
    case 'give-audio':
      return [effect.do];
    case 'lost':
      return [`give up: ${effect.mishap}`];
    case 'timer':
      return [];
  }
}

export const provider = (event: ServerEventBody): CallEvent => ({
  from: 'provider',
  event: { ...event, event_id: 'e' },
});
const response = (id: string): Response =>
  ({ id, status: 'completed', status_details: null, output: [] }) as unknown as Response;
export const created = (id: string): CallEvent =>
  provider({ type: 'response.created', response: response(id) });
export const done = (id: string): CallEvent =>
  provider({ type: 'response.done', response: response(id) });

/** Two seconds of Luna: text, sound, end of the sound. */
export function speaks(responseId: string, itemId: string, text: string): CallEvent[] {
  const place = { response_id: responseId, item_id: itemId, output_index: 0, content_index: 0 };
  return [
    created(responseId),
    provider({ type: 'response.output_audio_transcript.delta', ...place, delta: text }),
    provider({ type: 'response.output_audio.delta', ...place, delta: 'A'.repeat(64 * 2_000) }),
    provider({ type: 'response.output_audio.done', ...place }),
    done(responseId),
  ];
}
export const says = (itemId: string, text: string): CallEvent[] => [
  provider({
    type: 'input_audio_buffer.speech_started',
    item_id: itemId,
    audio_start_ms: 100,
  }),
  provider({
    type: 'conversation.item.input_audio_transcription.delta',
    item_id: itemId,
    content_index: 0,
    delta: text,
  }),
  provider({ type: 'input_audio_buffer.speech_stopped', item_id: itemId, audio_end_ms: 900 }),
  provider({
    type: 'conversation.item.input_audio_transcription.completed',
    item_id: itemId,
    content_index: 0,
    transcript: text,
    usage: { type: 'duration', seconds: 1 },
  }),
];
export const calls = (responseId: string, callId: string, name: string): CallEvent =>
  provider({
    type: 'response.output_item.done',
    response_id: responseId,
    output_index: 0,
    item: {
      id: `item_${callId}`,
      type: 'function_call',
      status: 'completed',
      call_id: callId,
      name,
      arguments: '{}',
    } satisfies Item,
  });
export const WHO: Whoever = { can: NOT_BEGUN.who.can, replaceable: true };
export const answered: CallEvent = { from: 'call', type: 'answered', who: WHO };
export const drained = (itemId: string): CallEvent => ({
  from: 'caller',
  event: { type: 'drained', itemId },
});
export const flushed = (itemId: string, playedMs: number): CallEvent => ({
  from: 'caller',
  event: { type: 'flushed', itemId, playedMs },
});
export const result = (callId: string, escalates = false): CallEvent => ({
  from: 'tool',
  callId,
  output: '{}',
  ok: true,
  ending: escalates ? { reason: 'escalated', text: '' } : undefined,
});
